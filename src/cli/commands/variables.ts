import { exportVariables, UsageError, type GraphView } from '#specgraph';
import { userInputsBlock, variablesCsv, type ExportedVariable } from '#specgraph/export';
import { didYouMean } from '#specgraph/text/did-you-mean';
import { joinWords, plural } from '#specgraph/text/lists';
import { NO_PAINT, paintFor, type Paint } from '../colors.ts';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import { oneOperand } from '../options.ts';
import { writeOutput, toJson } from '../output.ts';
import { clip, displayWidth, padEndColumns, toPrintable } from '../terminal-text.ts';
import { loadGraph } from '../checker.ts';

const FORMATS = ['csv', 'json', 'table', 'user-inputs'] as const;

export const variables = defineCommand({
  name: 'variables',
  summary: 'Prints the variables, one row for each definition; those outside the count are marked.',
  operands: '[DIR]',
  options: {
    appliance: { value: 'NAME', about: 'only those that this appliance uses ("supernode")' },
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    format: { value: 'FORMAT', choices: FORMATS, about: 'default table' },
    out: { value: 'FILE', about: 'write to FILE instead of printing' },
    phase: { value: 'N', about: 'only those that this phase introduced' },
  },
  examples: [
    'specgraph variables --phase 9',
    'specgraph variables --format user-inputs --appliance supernode',
  ],
  async run({ options, operands }, effects) {
    const view = await loadGraph(
      { folder: oneOperand('variables', operands, DEFAULT_FOLDER), config: options.config },
      effects,
    );
    const appliance = options.appliance && findAppliance(options.appliance, view);
    const phase = options.phase === undefined ? undefined : findPhase(options.phase, view);
    const chosen = exportVariables(view).filter(
      (variable) =>
        (!appliance || variable.appliances.includes(appliance)) &&
        (phase === undefined || variable.phase === phase),
    );
    const paint = options.out ? NO_PAINT : paintFor(effects.stdout, effects.env);
    const width = effects.stdout.columns ?? Number.POSITIVE_INFINITY;
    await writeOutput(
      render(options.format ?? 'table', chosen, view, appliance || undefined, paint, width),
      options.out,
      effects,
    );
    return 0;
  },
});

function findAppliance(given: string, view: GraphView): string {
  const names = [...new Set(view.definitions.flatMap(({ appliances }) => appliances))].toSorted();
  const found = names.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found) return found;
  if (names.length === 0)
    throw new UsageError(`${view.root} defines no variables`, 'its configuration names the tables that do');
  const meant = didYouMean(given, names);
  throw new UsageError(
    `there is no appliance "${given}"`,
    meant ? `did you mean ${meant}?` : `there are ${joinWords(names)}`,
  );
}

function findPhase(given: string, view: GraphView): string {
  const number = given.replace(/^0+(?=\d)/, '');
  const numbers = (view.config.phases ?? []).map((phase) => phase.number);
  if (!numbers.includes(number)) {
    throw new UsageError(
      `there is no phase "${given}"`,
      numbers.length > 0 ? `there are ${joinWords(numbers)}` : 'the configuration names no phases',
    );
  }
  return number;
}

function render(
  format: string,
  chosen: ExportedVariable[],
  view: GraphView,
  appliance: string | undefined,
  paint: Paint,
  width: number,
): string {
  switch (format) {
    case 'json':
      return toJson(chosen);
    case 'csv':
      return variablesCsv(chosen);
    case 'user-inputs': {
      const title = [
        appliance ? `${appliance}:` : 'All appliances:',
        `user inputs of ${view.config.title ?? view.root}`,
      ].join(' ');
      return userInputsBlock(
        chosen,
        title,
        new Map((view.config.phases ?? []).map(({ number, name }) => [number, name])),
      );
    }
    default:
      return table(chosen, paint, width);
  }
}

const COLUMNS: readonly { title: string; cell(variable: ExportedVariable): string }[] = [
  { title: '#', cell: ({ counted, number }) => (counted ? String(number ?? '') : '-') },
  { title: 'Name', cell: ({ name }) => name },
  { title: 'Appliances', cell: ({ appliances }) => appliances.join(', ') },
  { title: 'Section', cell: ({ section }) => section },
  { title: 'Type', cell: ({ type }) => type ?? '' },
  { title: 'Default', cell: (variable) => variable.default ?? '' },
  { title: 'Phase', cell: ({ phase }) => phase ?? '' },
  { title: 'Mentions', cell: ({ mentions }) => String(mentions) },
];

/** A long default, such as a base64 text, would push the other columns out of the terminal. */
const MAX_CELL_COLUMNS = 34;

function table(chosen: ExportedVariable[], paint: Paint, width: number): string {
  const rows = chosen.map((variable) =>
    COLUMNS.map((column) => clip(toPrintable(column.cell(variable)), MAX_CELL_COLUMNS)),
  );
  const widths = COLUMNS.map(({ title }, i) =>
    Math.max(title.length, ...rows.map((row) => displayWidth(row[i]))),
  );
  const line = (cells: readonly string[]): string =>
    clip(
      cells
        .map((cell, i) => padEndColumns(cell, widths[i]))
        .join('  ')
        .trimEnd(),
      width,
    );
  const counted = chosen.filter(({ counted: isCounted }) => isCounted).length;
  const names = new Set(chosen.map(({ name }) => name)).size;
  return [
    paint('bold', line(COLUMNS.map((column) => column.title))),
    ...rows.map(line),
    '',
    `${plural(counted, 'variable')}, ${plural(names, 'name')}${counted < chosen.length ? `; ${chosen.length - counted} outside the count` : ''}.`,
    '',
  ].join('\n');
}
