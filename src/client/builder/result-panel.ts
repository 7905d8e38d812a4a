/** The right side of the builder: the checks and the outputs. */
import { userInputsBlock } from '../../payloads/variable-formats.ts';
import { downloadFile } from '../download.ts';
import { button, setText } from '../element.ts';
import type { Problem } from './check.ts';
import { chosenInputs, commandOfValues, contextBlock } from './outputs.ts';
import type { BuilderData } from '../../payloads/builder/data.ts';
import type { State } from './state.ts';
import { problemItem } from './widgets.ts';

export interface ResultPanel {
  /** @param leftOut names of the secrets that the link does not contain */
  show(state: State, problems: readonly Problem[], leftOut: readonly string[]): void;
}

const STATUS_SHOWN_MS = 2500;

const FILE_NAMES: Record<string, string> = {
  context: 'context.txt',
  inputs: 'user-inputs.txt',
  command: 'instantiate.sh',
};

type Find = <E extends HTMLElement>(selector: string) => E;

/** @param goTo scrolls to the field with a name */
export function createResultPanel(
  page: Document,
  data: BuilderData,
  goTo: (name: string) => void,
): ResultPanel {
  const find: Find = <E extends HTMLElement>(selector: string): E => page.querySelector<E>(selector)!;
  const includeDefaults = find<HTMLInputElement>('[data-defaults] input');
  let state: State;
  const chosenOutput = (): string =>
    page.querySelector<HTMLInputElement>('input[name="result"]:checked')?.value ?? 'context';
  const draw = (): void => {
    const chosen = chosenOutput();
    find('[data-output]').textContent = outputText(chosen, data, state, includeDefaults.checked);
    for (const element of page.querySelectorAll<HTMLElement>('[data-about]'))
      element.hidden = element.dataset.about !== chosen;
    find('[data-defaults]').hidden = chosen !== 'context';
  };
  for (const input of page.querySelectorAll('input[name="result"], [data-defaults] input'))
    input.addEventListener('change', draw);
  handleActions(find, () => `${state.component.toLowerCase()}-${FILE_NAMES[chosenOutput()]}`);
  return {
    show(next, problems, leftOut) {
      state = next;
      draw();
      showProblems(find, problems, goTo);
      const note = find('[data-left-out]');
      note.hidden = leftOut.length === 0;
      note.textContent = leftOut.length === 0 ? '' : `Left out of the link: ${leftOut.join(', ')}.`;
    },
  };
}

function outputText(output: string, data: BuilderData, state: State, includeDefaults: boolean): string {
  switch (output) {
    case 'inputs':
      return userInputsBlock(
        chosenInputs(data, state),
        `${state.component}: ${data.title}`,
        new Map(data.phases),
      );
    case 'command':
      return commandOfValues(data, state);
    default:
      return contextBlock(data, state, includeDefaults);
  }
}

/** The buttons that copy and save the output, and the link to the result on a small screen. */
function handleActions(find: Find, fileName: () => string): void {
  const status = find('[data-act-status]');
  const showStatus = (sentence: string): void => {
    status.textContent = sentence;
    setTimeout(() => {
      status.textContent = '';
    }, STATUS_SHOWN_MS);
  };
  const copy = (text: string, success: string): Promise<void> =>
    navigator.clipboard.writeText(text).then(
      () => showStatus(success),
      () => showStatus('Not copied. Select the text and copy it by hand.'),
    );
  const output = find('[data-output]');
  find('[data-act="copy"]').addEventListener('click', () => copy(output.textContent, 'Copied.'));
  find('[data-act="link"]').addEventListener('click', () =>
    copy(location.href, find('[data-left-out]').hidden ? 'Link copied.' : 'Link copied, without secrets.'),
  );
  find('[data-act="download"]').addEventListener('click', () => {
    const file = fileName();
    downloadFile(file, 'text/plain', output.textContent);
    showStatus(`${file} saved.`);
  });
  find('[data-to-result]').addEventListener('click', (event) => {
    // The fragment of the URL contains the state, so the link must not change it.
    event.preventDefault();
    find('#builder-result').scrollIntoView({ block: 'start' });
    find('#builder-result').focus({ preventScroll: true });
  });
}

function showProblems(find: Find, problems: readonly Problem[], goTo: (name: string) => void): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const summary = summaryOf(errors, problems.length - errors);
  setText(find('[data-problem-count]'), summary);
  setText(find('[data-bar-state]'), summary);
  find('[data-bar-state]').dataset.worst = problems[0]?.severity ?? '';
  const fieldButton = (name: string): HTMLButtonElement =>
    button(name, () => goTo(name), 'link-button field-jump');
  find('[data-problems]').replaceChildren(
    ...problems.map((problem) => problemItem(problem, fieldButton(problem.at[0]))),
  );
}

function summaryOf(errors: number, others: number): string {
  const count = (value: number, word: string): string => `${value} ${word}${value === 1 ? '' : 's'}`;
  if (errors > 0) return `${count(errors, 'error')}${others > 0 ? `, ${count(others, 'remark')}` : ''}`;
  return others > 0 ? `No errors, ${count(others, 'remark')}` : 'No errors';
}
