/** One line of a table of contents: what it names, and how it writes it. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';
import { directory, joinPath } from '../../resolve/paths.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { headingParts, writtenNumber } from '../headings.ts';
import { lineText } from '../layout.ts';

/** A line that names a section, and nothing else beside cells of a table. */
export interface ContentsEntry {
  /** The document in which the line stands. */
  holder: DocumentFacts;
  /** What it names: a section of this document or of another one. */
  facts: DocumentFacts;
  section: SectionFacts;
  /** 1-based. */
  line: number;
  /** Before the words: the indentation and the mark of a list, or the cells of a table ahead. */
  lead: string;
  /** How the number is written ahead of the link and in its words, with what stands behind it; absent where it is not. */
  ahead?: string;
  within?: string;
  isLink: boolean;
  /** The link has these words: a sign and the number, "§2". The title stands behind it, with the blanks before it. */
  sign?: string;
  behind?: string;
  /** The path of the link; empty where it names a section of its own document. */
  path: string;
  /** The title as the entry writes it; a link may leave out signs at its ends, such as those of a state. */
  title: string;
  /** What stands behind: the cells of a table, or signs without words. */
  trail: string;
}

const LIST_LEAD = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/;
const LINK = /^\[(?<words>(?:[^[\]\\]|\\.)+)\]\((?<path>[^()\s#<>]*)#(?<slug>[^()\s]+)\)/;
const MARK = String.raw`[.):]?[ \t]+(?:[-–—][ \t]+)?`;
const NUMBER_AHEAD = new RegExp(String.raw`^(?<number>[\dA-Z][\w.]*?)(?<mark>${MARK})(?=\S)`);

type Found = Omit<ContentsEntry, 'holder' | 'line' | 'lead' | 'ahead'>;

/** @param documents by path; only links name sections of other documents */
export function readEntry(
  holder: DocumentFacts,
  line: number,
  above: SectionFacts | undefined,
  documents: ReadonlyMap<string, DocumentFacts>,
): ContentsEntry | undefined {
  const text = lineText(holder, line);
  const lead = leadOf(text);
  if (lead === undefined) return undefined;
  const body = text.slice(lead.length);
  const number = NUMBER_AHEAD.exec(body);
  for (const ahead of [undefined, number?.[0]]) {
    const entry = read(body.slice(ahead?.length ?? 0), holder, above, documents);
    if (entry && (ahead === undefined || number?.groups!.number === writtenNumber(entry.section)))
      return { ...entry, holder, line, lead, ahead: ahead?.slice(number!.groups!.number.length) };
  }
  return undefined;
}

function read(
  text: string,
  holder: DocumentFacts,
  above: SectionFacts | undefined,
  documents: ReadonlyMap<string, DocumentFacts>,
): Found | undefined {
  const link = LINK.exec(text);
  if (link) {
    const { words, path, slug } = link.groups!;
    const facts = path === '' ? holder : documents.get(joinPath(directory(holder.path), decode(path)));
    const section = facts && namesOf(facts).bySlug.get(decode(slug));
    return section && readLink(text.slice(link[0].length), { facts, section, path, words });
  }
  const [words, trail] = splitCell(text);
  for (const section of sectionsWith(words, holder, above)) {
    const within = numberWithin(words, holder, section);
    if (within !== undefined) {
      const title = rawTitle(holder, section);
      return { facts: holder, section, within: within || undefined, isLink: false, path: '', title, trail };
    }
  }
  return undefined;
}

function readLink(
  rest: string,
  { words, ...target }: Pick<ContentsEntry, 'facts' | 'section' | 'path'> & { words: string },
): Found | undefined {
  const { facts, section } = target;
  const number = writtenNumber(section);
  const sign = /^§?/.exec(words)![0];
  if (number !== undefined && words === sign + number) {
    const [behind, trail] = splitCell(rest);
    const title = rawTitle(facts, section);
    if (!/^[ \t]+\S/.test(behind) || behind.trim() !== title) return undefined;
    return { ...target, isLink: true, sign, behind: behind.slice(0, -title.length), title, trail };
  }
  if (!/^[^\p{L}\p{N}[\](){}<>|]*(?:\||$)/u.test(rest)) return undefined;
  const whole = rawTitle(facts, section);
  for (const title of new Set([whole, withoutSigns(whole)])) {
    const within = numberWithin(words, facts, section, title);
    if (within !== undefined)
      return { ...target, within: within || undefined, isLink: true, title, trail: rest };
  }
  return undefined;
}

/** "🔀 `context.get`" without the sign ahead, "Threads 🧵" without the one behind. */
function withoutSigns(title: string): string {
  return title.replace(
    /^(?:\p{Extended_Pictographic}\uFE0F?\s*)+|(?:\s*\p{Extended_Pictographic}\uFE0F?)+$/gu,
    '',
  );
}

interface Names {
  bySlug: ReadonlyMap<string, SectionFacts>;
  byTitle: ReadonlyMap<string, SectionFacts[]>;
}

const namesOf = oncePer((facts: DocumentFacts): Names => ({
  bySlug: new Map(facts.sections.map((section) => [section.slug, section])),
  byTitle: Map.groupBy(facts.sections, (section) => rawTitle(facts, section)),
}));

/** Of sections with the same title, the first one behind the section of the entry above is meant. */
function sectionsWith(words: string, facts: DocumentFacts, above: SectionFacts | undefined): SectionFacts[] {
  const { byTitle } = namesOf(facts);
  const title = words.replace(new RegExp(String.raw`^[\dA-Z][\w.]*${MARK}`), '');
  const found = [...(byTitle.get(words) ?? []), ...(byTitle.get(title) ?? [])];
  const isAhead = (section: SectionFacts): boolean =>
    above === undefined || section.range.line > above.range.line;
  return found.toSorted((a, b) => Number(isAhead(b)) - Number(isAhead(a)));
}

/** What stands behind the number in the words; "" where they are the title alone, undefined where they are no name. */
function numberWithin(
  words: string,
  facts: DocumentFacts,
  section: SectionFacts,
  title = rawTitle(facts, section),
): string | undefined {
  if (words === title) return '';
  const number = writtenNumber(section);
  if (number === undefined || !words.endsWith(title)) return undefined;
  return new RegExp(`^${escapeExpression(number)}(?<mark>${MARK})$`).exec(words.slice(0, -title.length))
    ?.groups!.mark;
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
