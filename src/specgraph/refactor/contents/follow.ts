/** Gives new sections, and those that moved, an entry in the tables of contents, in the form of their neighbours. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { writtenNumber } from '../headings.ts';
import { newlineOf } from '../layout.ts';
import type { FileChange } from '../follow/rewrite.ts';
import type { Outcome } from '../outcome.ts';
import type { Before, Draft } from '../state.ts';
import { blanksBefore, contentsOf, type Contents } from './entries.ts';
import { indentOf, rawTitle, type ContentsEntry } from './read-entry.ts';

/** A line of a table of contents after the refactoring. */
interface Line {
  section: SectionFacts;
  /** The entry as it was, or the one in whose form it is written. */
  model: ContentsEntry;
  isAdded: boolean;
  /** Whether the model of an added line is the entry that the section had. */
  isOwn?: boolean;
}

export function followContents(before: Before, outcome: Outcome, draft: Draft): FileChange[] {
  return before.graph.documents.flatMap((facts) =>
    outcome.after.isRemoved(facts)
      ? []
      : contentsOf(facts, before.graph).flatMap((run) => followRun(run, outcome, draft)),
  );
}

function followRun(run: Contents, { after }: Outcome, draft: Draft): FileChange[] {
  const [{ facts }] = run;
  if (after.isRemoved(facts)) return [];
  const now = after.documentNow(facts);
  const lines = run.flatMap((model): Line[] => {
    const section = draft.droppedEntries.has(model) ? undefined : after.sectionNow(model.section);
    return section?.facts === now ? [{ section: section.section, model, isAdded: false }] : [];
  });
  // Within its document, a section goes to the tables that named it.
  const isNamedHere = (one: SectionFacts): boolean =>
    !facts.sections.includes(one) || run.some((entry) => entry.section === one);
  const moved = new Set(
    [...draft.movedSections].filter(isNamedHere).map((one) => after.sectionNow(one)?.section),
  );
  const entriesBefore = new Map(
    [...draft.droppedEntries].map((entry) => [after.sectionNow(entry.section)?.section, entry]),
  );
  for (const section of now.sections)
    if ((after.isNew(section) || moved.has(section)) && lines.every((line) => line.section !== section))
      addLine(lines, section, now, run, entriesBefore.get(section));
  for (const entry of run) {
    const section = after.sectionNow(entry.section);
    if (section?.facts === now && moved.has(section.section)) keepEntry(lines, entry, section.section);
  }
  const marks = marksNow(lines, run);
  return [...additions(lines, marks, now, run), ...namesOfEntries(lines, now), ...changedMarks(lines, marks)];
}

/**
 * Behind the section before it, before the one behind it, or as the first below the one above.
 * @param entry the entry that the section had before it moved
 */
function addLine(
  lines: Line[],
  section: SectionFacts,
  now: DocumentFacts,
  run: Contents,
  entry: ContentsEntry | undefined,
): void {
  const siblings = now.sections.filter(
    ({ depth, parent }) => depth === section.depth && parent === section.parent,
  );
  const at = siblings.indexOf(section);
  const lineOf = (one: SectionFacts | undefined): number => lines.findIndex((line) => line.section === one);
  const previous = siblings.slice(0, at).findLast((one) => lineOf(one) >= 0);
  const next = siblings.slice(at + 1).find((one) => lineOf(one) >= 0);
  // A list that leaves out a neighbour and goes on behind it is a choice of some.
  const leavesOut = (listed: SectionFacts | undefined, beside: SectionFacts | undefined): boolean =>
    listed !== undefined && listed !== beside;
  if (leavesOut(previous, siblings[at - 1]) || leavesOut(next, siblings[at + 1])) return;
  if (previous) {
    const model = lines[lineOf(previous)].model;
    let end = lineOf(previous) + 1;
    while (end < lines.length && indentOf(lines[end].model) > indentOf(model)) end++;
    // In a table, or a list of one level, subsections are known by their depth alone.
    while (end < lines.length && lines[end].section.depth > section.depth) end++;
    lines.splice(end, 0, { section, model, isAdded: true });
    return;
  }
  if (next) {
    const { model } = lines[lineOf(next)];
    lines.splice(lineOf(next), 0, { section, model, isAdded: true });
    return;
  }
  const above = now.sections.find(({ slug }) => slug === section.parent);
  if (!above || lineOf(above) < 0) return;
  const { model: one } = lines[lineOf(above)];
  const model =
    run.find(({ section: { depth, parent } }) => depth === section.depth && parent !== undefined) ??
    (entry?.holder === one.holder ? deeper(one, entry) : undefined);
  if (model) lines.splice(lineOf(above) + 1, 0, { section, model, isAdded: true });
}

/** The form of an entry, one level deeper: the one that comes had an entry in this file, where no other has this level. */
function deeper(above: ContentsEntry, { facts, section, lead }: ContentsEntry): ContentsEntry | undefined {
  if (above.lead.includes('|') || lead.includes('|')) return undefined;
  const parent = facts.sections.find(({ slug }) => slug === section.parent);
  const levels = parent && section.depth - parent.depth;
  const step = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(above.lead)![0];
  const [indent] = /^[ \t]*/.exec(step)!;
  return levels === 1
    ? { ...above, lead: `${' '.repeat(Math.max(step.length, indent.length + 2))}${step.trimStart()}` }
    : undefined;
}

