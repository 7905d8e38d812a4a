import { wrap } from './terminal-text.ts';
import { optionsOf } from './folder.ts';
import { COMMON_OPTIONS, type OptionTable } from './options.ts';

/** The content of a command's help. */
export interface HelpTopic {
  name: string;
  summary: string;
  /** The operands as the help shows them after the name ("[DIR]"). */
  operands: string;
  options: OptionTable;
  /** Paragraphs below the options. */
  notes?: readonly string[];
  examples?: readonly string[];
}

const HELP_COLUMNS = 96;

/** The text of `specgraph COMMAND --help`; options in alphabetical order. */
export function commandHelp(topic: HelpTopic): string {
  const rows = Object.entries({ ...optionsOf(topic), ...COMMON_OPTIONS } as OptionTable)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, spec]) =>
        [
          `--${name}${spec.value ? ` ${spec.choices ? spec.choices.join('|') : spec.value}` : ''}`,
          `${spec.about}${spec.multiple ? ' (repeatable)' : ''}`,
        ] as const,
    );
  return [
    `specgraph ${topic.name}${topic.operands ? ` ${topic.operands}` : ''} [options]`,
    '',
    `  ${topic.summary}`,
    '',
    'Options:',
    ...table(rows),
    ...(topic.notes ?? []).flatMap((note) => ['', ...wrap(note, HELP_COLUMNS)]),
    ...(topic.examples?.length ? ['', 'Examples:', ...topic.examples.map((line) => `  ${line}`)] : []),
    '',
  ].join('\n');
}

/** The text of `specgraph --help`. */
export function generalHelp(
  commands: readonly { name: string; operands: string; summary: string }[],
): string {
  return [
    'specgraph COMMAND [options]',
    '',
    '  Reads a folder of Markdown as a graph of documents, sections and variables, and checks it.',
    '',
    'Commands:',
    ...table(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const)),
    '',
    'Options:',
    ...table([
      ['--help', "print this help; after a command, that command's"],
      ['--version', 'print the version'],
    ]),
    '',
    'DIR is "spec" unless it is given, as an operand or with --dir. Exit status: 0 nothing at error level,',
    '1 findings, 2 wrong usage, unreadable input or configuration. NO_COLOR turns colours off.',
    '',
  ].join('\n');
}

/** Two columns. A name that is too wide for the first column gets a line of its own. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.min(30, Math.max(...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, about]) => {
    const lines = wrap(about, HELP_COLUMNS - left - 4);
    const indented = lines.map((line) => `  ${' '.repeat(left)}  ${line}`);
    if (name.length > left) return [`  ${name}`, ...indented];
    return [`  ${name.padEnd(left)}  ${lines[0]}`, ...indented.slice(1)];
  });
}
