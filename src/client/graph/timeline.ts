/** The slider that replays how the specification grew. */
import type { MapData } from '../../map/model.ts';
import { plural } from './state/ask.ts';

export interface PhaseName {
  number: number;
  title: string;
}

export interface Timeline {
  /** @param added what a phase has added, in words that follow its name */
  show(through: number | undefined, added: (phase: number) => string): void;
}

/** Time between two phases of a replay, in milliseconds. */
const STEP_MS = 1400;

/** @param host holds a range whose last step means everything, a play button and a line of words */
export function createTimeline(
  host: HTMLElement,
  phases: readonly PhaseName[],
  onChange: (through?: number) => void,
): Timeline {
  const slider = host.querySelector<HTMLInputElement>('input[type="range"]')!;
  const play = host.querySelector<HTMLButtonElement>('[data-play]')!;
  const words = host.querySelector<HTMLElement>('[data-phase-words]')!;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    play.setAttribute('aria-pressed', 'false');
  };
  const to = (step: number): void => onChange(phases[step]?.number);
  slider.addEventListener('input', () => {
    stop();
    to(Number(slider.value));
  });
  play.addEventListener('click', () => {
    if (timer !== undefined) return stop();
    play.setAttribute('aria-pressed', 'true');
    let step = 0;
    to(step);
    timer = setInterval(() => {
      to(++step);
      if (step >= phases.length) stop();
    }, STEP_MS);
  });
  return {
    show(through, added) {
      const at = phases.findIndex(({ number }) => number === through);
      slider.value = String(at < 0 ? phases.length : at);
      const name = at < 0 ? 'All phases' : `Phase ${phases[at].number}: ${phases[at].title}`;
      slider.setAttribute('aria-valuetext', name);
      host.style.setProperty('--phase', String(through ?? ''));
      words.textContent = at < 0 ? name : `${name}${added(phases[at].number)}`;
    },
  };
}

/** How many nodes of each kind a phase has added, apart from sections, steps and the phase itself. */
export function addedIn({ nodes }: MapData, phase: number): Map<string, number> {
  const kinds = Map.groupBy(
    nodes.filter(
      (node) => node.phase === phase && !node.document && node.kind !== 'phase' && !node.isMissing,
    ),
    ({ kind }) => kind,
  );
  return new Map([...kinds].map(([kind, own]) => [kind, own.length]));
}

/** " added 1 document and 8 variables". @param counts of the added nodes, by kind */
export function addedWords(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([kind, count]) => plural(count, kind));
  return parts.length === 0
    ? ''
    : ` added ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ` : ''}${parts.at(-1)}`;
}