/** The entry of a section that has moved is written as it was; where it has no place in the new order, it stays. */
function keepEntry(lines: Line[], entry: ContentsEntry, section: SectionFacts): void {
  const line = lines.find((one) => one.section === section);
  if (line) {
    if (line.isAdded && indentOf(line.model) === indentOf(entry))
      Object.assign(line, { model: entry, isOwn: true });
    return;
  }
  const behind = lines.findIndex(({ model, isAdded }) => !isAdded && model.line > entry.line);
  lines.splice(behind < 0 ? lines.length : behind, 0, { section, model: entry, isAdded: true, isOwn: true });
}

function additions(
  lines: readonly Line[],
  marks: ReadonlyMap<Line, number>,
  now: DocumentFacts,
  run: Contents,
): FileChange[] {
  const [{ holder }] = run;
  const newline = newlineOf(holder);
  const changes: FileChange[] = [];
  let text = '';
  const flush = (offset: number | undefined): void => {
    if (text !== '' && offset !== undefined)
      changes.push({ path: holder.path, start: offset, end: offset, text, sort: 'contents entry' });
    text = '';
  };
  for (const [i, line] of lines.entries()) {
    const last = lines.slice(0, i).findLast(({ isAdded }) => !isAdded);
    if (line.isAdded) {
      const mark = marks.get(line);
      const entry = writeEntry(line, now);
      const written = mark === undefined ? entry : entry.replace(/\d+/, String(mark));
      const blanks = newline.repeat(
        blanksBetween(lines[i - 1] ?? line, lines[i - 1] ? line : lines[i + 1], run),
      );
      text += last ? blanks + written + newline : written + newline + blanks;
      continue;
    }
    flush(last ? holder.lineStarts[last.model.line] : holder.lineStarts[line.model.line - 1]);
  }
  const last = lines.findLast(({ isAdded }) => !isAdded);
  // A last line without its end has no place behind it.
  flush(last && holder.lineStarts[last.model.line]);
  return changes;
}

/** The blank lines between two neighbours: as between others of their indentations, or of the second one's. */
function blanksBetween(above: Line, line: Line | undefined, run: Contents): number {
  if (!line) return 0;
  const [from, to] = [indentOf(above.model), indentOf(line.model)];
  const pairs = run.slice(1).map((entry, i) => ({
    isAlike: indentOf(entry) === to,
    isSame: indentOf(entry) === to && Math.sign(indentOf(run[i]) - to) === Math.sign(from - to),
    blanks: blanksBefore(run, i + 1),
  }));
  const found = pairs.find(({ isSame }) => isSame) ?? pairs.find(({ isAlike }) => isAlike) ?? pairs[0];
  return found.blanks;
}

function writeEntry({ section, model, isOwn }: Line, now: DocumentFacts): string {
  const { ahead, within, isLink, sign, behind, path } = model;
  const number = writtenNumber(section);
  const withNumber = (joint: string | undefined): string =>
    joint === undefined || number === undefined ? '' : number + joint;
  const title = isOwn ? model.title : rawTitle(now, section);
  const isApart = behind !== undefined && number !== undefined;
  const words = isApart ? (sign ?? '') + number : withNumber(within) + title;
  const entry = isLink ? `[${words}](${path}#${section.slug})${isApart ? behind + title : ''}` : words;
  const trail = isOwn ? model.trail : model.trail.replace(/[^|\s]+(?: +[^|\s]+)*/g, '').replace(/\s+$/, '');
  return leadWith(model, number) + withNumber(ahead) + entry + trail;
}

/** The cells ahead with another number. */
function leadWith({ lead, section }: ContentsEntry, number: string | undefined): string {
  const own = writtenNumber(section);
  if (!lead.includes('|') || own === undefined) return lead;
  return lead.replace(/[\dA-Z][\w.]*/, (cell) => (cell.replace(/\.$/, '') === own ? (number ?? '') : cell));
}

/** Entries without a link, cells with numbers, and titles behind a link are no references: they follow here. */
function namesOfEntries(lines: readonly Line[], now: DocumentFacts): FileChange[] {
  return lines.flatMap(({ section, model, isAdded }): FileChange[] => {
    if (isAdded) return [];
    const { holder, lead, ahead, behind, isLink, trail } = model;
    const start = holder.lineStarts[model.line - 1];
    const text = holder.source.slice(start, holder.lineStarts[model.line]).replace(/[\r\n]+$/, '');
    const end = text.length - trail.length;
    const changes: FileChange[] = [];
    const add = (from: number, was: string, is: string): void => {
      if (was !== is)
        changes.push({
          path: holder.path,
          start: start + from,
          end: start + from + was.length,
          text: is,
          sort: 'contents entry',
        });
    };
    add(0, lead, leadWith(model, writtenNumber(section)));
    const [was, is] = [writtenNumber(model.section), writtenNumber(section)];
    if (isLink && ahead !== undefined && was !== undefined && is !== undefined) add(lead.length, was, is);
    if (behind !== undefined) {
      const title = rawTitle(model.facts, model.section);
      add(end - title.length, title, rawTitle(now, section));
    }
    if (!isLink) {
      const written = writeEntry({ section, model: { ...model, lead: '', trail: '' }, isAdded }, now);
      add(lead.length, text.slice(lead.length, end), written);
    }
    return changes;
  });
}

// ---------------------------------------------------------------- marks of ordered lists

const MARK = /^[ \t]*(?<mark>\d+)[.)]/;

/** The marks of lists that were counted: "3. [End](#end)" becomes "4. …" where a line comes before it. */
function marksNow(lines: readonly Line[], run: Contents): ReadonlyMap<Line, number> {
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

function changedMarks(lines: readonly Line[], marks: ReadonlyMap<Line, number>): FileChange[] {
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
