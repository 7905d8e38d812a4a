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

/** Writes the rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    '| what | specgraph | others | command |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      (row) => `| ${[row.what, row.ours, row.others, `\`${row.command}\``].map(cell).join(' | ')} |`,
    ),
  ].join('\n');
}

const BLOCK = /(<!-- compare:begin -->)[^]*?(<!-- compare:end -->)/;

/** @throws where the text has no marked block */
export function withTable(text: string, table: string): string {
  if (!BLOCK.test(text))
    throw new Error('README.md has no block <!-- compare:begin --> … <!-- compare:end -->');
  return text.replace(BLOCK, (_all, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
}
