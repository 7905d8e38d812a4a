/** The numbers of the lists in which a table of contents is written: "3. [End](#end)". */
import type { FileChange } from '../follow/rewrite.ts';
import type { Contents } from './entries.ts';
import type { Line } from './lines.ts';
import { indentOf, type ContentsEntry } from './read-entry.ts';

const MARK = /^[ \t]*(?<mark>\d+)[.)]/;

/** The marks of lists that were counted: "3. [End](#end)" becomes "4. …" where a line comes before it. */
export function marksNow(lines: readonly Line[], run: Contents): ReadonlyMap<Line, number> {
  const listBefore = listsOf(run);
  const listNow = listsOf(lines.map(({ model }) => model));
  const marks = new Map<Line, number>();
  for (const own of Map.groupBy(lines, (line) => listNow[lines.indexOf(line)]).values()) {
    // A list of new lines alone is counted as that of its model.
    const { model } = own.find(({ isAdded }) => !isAdded) ?? own[0];
    const list = listBefore[run.indexOf(model)];
    const before = run.filter((_, i) => listBefore[i] === list).map(markOf);
    const [start] = before;
    if (start === undefined || before.some((mark, i) => mark !== start + i)) continue;
    for (const [i, line] of own.entries()) marks.set(line, start + i);
  }
  return marks;
}

/** @returns the marks of lines that stay and are counted otherwise now */
export function changedMarks(lines: readonly Line[], marks: ReadonlyMap<Line, number>): FileChange[] {
  return lines.flatMap((line): FileChange[] => {
    const [was, is] = [markOf(line.model), marks.get(line)];
    if (line.isAdded || was === undefined || is === undefined || was === is) return [];
    const { holder } = line.model;
    const start = holder.lineStarts[line.model.line - 1] + /^[ \t]*/.exec(line.model.lead)![0].length;
    const end = start + String(was).length;
    return [{ path: holder.path, start, end, text: String(is), sort: 'contents entry' }];
  });
}

function markOf({ lead }: ContentsEntry): number | undefined {
  const mark = MARK.exec(lead)?.groups!.mark;
  return mark === undefined ? undefined : Number(mark);
}

/** The list in which each entry stands, by its own number: a deeper entry begins one below the entry above it. */
function listsOf(entries: Contents): number[] {
  const open: { indent: number; list: number }[] = [];
  let count = 0;
  return entries.map((entry) => {
    const indent = indentOf(entry);
    while (open.length > 0 && open.at(-1)!.indent > indent) open.pop();
    if (open.at(-1)?.indent !== indent) open.push({ indent, list: count++ });
    return open.at(-1)!.list;
  });
}
