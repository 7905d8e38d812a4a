/** The right side of the builder: the checks and what is taken away. */
import { save } from '../variables/take-away.ts';
import type { Problem } from './check.ts';
import { chosenInputs, contextBlock, instantiateCommand } from './outputs.ts';
import type { BuilderData, Input } from '../../payloads/builder/data.ts';
import type { State } from './state.ts';
import { problemItem } from './widgets.ts';

/** The block of user inputs: the engine's own writer. */
export type InputsBlock = (inputs: readonly Input[], title: string, phases: BuilderData['phases']) => string;

export interface Result {
  show(state: State, problems: readonly Problem[], heldBack: readonly string[]): void;
}

const FILES: Record<string, string> = {
  context: 'context.txt',
  inputs: 'user-inputs.txt',
  command: 'instantiate.sh',
};

/** @param goTo brings the reader to the field of a name */
export function resultView(
  page: Document,
  data: BuilderData,
  inputsBlock: InputsBlock,
  goTo: (name: string) => void,
): Result {
  const find = <E extends HTMLElement>(selector: string): E => page.querySelector<E>(selector)!;
  const output = find('[data-output]');
  const held = find('[data-held]');
  const status = find('[data-act-status]');
  const defaults = find<HTMLInputElement>('[data-defaults] input');
  let state: State;
  const chosen = (): string =>
    page.querySelector<HTMLInputElement>('input[name="result"]:checked')?.value ?? 'context';
  const text = (): string => {
    switch (chosen()) {
      case 'inputs':
        return inputsBlock(chosenInputs(data, state), `${state.appliance}: ${data.title}`, data.phases);
      case 'command':
        return instantiateCommand(data, state);
      default:
        return contextBlock(data, state, defaults.checked);
    }
  };
  const draw = (): void => {
    output.textContent = text();
    for (const about of page.querySelectorAll<HTMLElement>('[data-about]'))
      about.hidden = about.dataset.about !== chosen();
    find('[data-defaults]').hidden = chosen() !== 'context';
  };
  const report = (words: string): void => {
    status.textContent = words;
    setTimeout(() => {
      status.textContent = '';
    }, 2500);
  };
  const copy = (words: string, done: string): Promise<void> =>
    navigator.clipboard.writeText(words).then(
      () => report(done),
      () => report('Not copied. Select the text and copy it by hand.'),
    );
  for (const input of page.querySelectorAll('input[name="result"], [data-defaults] input'))
    input.addEventListener('change', draw);
  find('[data-act="copy"]').addEventListener('click', () => copy(output.textContent, 'Copied.'));
  find('[data-act="link"]').addEventListener('click', () =>
    copy(location.href, held.hidden ? 'Link copied.' : 'Link copied, without secrets.'),
  );
  find('[data-act="download"]').addEventListener('click', () => {
    const file = `${state.appliance.toLowerCase()}-${FILES[chosen()]}`;
    save(file, 'text/plain', output.textContent);
    report(`${file} saved.`);
  });
  find('[data-to-result]').addEventListener('click', (event) => {
    // The fragment of the address is the state's.
    event.preventDefault();
    find('#builder-result').scrollIntoView({ block: 'start' });
    find('#builder-result').focus({ preventScroll: true });
  });
  return {
    show(next, problems, heldBack) {
      state = next;
      draw();
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      const words = verdict(errors, problems.length - errors);
      setText(find('[data-problem-count]'), words);
      setText(find('[data-bar-state]'), words);
      find('[data-bar-state]').dataset.worst = problems[0]?.severity ?? '';
      find('[data-problems]').replaceChildren(
        ...problems.map((problem) => problemItem(problem, page, jump(page, problem.at[0], goTo))),
      );
      held.hidden = heldBack.length === 0;
      held.textContent = heldBack.length === 0 ? '' : `Left out of the link: ${heldBack.join(', ')}.`;
    },
  };
}

function verdict(errors: number, others: number): string {
  const count = (value: number, word: string): string => `${value} ${word}${value === 1 ? '' : 's'}`;
  if (errors > 0) return `${count(errors, 'error')}${others > 0 ? `, ${count(others, 'remark')}` : ''}`;
  return others > 0 ? `No errors, ${count(others, 'remark')}` : 'No errors';
}

function jump(page: Document, name: string, goTo: (name: string) => void): HTMLButtonElement {
  const button = Object.assign(page.createElement('button'), {
    type: 'button',
    className: 'link-button field-jump',
    textContent: name,
  });
  button.addEventListener('click', () => goTo(name));
  return button;
}

/** Text that stays as it is is not written again: it would be read out again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
