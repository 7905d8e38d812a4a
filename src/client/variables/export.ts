/** Exports the definitions that the variables table shows: as files, or as a block to paste. */
import { downloadFile } from '../download.ts';
import { selectShown, type ShownLines } from './select-shown.ts';
import {
  userInputsBlock,
  variablesCsv,
  type ExportedVariable,
  type VariableWithInput,
} from '../../payloads/variable-formats.ts';

const STATUS_SHOWN_MS = 2500;

/** Mounts the export buttons. The URL of variables.json and the facts for USER_INPUTS are data attributes of the form. */
export function mountExportButtons(
  page: Document,
  form: HTMLFormElement,
  shownLines: () => ShownLines,
): void {
  const { variables: url = '', phases = '[]', title = '' } = form.dataset;
  const phaseNames = new Map(JSON.parse(phases) as [string, string][]);
  // The buttons for this format are there only where every variable has these keys.
  const userInputs = (variables: ExportedVariable[]): string =>
    userInputsBlock(variables as unknown as VariableWithInput[], title, phaseNames);
  const actions: Record<string, (variables: ExportedVariable[], keys: readonly string[]) => unknown> = {
    csv: (variables, keys) => downloadFile('variables.csv', 'text/csv', variablesCsv(variables, keys)),
    json: (variables) =>
      downloadFile('variables.json', 'application/json', `${JSON.stringify(variables, null, 2)}\n`),
    inputs: (variables) => downloadFile('user-inputs.txt', 'text/plain', userInputs(variables)),
    copy: (variables) => navigator.clipboard.writeText(userInputs(variables)),
  };
  let allVariables: Promise<ExportedVariable[]> | undefined;
  const fetchAll = (): Promise<ExportedVariable[]> =>
    (allVariables ??= fetch(url).then((response) => response.json() as Promise<ExportedVariable[]>));
  const runAction = async (format: string): Promise<void> => {
    const variables = await fetchAll();
    await actions[format](selectShown(variables, shownLines()), Object.keys(variables[0] ?? {}));
  };
  const status = page.querySelector('[data-export-status]')!;
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-export-format]')) {
    button.addEventListener('click', async () => {
      const isDone = await runAction(button.dataset.exportFormat!).then(
        () => true,
        () => false,
      );
      status.textContent = isDone ? (button.dataset.done ?? '') : 'That did not work.';
      setTimeout(() => {
        status.textContent = '';
      }, STATUS_SHOWN_MS);
    });
  }
}
