/** Gives new sections, and those that moved, an entry in the tables of contents, in the form of their neighbours. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { writtenNumber } from '../headings.ts';
import { newlineOf } from '../layout.ts';
import type { FileChange } from '../follow/rewrite.ts';
import type { Outcome } from '../outcome.ts';
import type { After, Before, Draft, SectionNow } from '../state.ts';
import { blanksBefore, contentsOf, type Contents } from './entries.ts';
import { addLine, isLeftOutElsewhere, keepEntry, type Line } from './lines.ts';
import { changedMarks, marksNow } from './marks.ts';
import { indentOf, rawTitle, type ContentsEntry } from './read-entry.ts';

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
    [...draft.movedSections]
      .filter((one) => isNamedHere(one) && !isAround(one, run))
      .map((one) => after.sectionNow(one)?.section),
  );
  const entriesBefore = new Map(
    [...draft.droppedEntries].map((entry) => [after.sectionNow(entry.section)?.section, entry]),
  );
  const coming = now.sections.filter((section) => after.isNew(section) || moved.has(section));
  for (const section of coming) {
    if (lines.some((line) => line.section === section)) continue;
    const entry = entriesBefore.get(section);
    if (entry || !isLeftOutElsewhere(section, lines, now, coming)) addLine(lines, section, now, run, entry);
  }
  for (const entry of run) {
    const section = after.sectionNow(entry.section);
    if (section?.facts === now && moved.has(section.section))
      keepEntry(lines, entry, section.section, isBelowSame(entry, section, after));
  }
  const marks = marksNow(lines, run);
  return [...additions(lines, marks, now, run), ...namesOfEntries(lines, now), ...changedMarks(lines, marks)];
}

/** Whether a table stands in a section: it does not name the section in which it stands. */
function isAround({ range, endLine }: SectionFacts, [{ holder, line }]: Contents): boolean {
  return range.file === holder.path && range.line < line && line <= endLine;
}

/** Whether the section of an entry stands below the same section as before, or below none. */
function isBelowSame({ facts, section }: ContentsEntry, { section: now }: SectionNow, after: After): boolean {
  const parent = facts.sections.find(({ slug }) => slug === section.parent);
  return (parent && after.sectionNow(parent)?.section.slug) === now.parent;
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
