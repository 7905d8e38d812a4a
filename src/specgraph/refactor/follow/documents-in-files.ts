/** Lets files beside the documents follow where they name a document by its path, its file name, its id or its number. */
import type { DocumentFacts } from '../../model/index.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { isDocument } from '../../text/file-names.ts';
import type { After, Before } from '../state.ts';
import { namesThatChange } from './names-of-targets.ts';

/** Replaces a part of one text; offsets in UTF-16 units. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

export function documentChanges(path: string, text: string, before: Before, after: After): TextChange[] {
  const { configFile, contracts } = before.project;
  const isOfSet = path === configFile || contracts.some(({ file }) => file === path);
  return before.graph.documents.flatMap((was) => {
    const is = after.documentNow(was);
    if (was === is || (was.path === is.path && was.number === is.number)) return [];
    return [...nameChanges(text, was, is, before, isOfSet), ...numberChanges(text, was, is)];
  });
}

/**
 * Paths, file names and ids, also with the signs that a regular expression escapes.
 * @param isOfSet whether the file is the configuration or a contract, whose words are about the documents
 */
function nameChanges(
  text: string,
  was: DocumentFacts,
  is: DocumentFacts,
  before: Before,
  isOfSet: boolean,
): TextChange[] {
  const taken: TextChange[] = [];
  for (const { from, to } of namesThatChange({ ...was, title: '' }, { ...is, title: '' }, before)) {
    for (const [one, other] of [
      [from, to],
      [escapeExpression(from), escapeExpression(to)],
    ]) {
      for (const { index } of text.matchAll(placesOf(one, isOfSet))) {
        const change = { start: index, end: index + one.length, text: other };
        if (!isFileElsewhere(text, index, from, was) && !taken.some((place) => overlaps(place, change)))
          taken.push(change);
      }
    }
  }
  return taken;
}

function overlaps(one: TextChange, other: TextChange): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * Where a name stands by itself. A word such as "about" may mean something else: in the files of the set it counts where it
 * is a whole value, in others it does not. "/v1/setup-guide" is an address, which belongs to a site.
 */
function placesOf(name: string, isOfSet: boolean): RegExp {
  const written = escapeExpression(name);
  if (isDocument(name) || name.includes('/'))
    return new RegExp(String.raw`(?<![\w-])${written}(?![\w-])`, 'g');
  if (/[-_\d]/.test(name)) return new RegExp(String.raw`(?<![\w/-])${written}(?![\w/-])`, 'g');
  return isOfSet ? new RegExp(String.raw`(?<=(['"]))${written}(?=\1(?!\s*:))`, 'g') : /(?!)/g;
}

/** Whether what stands before a file name or path makes it another file: another folder, or a site. */
function isFileElsewhere(text: string, index: number, name: string, { path }: DocumentFacts): boolean {
  const before = text.slice(Math.max(0, index - 200), index);
  if (/\w:\/\/[^\s'"`]*$/.test(before)) return true;
  const ahead = /(?<folder>[^\s'"`/\\()]*)\\?\/$/.exec(before)?.groups!.folder;
  if (ahead === undefined || /^\.{1,2}$/.test(ahead)) return false;
  const at = path.lastIndexOf(name);
  const folder =
    at > 0
      ? path
          .slice(0, at - 1)
          .split('/')
          .at(-1)
      : undefined;
  return folder !== undefined ? ahead !== folder : name.includes('/') || ahead === '';
}

const DOCUMENT_VALUE = /\b(?:document|from|to|path)\b['"]?\s*:\s*(['"]?)(?<value>[^'",\s}\]]+)\1/g;
/** Two arguments of a call of which the second one is a section: `party('Server', '01', '10')`. */
const ARGUMENTS = /\(\s*(?:[^()[\]]*,\s*)?(['"])(?<value>[^'"\n]+)\1\s*,\s*(['"])[^'"\n]*\3\s*\)/g;
const PAIRS = /\bbuildsOn\b['"]?\s*:\s*\[(?:[^[\]]|\[[^[\]]*\])*\]/g;
const CONSTANT = /\bconst\s+\w+\s*(?::[^=\n]+)?=\s*(['"])(?<value>[^'"\n]+)\1/g;

function numberChanges(text: string, was: DocumentFacts, is: DocumentFacts): TextChange[] {
  const [from, to] = [was.number, is.number];
  if (from === undefined || to === undefined || from === to) return [];
  const places = [DOCUMENT_VALUE, ARGUMENTS, CONSTANT].flatMap((expression) =>
    [...text.matchAll(expression)].flatMap((match) => {
      if (match.groups!.value !== from) return [];
      // Of a call, the first of the last two arguments.
      const at = match[0].indexOf(
        from,
        expression === ARGUMENTS ? match[0].lastIndexOf('(') : match[0].search(/[:=]/),
      );
      return at < 0 ? [] : [match.index + at];
    }),
  );
  for (const { index, 0: list } of text.matchAll(PAIRS))
    for (const one of list.matchAll(/(['"])([^'"\n]+)\1/g))
      if (one[2] === from) places.push(index + one.index + 1);
  return [...new Set(places)].map((start) => ({ start, end: start + from.length, text: to }));
}
