/** The tables of contents of a document that are written by hand: lists, or tables, that name its sections in their order. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { parseDocument, partsOf } from '../../parse/markdown.ts';
import { oncePer } from '../../resolve/once.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { headingParts, writtenNumber } from '../headings.ts';
import { lineText } from '../layout.ts';

/** A line that names a section, and nothing else beside cells of a table. */
export interface ContentsEntry {
  section: SectionFacts;
  /** 1-based. */
  line: number;
  /** Before the words: the indentation and the mark of a list, or the cells of a table ahead. */
  lead: string;
  /** How the number is written ahead of the link and in its words, with what stands behind it; absent where it is not. */
  ahead?: string;
  within?: string;
  isLink: boolean;
  /** What stands behind: the cells of a table. */
  trail: string;
}

/** Entries that follow each other line by line. */
export type Contents = readonly ContentsEntry[];

const LIST_LEAD = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/;
const LINK = /^\[(?<words>(?:[^[\]\\]|\\.)+)\]\(#(?<slug>[^()\s]+)\)/;

/** @returns tables of two lines or more whose sections stand in the order of the document */
export const contentsOf = oncePer((facts: DocumentFacts): Contents[] => {
  const find = entryFinder(facts);
  const runs: ContentsEntry[][] = [];
  for (let line = 1; line <= facts.lines; line++) {
    const last = runs.at(-1)?.at(-1);
    const above = last?.line === line - 1 ? last : undefined;
    const entry = find(line, above?.section);
    if (!entry) continue;
    if (above) runs.at(-1)!.push(entry);
    else runs.push([entry]);
  }
  const found = runs.filter((run) => run.length > 1 && isInOrder(run));
  if (found.length === 0) return [];
  const code = partsOf(parseDocument(facts.path, facts.source).root).code.map(({ position }) => position!);
  return found.filter(([{ line }]) => !code.some(({ start, end }) => start.line <= line && line <= end.line));
});

function isInOrder(run: Contents): boolean {
  return run.every(({ section }, i) => i === 0 || section.range.line > run[i - 1].section.range.line);
}

/** Of sections with the same title, the first one behind the section of the entry above is meant. */
function entryFinder(
  facts: DocumentFacts,
): (line: number, above: SectionFacts | undefined) => ContentsEntry | undefined {
  const bySlug = new Map(facts.sections.map((section) => [section.slug, section]));
  const byTitle = Map.groupBy(facts.sections, (section) => rawTitle(facts, section));
  return (line, above) => {
    const text = lineText(facts, line);
    const lead = leadOf(text);
    if (lead === undefined) return undefined;
    const body = text.slice(lead.length);
    const number = /^(?<number>[\dA-Z][\w.]*?)(?<mark>[.):]?[ \t]+(?:[-–—][ \t]+)?)(?=\S)/.exec(body);
    for (const ahead of [undefined, number?.[0]]) {
      const entry = read(body.slice(ahead?.length ?? 0), above);
      if (entry && (ahead === undefined || number?.groups!.number === writtenNumber(entry.section)))
        return { ...entry, line, lead, ahead: ahead?.slice(number!.groups!.number.length) };
    }
    return undefined;
  };

  function read(
    words: string,
    above: SectionFacts | undefined,
  ): Omit<ContentsEntry, 'line' | 'lead' | 'ahead'> | undefined {
    const link = LINK.exec(words);
    const [own, trail] = link ? [link.groups!.words, words.slice(link[0].length)] : splitCell(words);
    if (!/^\s*$|^\s*\|/.test(trail)) return undefined;
    const candidates = link ? [bySlug.get(decode(link.groups!.slug))] : sectionsWith(own, above);
    for (const section of candidates) {
      const within = section && numberWithin(own, section);
      if (within !== undefined)
        return { section: section!, within: within || undefined, isLink: link !== null, trail };
    }
    return undefined;
  }

  function sectionsWith(words: string, above: SectionFacts | undefined): SectionFacts[] {
    const title = words.replace(/^[\dA-Z][\w.]*[.):]?[ \t]+(?:[-–—][ \t]+)?/, '');
    const found = [...(byTitle.get(words) ?? []), ...(byTitle.get(title) ?? [])];
    const isAhead = (section: SectionFacts): boolean =>
      above === undefined || section.range.line > above.range.line;
    return found.toSorted((a, b) => Number(isAhead(b)) - Number(isAhead(a)));
  }

  /** What stands behind the number in the words; "" where they are the title alone, undefined where they are no name. */
  function numberWithin(words: string, section: SectionFacts): string | undefined {
    const title = rawTitle(facts, section);
    if (words === title) return '';
    const number = writtenNumber(section);
    if (number === undefined || !words.endsWith(title)) return undefined;
    return new RegExp(`^${escapeExpression(number)}(?<mark>[.):]?[ \\t]+(?:[-–—][ \\t]+)?)$`).exec(
      words.slice(0, -title.length),
    )?.groups!.mark;
  }
}

/** The title as the heading writes it, markup included. */
export function rawTitle(facts: DocumentFacts, section: SectionFacts): string {
  const { start, end } = headingParts(facts, section).title;
  return facts.source.slice(start, end).trim();
}

/** The mark of a list; of a row of a table, its cells up to the one with the name. */
function leadOf(text: string): string | undefined {
  const list = LIST_LEAD.exec(text)?.[0];
  if (list !== undefined) return list;
  // A name is in the first cell, or in the second one behind a number.
  return /^[ \t]*\|[ \t]*(?:[\dA-Z][\w.]*[ \t]*\|[ \t]*)?/.exec(text)?.[0];
}

function splitCell(words: string): [string, string] {
  const bar = words.search(/[ \t]*(?:\||$)/);
  return [words.slice(0, bar), words.slice(bar)];
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** How far an entry is indented; the rows of a table are not. */
export function indentOf({ lead }: Pick<ContentsEntry, 'lead'>): number {
  return lead.includes('|') ? 0 : /^[ \t]*/.exec(lead)![0].length;
}
