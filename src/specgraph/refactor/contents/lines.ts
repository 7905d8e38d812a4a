/** Which sections a table of contents names after a refactoring, and where. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { siblingsOf } from '../headings.ts';
import type { Contents } from './entries.ts';
import { indentOf, type ContentsEntry } from './read-entry.ts';

/** A line of a table of contents after the refactoring. */
export interface Line {
  section: SectionFacts;
  /** The entry as it was, or the one in whose form it is written. */
  model: ContentsEntry;
  isAdded: boolean;
  /** Whether the model of an added line is the entry that the section had. */
  isOwn?: boolean;
}

/**
 * Whether another section with the same title has no entry: "Rationale" below each message.
 * @param coming sections that may get an entry yet
 */
export function isLeftOutElsewhere(
  section: SectionFacts,
  lines: readonly Line[],
  { sections }: DocumentFacts,
  coming: readonly SectionFacts[],
): boolean {
  return sections.some(
    (one) =>
      one.title === section.title &&
      one.depth === section.depth &&
      !coming.includes(one) &&
      lines.every((line) => line.section !== one),
  );
}

/**
 * Behind the section before it, before the one behind it, or as the first below the one above.
 * @param entry the entry that the section had before it moved
 */
export function addLine(
  lines: Line[],
  section: SectionFacts,
  now: DocumentFacts,
  run: Contents,
  entry: ContentsEntry | undefined,
): void {
  const siblings = siblingsOf(now, section);
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

/**
 * The entry of a section that has moved is written as it was; where it has no place in the new order, it stays.
 * @param isBelowSame whether it keeps its indentation among entries with another one
 */
export function keepEntry(
  lines: Line[],
  entry: ContentsEntry,
  section: SectionFacts,
  isBelowSame: boolean,
): void {
  const line = lines.find((one) => one.section === section);
  if (line) {
    if (line.isAdded && (isBelowSame || indentOf(line.model) === indentOf(entry)))
      Object.assign(line, { model: entry, isOwn: true });
    return;
  }
  const behind = lines.findIndex(({ model, isAdded }) => !isAdded && model.line > entry.line);
  lines.splice(behind < 0 ? lines.length : behind, 0, { section, model: entry, isAdded: true, isOwn: true });
}
