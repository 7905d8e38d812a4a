/** What in a sentence can own a section number: links, documents, "this document", works outside the set. */
import type { Owner } from '../../model/index.ts';
import { spanAt, type LinkSpan, type Ownership, type Words } from '../prose.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Landmark {
  start: number;
  end: number;
  owner: Owner | 'outside';
  /** The words of a link to another site name no work: "[the qualifications of the team](https://…)". */
  isNoName?: boolean;
}

/** A document that is named in prose or in a code span, outside of links. */
export interface NamedDocument {
  start: number;
  end: number;
  name: string;
  /** The kind by whose numbers it is named: "BOLT #2". Then `name` is the number. */
  numberOf?: string;
  where: 'prose' | 'code';
}

const MARKDOWN_PATH = /^[\w./-]+\.(?:md|markdown|mdx)$/;
const MARKDOWN_FILE =
  /(?<![\w/.@-])(?:\.{0,2}\/)?(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:md|markdown|mdx)(?![\w/-])/g;
/** "spec/14", "chapter-3.html": names a document, but which one only a configuration could tell. */
const FOREIGN_DOCUMENT =
  /(?<![\w/.-])(?:[A-Za-z][\w.-]*\/\d[\w-]*|[\w-]+\.(?:rst|adoc|html?|pdf|txt|docx?))(?![\w/])/g;
const SELF =
  /\b(?:this (?:document|specification|spec|page|file|policy|standard|proposal)|these (?:guidelines|requirements))\b/gi;

/** "the Relay specification": a document of the set if one has this title. */
const TITLED_WORK =
  /\b[Tt]he\s+((?:[A-Z][\w'’+#-]*\s+)(?:[\w'’-]+\s+){0,3}?(?:specification|spec|guide|handbook|manual|documentation))\b/g;

const ORGANISATIONS = String.raw`RFC|BCP|STD|ISO(?:\/IEC)?|IEC|IEEE|NIST|FIPS|PEP|CIS|ETSI|3GPP|ANSI|OASIS|EN|TS|UAX|UTS|UTR|ITU(?:-T)?|X\.`;
/** Works that are none of the set: "RFC 2119", "17 U.S.C.". */
export const OUTSIDE = new RegExp(
  [
    String.raw`\b(?:${ORGANISATIONS})[\s-]?(?:(?:SP|TS|TR|EN|Std\.?|Rec\.?|#)\s*)*(?:[A-Z]\.)?\d[\d.:-]*\b`,
    String.raw`\brfc[\s-]?\d+\b`,
    String.raw`\bhttps?:\/\/[^\s)>\]]+`,
    String.raw`(?<![\w.@/-])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:org|com|net|io|dev|edu|gov)(?:\/[^\s)>\]]*)?(?![\w-])`,
    String.raw`\bdraft-[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b`,
    String.raw`\b\d+\s+(?:U\.?S\.?C\.?|C\.?F\.?R\.?)(?!\w)`,
    String.raw`\b(?:PEP|W3C|WHATWG|ECMA-\d+|POSIX|CommonMark|GDPR|HIPAA|GFM)\b`,
  ].join('|'),
  'g',
);
/** "Step 3 of [the protocol](#protocol)": the list of a section has the steps. */
const STEP_OF = /\bsteps?\s[^.;]*$/i;
const OF_BEFORE = /\d[a-z]?\)?,?\s+(?:of|from)\s+(?:the\s+)?$/;
/** "GFM", "RFC2119", "CSP3": the key of a work in a list of references. */
const CITATION_KEY = /^[A-Z][A-Z0-9]+[\w.-]*$/;

/** @returns the documents that the unit names; they are references of their own */
export function readDocuments(unit: Words, masked: string, words: Vocabulary): NamedDocument[] {
  const found: NamedDocument[] = [];
  const taken = new Set<number>();
  const add = (start: number, end: number, name: string, where: 'prose' | 'code'): void => {
    if (!spanAt(unit.links, start)) found.push({ start, end, name, where });
  };
  for (const span of unit.codes) {
    const text = unit.text.slice(span.start, span.end).trim();
    if (MARKDOWN_PATH.test(text) || words.wholeDocument.test(text)) add(span.start, span.end, text, 'code');
  }
  const addAll = (pattern: RegExp): void => {
    for (const match of masked.matchAll(pattern))
      if (!taken.has(match.index)) {
        taken.add(match.index);
        add(match.index, match.index + match[0].length, match[0], 'prose');
      }
  };
  if (masked.includes('/')) addAll(words.document);
  if (masked.includes('.m')) addAll(MARKDOWN_FILE);
  return found;
}

