/** The slider that replays how the specification grew. */
import { plural } from '#specgraph/text/lists';
import type { MapState } from './state/state.ts';

export interface PhaseName {
  number: number;
  title: string;
}

export interface Timeline {
  /** @param added what a phase has added, in words that follow its name */
  show(state: Pick<MapState, 'through' | 'hasTimeline'>, added: (phase: number) => string): void;
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
  const playButton = host.querySelector<HTMLButtonElement>('[data-play]')!;
  const description = host.querySelector<HTMLElement>('[data-phase-words]')!;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    playButton.setAttribute('aria-pressed', 'false');
  };
  const showStep = (step: number): void => onChange(phases[step]?.number);
  slider.addEventListener('input', () => {
    stop();
    showStep(Number(slider.value));
  });
  playButton.addEventListener('click', () => {
    if (timer !== undefined) return stop();
    playButton.setAttribute('aria-pressed', 'true');
    let step = 0;
    showStep(step);
    timer = setInterval(() => {
      showStep(++step);
      if (step >= phases.length) stop();
    }, STEP_MS);
  });
  return {
    show({ through, hasTimeline }, added) {
      host.hidden = !hasTimeline && !through;
      const index = phases.findIndex(({ number }) => number === through);
      slider.value = String(index < 0 ? phases.length : index);
      const name = index < 0 ? 'All phases' : `Phase ${phases[index].number}: ${phases[index].title}`;
      slider.setAttribute('aria-valuetext', name);
      host.style.setProperty('--phase', String(through ?? ''));
      description.textContent = index < 0 ? name : `${name}${added(phases[index].number)}`;
    },
  };
}

/** " added 1 document and 8 variables". @param counts of the added nodes, by kind */
export function describeAddedNodes(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([kind, count]) => plural(count, kind));
  return parts.length === 0
    ? ''
    : ` added ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ` : ''}${parts.at(-1)}`;
}
