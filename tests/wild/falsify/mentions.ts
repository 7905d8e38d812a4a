/**
 * Finds in the lines of documents what a reader would call a reference to a numbered part of the same set. It shares
 * nothing with the extraction of the checker, so that what that one does not read is found here all the same.
 */
import path from 'node:path';
import type { SourceText } from '../../defects/defect.ts';

export type Place = 'text' | 'link text' | 'list' | 'table';

/** A number in a line, and the document whose part it names. */
export interface Mention {
  source: SourceText;
  /** 0-based. */
  line: number;
  /** UTF-16 offset of the number in its line. */
  start: number;
  number: string;
  place: Place;
  target: SourceText;
}

const NUMBER = String.raw`(?<number>\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)*)(?![\w/%-]|\.\d)`;
const WORD = String.raw`(?:sub-?)?sections?|(?:sub)?clauses?|chapters?|annex(?:es)?|appendi(?:x|ces)|sect?\.|§§?`;
const WORDED = new RegExp(String.raw`(?<![\w.-])(?:${WORD})(?:\s+|(?<=§))[\`*_"“]*${NUMBER}`, 'dgi');
const LINK = /(?<!!)\[(?<words>(?:[^[\]\n]|\[[^[\]\n]*\])+)\](?:\((?<url>[^()\s]*)(?:\s+"[^"]*")?\))/dg;
/** A section number at the head of a link's words, or behind the word for it. */
const LINKED = new RegExp(String.raw`^\s*[\`*_"“(]*(?:(?:${WORD})\s*)?${NUMBER}`, 'di');
/** Works of others: who names one means its section. */
const OTHERS =
  /\b(?:RFC|BCP|ISO|IEC|IEEE|NIST|FIPS|ETSI|ITU|W3C|ECMA|ANSI|OMB|Unicode)|\bX\.\d|U\.?S\.?C|C\.?F\.?R|SP ?800|draft-|https?:/i;
/** What an owner outside of the set says behind the number: "of their CPS", "of [the act](https://…)". */
const OF_OTHERS =
  /^\)?,? of (?:their|its|your|the CA[’']s|the applicable|that|RFC)\b|^\)?,? (?:of|in|from) (?:the )?(?:\[[^\]]*\]\(https?:|\[+[A-Z])/;
/** "[HAIP] Sections 5 and 6", "[[Lang]](#lang), Section 3": the key of a cited work stands in the sentence. */
const CITED = /\[\[?[A-Za-z\d .:_-]*\p{Lu}[A-Za-z\d .:_-]*\p{Lu}[A-Za-z\d .:_-]*\](?!\(#\d)[^.;|]*$/u;
const DATED =
  /(?<!\d)(?:19|20)\d\d-\d\d-\d\d|\b\d{1,2}[- ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i;
const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;

/** @returns the mentions whose number a heading of the document has that they mean, in order of files and lines */
export function mentionsIn(documents: readonly SourceText[]): Mention[] {
  const byFile = new Map(documents.map((source) => [source.file, source]));
  const numbers = new Map(documents.map((source) => [source, numbersOf(source)]));
  const found: Mention[] = [];
  for (const source of documents)
    for (const [line, text] of source.lines.entries()) {
      const type = source.types[line];
      if (type !== 'prose' && type !== 'table') continue;
      if (DATED.test(text) || text.includes('<!--') || isIndentedCode(source, line)) continue;
      const add = (start: number, number: string, inLink: boolean, target: SourceText | undefined): void => {
        if (!target || !numbers.get(target)!.has(number)) return;
        const place =
          type === 'table' ? 'table' : LIST_ITEM.test(text) ? 'list' : inLink ? 'link text' : 'text';
        found.push({ source, line, start, number, place, target });
      };
      let bare = text;
      // Addresses are no words.
      const shown = text.replace(LINK, (link) => `${link.replace(/\]\(.*$/, ']').padEnd(link.length)}`);
      for (const link of text.matchAll(LINK)) {
        bare =
          bare.slice(0, link.index) + ' '.repeat(link[0].length) + bare.slice(link.index + link[0].length);
        const { words, url } = link.groups!;
        const number = url.includes('#') && !/^\w+:/.test(url) ? LINKED.exec(words) : null;
        if (!number || !isSectionNumber(number)) continue;
        const start = link.indices!.groups!.words[0] + number.indices!.groups!.number[0];
        add(start, number.groups!.number, true, targetOf(source, url, byFile));
      }
      for (const match of bare.matchAll(WORDED)) {
        if (OTHERS.test(shown.slice(Math.max(0, match.index - 80), match.index + 120))) continue;
        if (OF_OTHERS.test(text.slice(match.index + match[0].length))) continue;
        if (CITED.test(shown.slice(0, match.index)) || isCounted(text, match.index, source)) continue;
        // "Annex 2" is not the heading "2. Terms".
        if (/^(?:annex|appendi)/i.test(match[0]) && !hasAppendix(match.groups!.number, source)) continue;
        add(match.indices!.groups!.number[0], match.groups!.number, false, source);
      }
    }
  return found;
}

/** The numbers at the heads of headings: "## 4.2 Keys", "# Appendix A". */
export function numbersOf({ lines, types }: SourceText): Set<string> {
  const numbers = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (types[i] !== 'heading') continue;
    const match =
      /^#+\s+(?:(?:section|chapter|clause|annex|appendix|§)\s*)?(\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)*)(?=[\s.:)]|$)/i.exec(
        line,
      );
    // A capital letter alone is a number behind the word only: "## A note".
    if (match && (/[\d.]/.test(match[1]) || /annex|appendix/i.test(match[0]))) numbers.add(match[1]);
  }
  return numbers;
}

function hasAppendix(number: string, { lines, types }: SourceText): boolean {
  const heading = new RegExp(
    String.raw`^#+\s+(?:${number}[\s.:]|.*(?:annex|appendix)\s+${number}(?!\w))`,
    'i',
  );
  return lines.some((line, i) => types[i] === 'heading' && heading.test(line) && /^#+\s+\D/.test(line));
}

/** "Conformance Clause 3" where headings have titles such as "3.1.3 Conformance Clause 3": no number of a section. */
function isCounted(text: string, at: number, { lines, types }: SourceText): boolean {
  const words = /\p{Lu}[\p{L}-]*\s+$/u.exec(text.slice(0, at))?.[0];
  const word = /^\p{L}+?(?=s?\s)/u.exec(text.slice(at))?.[0];
  if (words === undefined || word === undefined) return false;
  return lines.some(
    (line, i) => types[i] === 'heading' && /\s\d/.test(line.split(`${words}${word}`)[1] ?? ''),
  );
}

function isIndentedCode({ lines }: SourceText, line: number): boolean {
  if (!lines[line].startsWith('    ') || LIST_ITEM.test(lines[line])) return false;
  const before = lines.slice(0, line).findLast((text) => text.trim() !== '' && !text.startsWith('    '));
  return lines[line - 1] === '' && (before === undefined || !LIST_ITEM.test(before));
}

/** "2 ways" is no number of a section; "Section 2", "4.2 Keys" and "§2" hold one. */
function isSectionNumber({ groups, 0: match }: RegExpExecArray): boolean {
  const { number } = groups!;
  const isWorded = match.trim().length > number.length + 2;
  return isWorded || /\d\.\d/.test(number) || match.includes('§');
}

function targetOf(
  source: SourceText,
  url: string,
  byFile: ReadonlyMap<string, SourceText>,
): SourceText | undefined {
  const file = url.replace(/#.*$/, '');
  return file === '' ? source : byFile.get(path.posix.join(path.posix.dirname(source.file), decodeURI(file)));
}
