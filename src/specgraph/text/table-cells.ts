/** Cells of a line of a table as GitHub-flavoured Markdown counts them: only a backslash keeps a pipe from ending a cell. */

/** Offsets of the pipes in a line that end cells. */
export function pipesOf(line: string): number[] {
  const pipes: number[] = [];
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1))
    if (line[at - 1] !== '\\') pipes.push(at);
  return pipes;
}

/** The cells of a line without outer blanks. A pipe at the start and one at the end open and close the row. */
export function cellsOf(line: string): string[] {
  const trimmed = line.trim();
  const pipes = pipesOf(trimmed);
  const cells: string[] = [];
  let from = 0;
  for (const pipe of pipes) {
    if (pipe > 0) cells.push(trimmed.slice(from, pipe).trim());
    from = pipe + 1;
  }
  if (from < trimmed.length) cells.push(trimmed.slice(from).trim());
  return cells;
}

/** "| --- | :-: |": the line of dashes between the header of a table and its rows. */
export function isRuler(line: string): boolean {
  return line.includes('-') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
}
