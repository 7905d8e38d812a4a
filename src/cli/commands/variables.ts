import {
  componentName,
  exportVariables,
  UsageError,
  type GraphView,
  type VariablesExporter,
} from '#specgraph';
import { variableKeys, variablesCsv, type ExportedVariable } from '#specgraph/export';
import { didYouMean } from '#specgraph/text/did-you-mean';
import { joinWords, plural } from '#specgraph/text/lists';
import { PROFILES } from '#profiles';
import { NO_PAINT, paintFor, type Paint } from '../colors.ts';
import { defineCommand } from '../command.ts';
import { DEFAULT_FOLDER } from '../folder.ts';
import { loadGraph } from '../checker.ts';
import { oneOperand, type OptionSpec } from '../options.ts';
import { toJson, writeOutput } from '../output.ts';
import { toPrintable } from '#specgraph/text/printable';
import { clip, displayWidth, padEndColumns } from '../terminal-text.ts';

const EXPORTERS = new Map(PROFILES.flatMap(({ exporters = {} }) => Object.entries(exporters)));
const FORMATS = ['csv', 'json', 'table', ...EXPORTERS.keys()];
/** How profiles call a part of the system: each word is an option that chooses one. */
const COMPONENT_WORDS = ['component', ...PROFILES.flatMap(({ component }) => component?.one ?? [])];

const componentOptions: Record<string, OptionSpec & { value: string }> = Object.fromEntries(
  COMPONENT_WORDS.map((word) => [
    word,
    { value: 'NAME', about: `only those that this ${word} uses ("server")` },
  ]),
);

export const variables = defineCommand({
  name: 'variables',
  summary: 'Prints the variables, one row for each definition; those outside the count are marked.',
  operands: '[DIR]',
  options: {
    ...componentOptions,
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    format: { value: 'FORMAT', choices: FORMATS, about: 'default table' },
    out: { value: 'FILE', about: 'write to FILE instead of printing' },
    phase: { value: 'N', about: 'only those that this phase introduced' },
  },
  examples: ['specgraph variables --phase 9', 'specgraph variables --format csv --component server'],
  async run({ options, operands }, effects) {
    const view = await loadGraph(
      { folder: oneOperand('variables', operands, DEFAULT_FOLDER), config: options.config },
      effects,
    );
    const given: Readonly<Record<string, string | undefined>> = options;
    const word = COMPONENT_WORDS.find((one) => given[one] !== undefined);
    const component = word && findComponent(given[word]!, word, view);
    const phase = options.phase === undefined ? undefined : findPhase(options.phase, view);
    const inComponent = new Set(
      view.definitions.filter(({ components }) => !component || components.includes(component)),
    );
    const chosen = exportVariables(view).filter(
      (variable, i) =>
        inComponent.has(view.definitions[i]) && (phase === undefined || variable.phase === phase),
    );
    const toTerminal = {
      paint: options.out ? NO_PAINT : paintFor(effects.stdout, effects.env),
      width: effects.stdout.columns ?? Number.POSITIVE_INFINITY,
    };
    const text = render(options.format ?? 'table', { chosen, view, component, ...toTerminal });
    await writeOutput(text, options.out, effects);
    return 0;
  },
});

/** @param word how the command line called it: "component" */
function findComponent(given: string, word: string, view: GraphView): string {
  const names = [...new Set(view.definitions.flatMap(({ components }) => components))].toSorted();
  const found = names.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found) return found;
  if (view.definitions.length === 0)
    throw new UsageError(`${view.root} defines no variables`, 'its configuration names the tables that do');
  const meant = didYouMean(given, names);
  throw new UsageError(
    `there is no ${word} "${given}"`,
    meant ? `did you mean ${meant}?` : `there are ${joinWords(names) || 'none'}`,
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

interface Shown {
  chosen: ExportedVariable[];
  view: GraphView;
  component?: string;
  paint: Paint;
  width: number;
}

function render(format: string, { chosen, view, component, paint, width }: Shown): string {
  switch (format) {
    case 'json':
      return toJson(chosen);
    case 'csv':
      return variablesCsv(chosen, variableKeys(view));
    case 'table':
      return table(chosen, view, paint, width);
    default:
      return exporterOf(format, view)(chosen, {
        title: view.config.title ?? view.root,
        component,
        phases: new Map((view.config.phases ?? []).map(({ number, name }) => [number, name])),
      });
  }
}

/** @throws UsageError where the set does not have the profile of the format */
function exporterOf(format: string, { config }: GraphView): VariablesExporter {
  for (const { exporters } of config.profiles ?? [])
    if (exporters?.[format]) return exporters[format] as VariablesExporter;
  const owner = PROFILES.find(({ exporters }) => exporters?.[format])!;
  throw new UsageError(
    `the format ${format} needs the profile ${owner.id}`,
    'name it under profiles in the configuration',
  );
}

interface Column {
  title: string;
  cell(variable: ExportedVariable): string;
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/** @param components key of the parts of the system: "components" */
function columnsOf(components: string): Column[] {
  return [
    { title: '#', cell: ({ counted, number }) => (counted ? String(number ?? '') : '-') },
    { title: 'Name', cell: ({ name }) => name },
    {
      title: components.charAt(0).toUpperCase() + components.slice(1),
      cell: (variable) => textOf(variable[components]),
    },
    { title: 'Section', cell: ({ section }) => section },
    { title: 'Type', cell: ({ type }) => textOf(type) },
    { title: 'Default', cell: (variable) => textOf(variable.default) },
    { title: 'Phase', cell: ({ phase }) => phase ?? '' },
    { title: 'Mentions', cell: ({ mentions }) => String(mentions) },
  ];
}

/** A long default, such as a base64 text, would push the other columns out of the terminal. */
const MAX_CELL_COLUMNS = 34;

function table(chosen: ExportedVariable[], view: GraphView, paint: Paint, width: number): string {
  const columns = columnsOf(componentName(view.config).many);
  const rows = chosen.map((variable) =>
    columns.map((column) => clip(toPrintable(column.cell(variable)), MAX_CELL_COLUMNS)),
  );
  const widths = columns.map(({ title }, i) =>
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
    paint('bold', line(columns.map((column) => column.title))),
    ...rows.map(line),
    '',
    `${plural(counted, 'variable')}, ${plural(names, 'name')}${counted < chosen.length ? `; ${chosen.length - counted} outside the count` : ''}.`,
    '',
  ].join('\n');
}
