/** Finds where a configuration or a contract names a section, so that the number can be corrected in its text. */
import type { MovedPointer, SourceRange } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';

/** `section: '4'`, `"sections": ["3.1", "3.2"]`, `to_sections: ['6', '7']`; the value is the second group. */
const SECTION_KEY = /\b(section|sections|to_sections)\b['"]?\s*:\s*(\[[^\]]*\]|'[^']*'|"[^"]*"|[\w.]+)/g;
/** `document: '03'`, `path: spec/03-x.md`, `from: …`, `document: REFERENCE`. */
const DOCUMENT_KEY = /\b(document|path|from|to)\b['"]?\s*:\s*(?:'([^']*)'|"([^"]*)"|([\w./-]+))/g;
/** How far the two keys of one entry may stand apart, in UTF-16 units. */
const MAX_DISTANCE = 400;

/**
 * The places of the section's name in the text of the file. The text is not evaluated: it may be a program, in which a
 * constant (`const REFERENCE = '03'`) is understood and a computed value is not.
 * @param ownsNameless whether an entry that names a section and no document is about this document
 */
export function pointerPlaces(
  { file, document, section }: Pick<MovedPointer, 'file' | 'document' | 'section'>,
  source: string,
  { ownsNameless = true }: { ownsNameless?: boolean } = {},
): SourceRange[] {
  const lines = lineIndex(file, source);
  const spans = [
    ...keyedSpans(document, section, source, ownsNameless),
    ...argumentSpans(document, section, source),
    ...mappedSpans(document, section, source),
  ];
  return [...new Set(spans)]
    .toSorted((a, b) => a - b)
    .map((start) => lines.range(start, start + section.length));
}

/** Entries with keys: `{ document: '03', section: '4' }`. */
function* keyedSpans(
  document: string,
  section: string,
  source: string,
  ownsNameless: boolean,
): Iterable<number> {
  for (const match of source.matchAll(SECTION_KEY)) {
    const [whole, key, value] = match;
    const valueStart = match.index + whole.length - value.length;
    if (!isOf(document, key, match.index, source, ownsNameless)) continue;
    for (const name of value.matchAll(/'([^']*)'|"([^"]*)"|[\w.]+/g)) {
      const quoted = name[1] ?? name[2];
      if ((quoted ?? name[0]) === section) yield valueStart + name.index + (quoted === undefined ? 0 : 1);
    }
  }
}

/** Two neighbouring texts: `'01', '10'`; the second one is only looked at, because it may begin the next pair. */
const PAIR = /(['"])([^'"\n]*)\1(?=(\s*,\s*)(['"])([^'"\n]*)\4)/g;
/** The beginning of a call, with at most one argument before the pair. A list may hold names of many things. */
const CALL = /\(\s*(?:[^()[\]]*,\s*)?$/;

/** Arguments of a function: `party('Server', '01', '10')`. */
function* argumentSpans(document: string, section: string, source: string): Iterable<number> {
  for (const match of source.matchAll(PAIR)) {
    const [first, , name, comma, , second] = match;
    if (name === document && second === section && CALL.test(before(match.index, source)))
      yield match.index + first.length + comma.length + 1;
  }
}

/** The places of the names of a document and of its section, in an entry or a call that names them both. */
export function pairPlaces(
  { document, section }: Pick<MovedPointer, 'document' | 'section'>,
  source: string,
): { document: number; section: number }[] {
  const found: { document: number; section: number }[] = [];
  for (const match of source.matchAll(PAIR)) {
    const [first, , name, comma, , second] = match;
    if (name === document && second === section && CALL.test(before(match.index, source)))
      found.push({ document: match.index + 1, section: match.index + first.length + comma.length + 1 });
  }
  for (const { index, 0: entry } of source.matchAll(/\{[^{}]*\}/g)) {
    const [documentAt, sectionAt] = [
      valueAt(entry, /\bdocument['"]?\s*:\s*/g, document),
      valueAt(entry, /\bsection['"]?\s*:\s*/g, section),
    ];
    if (documentAt !== undefined && sectionAt !== undefined)
      found.push({ document: index + documentAt, section: index + sectionAt });
  }
  return found;
}

/** The offset of a value behind its key; undefined where the key has another value. */
function valueAt(entry: string, key: RegExp, value: string): number | undefined {
  for (const { index, 0: words } of entry.matchAll(key)) {
    const at = index + words.length;
    const quote = /['"]/.exec(entry[at] ?? '')?.[0] ?? '';
    if (entry.startsWith(quote + value, at) && !/[\w.]/.test(entry[at + quote.length + value.length] ?? ''))
      return at + quote.length;
  }
  return undefined;
}

/** A list that is mapped to entries: `['3', '4'].map((section) => ({ document: REFERENCE, section }))`. */
const MAPPED_DOCUMENT = String.raw`document:\s*(?:'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<name>\w+))`;
const MAPPED_ENTRY = String.raw`\(?section\)?\s*=>\s*\(\{\s*${MAPPED_DOCUMENT}\s*,\s*section\s*,?\s*\}\)`;
const MAPPED = new RegExp(String.raw`\[(?<list>[^\][]*)\]\s*\.map\(${MAPPED_ENTRY}\)`, 'g');

function* mappedSpans(document: string, section: string, source: string): Iterable<number> {
  for (const { index, groups } of source.matchAll(MAPPED)) {
    const { list, single, double, name } = groups!;
    if ((single ?? double ?? constant(name, source)) !== document) continue;
    for (const item of list.matchAll(/(['"])([^'"]*)\1/g))
      if (item[2] === section) yield index + 1 + item.index + 1;
  }
}

function before(at: number, source: string): string {
  return source.slice(Math.max(0, at - 80), at);
}

/** Whether the entry around a key is about the document. */
function isOf(document: string, key: string, at: number, source: string, ownsNameless: boolean): boolean {
  const start = Math.max(source.lastIndexOf('{', at), source.lastIndexOf('\n-', at), at - MAX_DISTANCE, 0);
  const closing = source.indexOf('}', at);
  const end = Math.min(closing < 0 ? source.length : closing, at + MAX_DISTANCE);
  const names = [...source.slice(start, end).matchAll(DOCUMENT_KEY)]
    .filter(([, name]) => (key === 'to_sections' ? name === 'to' : name !== 'to'))
    .map(([, , single, double, bare]) => single ?? double ?? constant(bare, source));
  return names.length === 0 ? ownsNameless && key === 'section' : names.includes(document);
}

/** The text of a constant: "03" of `const REFERENCE = '03'`. */
function constant(name: string, source: string): string {
  return (
    new RegExp(String.raw`\bconst ${name.replaceAll(/\W/g, '')}\b[^=\n]*=\s*['"]([^'"]*)['"]`).exec(
      source,
    )?.[1] ?? name
  );
}
