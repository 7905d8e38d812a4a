/** How words name a document or a section, and how they name it after the refactoring. */
import type { DocumentFacts } from '../../model/index.ts';
import { withoutDocumentExtension } from '../../text/file-names.ts';
import { headingParts } from '../headings.ts';
import type { Before } from '../state.ts';
import type { Target } from './targets.ts';

/** Words as they are compared: blanks and marks of code and emphasis aside. */
function plain(words: string): string {
  return words.replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim();
}

/** "Beta" of the title "02 Beta", "2. Beta" or "02 - Beta". */
export function withoutNumber(title: string): string {
  return title.replace(/^\d+(?:\.\d+)*[.:)]?\s+(?:[-–—:]\s+)?(?=\S)/, '');
}

/** The title of a section as its heading is written. */
export function writtenTitle({ facts, section }: Target): string {
  const { title } = headingParts(facts, section!);
  return facts.source.slice(title.start, title.end);
}

/**
 * The words of a link, or in quotes, that are the title of a section, with its title now.
 * @returns undefined where the words do not hold the title
 */
export function titleWords(words: string, target: Target, now: Target): string | undefined {
  const [was, is] = [writtenTitle(target), withoutLinks(writtenTitle(now))];
  if (was === writtenTitle(now)) return undefined;
  const whole = plain(words);
  for (const old of [target.section!.title, target.section!.heading]) {
    if (plain(old) === '') continue;
    if (whole === plain(old))
      return old === target.section!.heading && old !== target.section!.title
        ? words.replace(was, () => is)
        : is;
    if (whole.toLowerCase() === plain(old).toLowerCase() && old === target.section!.title)
      return inCaseOf(whole, plain(old), is);
  }
  // "Schema Objects" of a link to the section "Schema Object".
  const plural = plain(target.section!.title) + 's';
  if (whole.toLowerCase() === plural.toLowerCase() && /[a-gi-rt-w]$/.test(plain(is)))
    return inCaseOf(whole, plural, is) + 's';
  // "7. Metrics" and "Section 7: Metrics": the title stands at the end, behind a number.
  const head = withoutEnd(words, was) ?? withoutEnd(words, target.section!.title);
  return head !== undefined && /\d/.test(head) ? head + is : undefined;
}

/** A new title in the capitals in which words wrote the old one: "edge keys" and "Edge keys" of "Edge Keys". */
export function inCaseOf(words: string, was: string, is: string): string {
  if (words === was) return is;
  const small = inSmallLetters(was);
  if (words === small || words === was.toLowerCase()) return inSmallLetters(is);
  return words === withCapital(small) ? withCapital(inSmallLetters(is)) : is;
}

/** As in a sentence; "TLS" and "GitHub" keep their capitals. */
function inSmallLetters(title: string): string {
  return title.replace(/(?<![\p{L}\p{N}_])\p{Lu}\p{Ll}*(?![\p{L}\p{N}_])/gu, (word) => word.toLowerCase());
}

function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withoutEnd(words: string, end: string): string | undefined {
  return end !== '' && words.endsWith(end) ? words.slice(0, -end.length) : undefined;
}

/** A link cannot stand within another one. */
function withoutLinks(words: string): string {
  return words.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** "BOLT #4" of the title "BOLT #4: Onion Routing": the name by which others speak of the document. */
function numberedHead(title: string): string | undefined {
  return /^[^:]*\d[^:]*(?=:\s)|^[^–—]*\d[^–—]*(?=\s[–—]\s)/.exec(title)?.[0];
}

/** The name of a document by the number in its title, before and after; undefined where it stays. */
export function headThatChanges(
  was: Pick<DocumentFacts, 'title'>,
  is: Pick<DocumentFacts, 'title'>,
): { from: string; to: string } | undefined {
  const [from, to] = [numberedHead(was.title), numberedHead(is.title)];
  return from !== undefined && to !== undefined && from !== to ? { from, to } : undefined;
}

/** "BOLT04" and "BOLT-4" where the title has "BOLT #4": the letters, and the number with its zeros. */
export function headSpelledOtherwise(
  words: string,
  was: DocumentFacts,
  is: DocumentFacts,
): string | undefined {
  const heads = headThatChanges(was, is);
  const [from, to] = [heads?.from, heads?.to].map(
    (head) => /^(?<name>[A-Za-z]+)[\s#-]*0*(?<number>\d+)$/.exec(head ?? '')?.groups,
  );
  if (!from || to?.name !== from.name) return undefined;
  const written = new RegExp(
    String.raw`^(?<lead>\W*${from.name}[\s#-]*)(?<zeros>0*)${from.number}(?<trail>\W*)$`,
    'i',
  ).exec(words)?.groups;
  if (!written) return undefined;
  // "BOLT04" is a code of one length; "BOLT-4" is none.
  const isCode = written.zeros !== '' || /[a-z]$/i.test(written.lead);
  const length = isCode ? written.zeros.length + from.number.length : 0;
  return written.lead + to.number.padStart(length, '0') + written.trail;
}

/** The ways to name a document that change, the longest first: path, file name, id, "spec/14", title, "BOLT #4". */
export function namesThatChange(
  was: DocumentFacts,
  is: DocumentFacts,
  { project }: Before,
): { from: string; to: string }[] {
  const { documentPrefix: prefix } = project.config;
  const file = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const pairs: [string | undefined, string | undefined][] = [
    [was.path, is.path],
    [file(was.path), file(is.path)],
    [withoutDocumentExtension(was.path), withoutDocumentExtension(is.path)],
    [file(was.id), file(is.id)],
    [was.title, is.title],
    [headThatChanges(was, is)?.from, headThatChanges(was, is)?.to],
    prefix && was.number && is.number
      ? [`${prefix}/${was.number}`, `${prefix}/${is.number}`]
      : [undefined, undefined],
  ];
  return pairs.flatMap(([from, to]) => (from && to && from !== to ? [{ from, to }] : []));
}

/** @returns the words with the new name of the document; undefined where they do not name it */
export function documentWords(
  words: string,
  was: DocumentFacts,
  is: DocumentFacts,
  before: Before,
): string | undefined {
  for (const { from, to } of namesThatChange(was, is, before)) {
    // In prose, "a.md" is a file name, in whatever folder the file is.
    const isFileName = from === was.path && !from.includes('/');
    if (isFileName && to.endsWith(`/${from}`)) continue;
    if (plain(words) === plain(from))
      return words.replace(words.trim().replace(/^[`*_]+|[`*_]+$/g, ''), () => to);
    const at = words.indexOf(from);
    const isWhole =
      at >= 0 && !/[\w-]/.test(words[at - 1] ?? ' ') && !/[\w-]/.test(words[at + from.length] ?? ' ');
    if (isWhole && /[/.]/.test(from)) return words.slice(0, at) + to + words.slice(at + from.length);
  }
  const head = headSpelledOtherwise(words, was, is);
  if (head !== undefined) return head;
  if (
    was.number !== undefined &&
    is.number !== undefined &&
    was.number !== is.number &&
    words.trim() === was.number
  )
    return words.replace(was.number, is.number);
  return undefined;
}
