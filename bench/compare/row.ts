/** A row of the table in the README. */
export interface Row {
  what: string;
  ours: string;
  /** The others, each with its figure. */
  others: string;
  command: string;
}

/** "1.2 s (×3.4)": a figure of another program, and how many times ours it is. */
export function timesOurs(theirs: number, ours: number, shown: string): string {
  return `${shown} (×${(theirs / ours).toPrecision(2)})`;
}

/** @param milliseconds "85 ms" or "2.3 s" */
export function duration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(2)} ms`;
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A row with what else the machine did while its part was measured. */
export interface MeasuredRow extends Row {
  /** "3.1 on 2 cores": the mean load of the machine, with that of the measured programs themselves. */
  load: string;
}

const HEAD = ['| what | specgraph | others | command | load |', '| --- | --- | --- | --- | --- |'];

/** Writes the rows as lines of a Markdown table. */
export function linesOf(rows: readonly MeasuredRow[]): string[] {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return rows.map(
    (row) => `| ${[row.what, row.ours, row.others, `\`${row.command}\``, row.load].map(cell).join(' | ')} |`,
  );
}

/** Writes the rows as a Markdown table. */
export function tableOf(rows: readonly MeasuredRow[]): string {
  return [...HEAD, ...linesOf(rows)].join('\n');
}

const BLOCK = /(<!-- compare:begin -->)([^]*?)(<!-- compare:end -->)/;

/**
 * Puts measured rows into the table of a text: they replace those of the same commands, and the others stay.
 * @param commands all commands in the order of their rows
 * @throws where the text has no marked block
 */
export function withRows(text: string, rows: readonly MeasuredRow[], commands: readonly string[]): string {
  const block = BLOCK.exec(text)?.[2];
  if (block === undefined)
    throw new Error('README.md has no block <!-- compare:begin --> … <!-- compare:end -->');
  const measured = new Set(rows.map(({ command }) => command));
  const kept = block.split('\n').filter((line) => line.startsWith('| ') && !measured.has(commandOf(line)));
  const lines = [...kept.slice(HEAD.length), ...linesOf(rows)].toSorted(
    (one, other) => commands.indexOf(commandOf(one)) - commands.indexOf(commandOf(other)),
  );
  return text.replace(
    BLOCK,
    (_all, begin: string, _old, end: string) => `${begin}\n\n${[...HEAD, ...lines].join('\n')}\n\n${end}`,
  );
}

function commandOf(line: string): string {
  return /`(npm run compare[^`]*)`/.exec(line)?.[1] ?? '';
}
