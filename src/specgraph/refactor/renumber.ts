/** Numbers the sections, steps, rows and list items of documents in the order in which they stand. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import {
  countedWith,
  hasNumber,
  isPlainlyCounted,
  joinNumber,
  Numbering,
  splitNumber,
  successor,
} from './numbering.ts';
import { renumberLists } from './renumber-lists.ts';
import { renumberRows } from './rows/renumber.ts';
import { emptyDraft, type Draft } from './state.ts';

export function draftRenumber(documents: readonly DocumentFacts[]): Draft {
  const draft = emptyDraft();
  for (const facts of documents) {
    numberSections(facts).write(draft.changes);
    for (const table of facts.tables) renumberRows(draft, facts, table);
    renumberLists(draft, facts);
  }
  return draft;
}

/**
 * Signs of headings and parts of numbers may tell different outlines: "##### 3.2.2.7" behind "#### 3.2.2.6", or "## 1.1" below
 * "## 1". The one by which fewer numbers change is meant.
 */
function numberSections(facts: DocumentFacts): Numbering {
  const [bySigns, byParts] = [outlineOfSigns(facts), outlineOfParts(facts)].map((outline) => {
    const numbering = new Numbering(facts);
    for (const [first, ...rest] of outline.counts) count(numbering, first, rest, outline.above(first));
    return numbering;
  });
  return byParts.changed.length < bySigns.changed.length ? byParts : bySigns;
}

/** Which sections are counted together, from the top of the outline down, and below which section a count stands. */
interface Outline {
  counts: SectionFacts[][];
  above(first: SectionFacts): SectionFacts | undefined;
}

function outlineOfSigns(facts: DocumentFacts): Outline {
  return {
    counts: countsOf(facts),
    above: (first) => facts.sections.find(({ slug }) => slug === first.parent),
  };
}

/** "3.2.2.7" is counted below the last "3.2.2" before it; letters and steps are counted as their signs tell. */
function outlineOfParts(facts: DocumentFacts): Outline {
  const bySigns = outlineOfSigns(facts);
  const counts = new Map<SectionFacts | undefined, SectionFacts[]>();
  const aboveOf = new Map<SectionFacts, SectionFacts | undefined>();
  /** The last section of each level. */
  let open: SectionFacts[] = [];
  for (const section of facts.sections.filter(isDotted)) {
    const level = section.number!.split('.').length;
    const above = open[level - 2];
    if (level > 1 && above === undefined) return bySigns;
    open = [...open.slice(0, level - 1), section];
    aboveOf.set(section, above);
    counts.set(above, [...(counts.get(above) ?? []), section]);
  }
  const levelOf = ([first]: SectionFacts[]): number => first.number!.split('.').length;
  return {
    counts: [
      ...[...counts.values()].toSorted((a, b) => levelOf(a) - levelOf(b)),
      ...bySigns.counts.filter(([first]) => !isDotted(first)),
    ],
    above: (first) => (isDotted(first) ? aboveOf.get(first) : bySigns.above(first)),
  };
}

/** "3" and "3.2", and neither "3a" nor a step. */
function isDotted(section: SectionFacts): boolean {
  return isPlainlyCounted(section) && !section.label && /^\d+(?:\.\d+)*$/.test(section.number ?? '');
}

function countsOf(facts: DocumentFacts): SectionFacts[][] {
  const seen = new Set<SectionFacts>();
  const counts: SectionFacts[][] = [];
  for (const section of facts.sections.toSorted((a, b) => a.depth - b.depth)) {
    if (seen.has(section) || !hasNumber(section)) continue;
    const own = countedWith(facts, section).filter(hasNumber);
    for (const one of own) seen.add(one);
    counts.push(own);
  }
  return counts;
}

function count(
  numbering: Numbering,
  first: SectionFacts,
  rest: readonly SectionFacts[],
  parent: SectionFacts | undefined,
): void {
  const start = firstNumber(numbering, first, parent);
  if (start === undefined) return;
  if (start !== numbering.of(first)) numbering.set(first, start);
  let last = start;
  const stem = /^(?<stem>.+)[a-z]$/.exec(start)?.groups!.stem;
  const areLettered = stem !== undefined && rest.every((one) => numbering.of(one)!.slice(0, -1) === stem);
  for (const section of rest) {
    const written = numbering.of(section)!;
    const next = areLettered ? successor(last) : numberBehind(last, written, section.step !== undefined);
    if (next === undefined) return;
    if (next !== written) numbering.set(section, next);
    last = next;
  }
}

/** 6 behind 5 and behind 5a; 5a and 5b behind 5. */
function numberBehind(last: string, written: string, isStep: boolean): string | undefined {
  const base = last.replace(/[a-z]$/, '');
  if (!/[a-z]$/.test(written)) return successor(base);
  const [stem, letter] = [written.slice(0, -1), written.at(-1)!];
  // Steps of one sequence may be left out in another one: 7b without 7a, 14a without 14.
  const isInOrder = stem === base ? letter > (last.slice(base.length) || '`') : stem === successor(base);
  if (isStep && isInOrder) return written;
  return last === base ? `${base}a` : successor(last);
}

/** The first number of a count: below a section, that of the section and 1; at the top as it is written. */
function firstNumber(
  numbering: Numbering,
  first: SectionFacts,
  parent: SectionFacts | undefined,
): string | undefined {
  const split = splitNumber(numbering.of(first)!);
  if (!split) return undefined;
  if (split.stem === '' || first.step !== undefined || first.label) return joinNumber(split);
  const above = parent && numbering.of(parent);
  const isDotted = split.kind === 'digits';
  if (above === undefined || parent?.step !== undefined) return joinNumber(split);
  return joinNumber({ ...split, stem: isDotted ? `${above}.` : above, ordinal: split.ordinal === 0 ? 0 : 1 });
}