/** @returns all that can own a number of this unit, in order of the text, the longer of two that begin together first */
export function readLandmarks(
  unit: Words,
  masked: string,
  words: Vocabulary,
  documents: readonly NamedDocument[],
): Landmark[] {
  const landmarks: Landmark[] = documents
    .filter(({ start, numberOf }) => numberOf === undefined || !spanAt(unit.links, start))
    .map(({ start, end, name, numberOf }) => ({
      start,
      end,
      owner: { kind: 'document', name, ...(numberOf && { numberOf }) },
    }));
  for (const span of unit.links) {
    const owner = linkOwner(span, unit);
    if (!owner) continue;
    const isNoName = owner === 'outside' && !mayBeName(unit.text.slice(span.start, span.end));
    landmarks.push({ start: span.start, end: span.end, owner, ...(isNoName && { isNoName }) });
  }
  const named = new Set(documents.map(({ start }) => start));
  const add = (pattern: RegExp, owner: Landmark['owner']): void => {
    for (const match of masked.matchAll(pattern))
      if (!named.has(match.index))
        landmarks.push({ start: match.index, end: match.index + match[0].length, owner });
  };
  for (const match of masked.matchAll(TITLED_WORK))
    landmarks.push({
      start: match.index,
      end: match.index + match[0].length,
      owner: { kind: 'title', name: match[1], otherwise: 'maybe-current' },
    });
  add(SELF, { kind: 'current', isNamed: true });
  add(OUTSIDE, 'outside');
  if (!words.hasPrefix) add(FOREIGN_DOCUMENT, 'outside');
  return landmarks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function linkOwner({ url, start, end }: LinkSpan, unit: Words): Landmark['owner'] | undefined {
  if (url.startsWith('#')) return isCitation(start, end, unit) ? 'outside' : { kind: 'current' };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return 'outside';
  const path = decode(url.replace(/[?#].*$/, ''));
  return MARKDOWN_PATH.test(path) ? { kind: 'document', name: `./${path}` } : undefined;
}

/** The name of a work has a capital letter, a digit or a sign, or ends in a noun for works: "the specification". */
function mayBeName(words: string): boolean {
  return !/^[\p{Ll}\s,'’-]+$/u.test(words) || /\s/.test(words.trim()) === false || WORK.test(words);
}

const WORK =
  /\b(?:acts?|article|book|documentation|docs|draft|guide|guidelines|handbook|law|licen[cs]e|manual|paper|policy|proposal|registry|report|requirements|rfc|spec|specifications?|standard)s?\s*$/;

/** `[GFM](#GFM)` and `[[Keys](#keys)]` lead to the list of references of the page: the number is the cited work's. */
function isCitation(start: number, end: number, { text }: Words): boolean {
  const words = text.slice(start, end);
  const isBracketed = (text[start - 1] === '[' && text[end] === ']') || /^\[.*\]$/.test(words);
  // "Section 7.3 of [JSON Schema](#schema)": no section has a section of that number.
  const before = text.slice(Math.max(0, start - 40), start);
  const isOwner = OF_BEFORE.test(before) && !/\d|section/i.test(words) && !STEP_OF.test(before);
  return isBracketed || isOwner || CITATION_KEY.test(words);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Who owns the numbers in the items below a list item: the work that it begins with, for certain if it says no more. */
export function ownerOfItems(unit: Words, masked: string, words: Vocabulary): Ownership | undefined {
  const [first, ...others] = readLandmarks(unit, masked, words, readDocuments(unit, masked, words));
  if (!first || (first.owner !== 'outside' && first.owner.kind === 'current')) return undefined;
  if (!BEGINNING.test(unit.text.slice(0, first.start))) return undefined;
  const isAll = others.every(({ end }) => end <= first.end) && END.test(unit.text.slice(first.end));
  return { owner: first.owner, certain: isAll };
}

const BEGINNING = /^\s*(?:[Ss]ee\s+)?(?:[Tt]he\s+)?(?:file\s+|document\s+)?["“]?$/;
const END = /^["”]?\s*[:.,]?\s*$/;
