/**
 * Lets the patterns and texts of contracts follow: `pattern: '^### Step 7a: '` promises a heading that is Step 8a now. A
 * pattern is rewritten only where it then matches at the places where it matched before.
 */
import { scalarOfEntry } from '../../contracts/entry-scalars.ts';
import { findMatches, type Match } from '../../contracts/matcher.ts';
import { scopeOf, type Scope } from '../../contracts/scope.ts';
import type { Contract } from '../../model/index.ts';
import { escapeExpression } from '../../text/expressions.ts';
import type { Fault, Outcome } from '../outcome.ts';
import type { Before } from '../state.ts';
import type { FileChange } from './rewrite.ts';

/** @returns changes of patterns that do not match any more where they matched before */
export function followContractPatterns(before: Before, outcome: Outcome): FileChange[] {
  return lostPromises(before, outcome).flatMap(({ file, source, promise, places }) => {
    const rewritten = rewrite(promise, places);
    if (!rewritten) return [];
    return [
      ...changesOf(file, source, promise.path, rewritten),
      ...tellingChanges(file, source, promise, rewritten),
    ];
  });
}

/** @returns patterns that match at too few of the places that they were written for, and could not follow */
export function patternsLeftBehind(before: Before, outcome: Outcome): Fault[] {
  return lostPromises(before, outcome).flatMap(({ file, promise, places }) => {
    const { expected, found } = places;
    const kept = expected.intersection(found(promise.words)).size;
    if (kept >= promise.minMatches) return [];
    const message = `"${promise.words}" was written for another place of ${promise.file}: what it matched there has changed`;
    return [{ message, finding: message, at: { file, line: promise.line } }];
  });
}

interface LostPromise {
  /** The contract. */
  file: string;
  source: string;
  promise: Promised;
  places: Places;
}

/** The promises that were kept at places where their words do not match any more, and that nothing has rewritten yet. */
function lostPromises(before: Before, outcome: Outcome): LostPromise[] {
  return before.project.contracts.flatMap((contract, i) => {
    const source = before.project.pointerTexts?.get(contract.file);
    const now = outcome.contracts[i];
    if (source === undefined) return [];
    return promisesOf(contract).flatMap((promise, at): LostPromise[] => {
      const promiseNow = promisesOf(now)[at];
      if (promiseNow?.words !== promise.words) return [];
      const places = placesOf({ contract, promise }, { contract: now, promise: promiseNow }, before, outcome);
      if (!places || places.changed.length === 0) return [];
      const isLost = !places.expected.isSubsetOf(places.found(promise.words));
      return isLost ? [{ file: contract.file, source, promise, places }] : [];
    });
  });
}

/** A text or pattern that a contract promises. */
interface Promised {
  /** Where it stands, below `must_haves`. */
  path: (string | number)[];
  words: string;
  isPattern: boolean;
  file: string;
  section?: string;
  line: number;
  minMatches: number;
  /** What the author says of it: key and text. */
  telling: [key: string, text: string | undefined];
}

function promisesOf({ patterns, links, artifacts }: Contract): Promised[] {
  return [
    ...patterns.map((entry, i) => ({
      ...entry,
      path: ['patterns', i, 'pattern'],
      words: entry.pattern,
      isPattern: true,
      file: entry.path,
      telling: ['provides', entry.provides] as Promised['telling'],
    })),
    ...links.flatMap((entry, i) =>
      entry.pattern === undefined
        ? []
        : {
            path: ['key_links', i, 'pattern'],
            words: entry.pattern,
            isPattern: true,
            file: entry.from,
            section: entry.section,
            line: entry.line,
            minMatches: entry.minMatches,
            telling: ['via', entry.via] as Promised['telling'],
          },
    ),
    ...artifacts.flatMap((entry, i) =>
      entry.contains.map((words, j) => ({
        path: ['artifacts', i, 'contains', j],
        words,
        isPattern: false,
        file: entry.path,
        line: entry.line,
        minMatches: 1,
        telling: ['provides', entry.provides] as Promised['telling'],
      })),
    ),
  ];
}

// ---------------------------------------------------------------- where a pattern matches

/** Where a promise was kept, and what has been rewritten there. */
interface Places {
  /** Where matches must begin now, as pieces of the new text. */
  expected: ReadonlySet<number>;
  /** The words that were rewritten within the matches, in order. */
  changed: { from: string; to: string }[];
  /** Where words match in the new text. */
  found(words: string): ReadonlySet<number>;
}

interface Held {
  contract: Contract;
  promise: Promised;
}

/** @returns undefined where the promise was not kept before, or where its document or section is missing */
function placesOf(was: Held, is: Held, before: Before, { after, graph }: Outcome): Places | undefined {
  const scope = scopeIn(was, before.graph);
  const scopeNow = scopeIn(is, graph);
  if (!scope?.facts || !scopeNow?.facts) return undefined;
  const { path } = scope.facts;
  if (after.changed.texts.get(path) === undefined) return undefined;
  const { isPattern, words } = was.promise;
  const matches = matchesOf(words, isPattern, scope);
  const expected = matches.flatMap(({ start }) => {
    const at = after.changed.locate(path, scope.offset + start);
    return at?.path === path ? after.changed.pieceAt(path, at.offset).offset : [];
  });
  if (expected.length === 0) return undefined;
  const { source } = scope.facts;
  return {
    expected: new Set(expected),
    changed: after.changed.changesIn(path).flatMap(({ start, end, text }) => {
      const isInMatch = matches.some(
        (match) => start < scope.offset + match.end && scope.offset + match.start < end,
      );
      return isInMatch ? { from: source.slice(start, end), to: text } : [];
    }),
    found: (candidate) =>
      new Set(
        matchesOf(candidate, isPattern, scopeNow).map(
          ({ start }) => after.changed.pieceAt(path, scopeNow.offset + start).offset,
        ),
      ),
  };
}

function scopeIn({ contract, promise }: Held, graph: Before['graph']): Scope | undefined {
  const scope = scopeOf(promise.file, promise.section, promise.line, { contract, graph });
  return 'failure' in scope ? undefined : scope;
}

function matchesOf(words: string, isPattern: boolean, { text }: Scope): Match[] {
  const found = findMatches(isPattern ? words : escapeExpression(words), text);
  return 'fault' in found ? [] : found.matches;
}

// ---------------------------------------------------------------- another pattern

/** A stretch of the pattern that is written anew; offsets in it. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** @returns undefined where no other words are found that match at the same places */
function rewrite(
  { words, isPattern }: Promised,
  { expected, changed, found }: Places,
): Replacement[] | undefined {
  const matchesAll = (candidate: string): boolean => expected.isSubsetOf(found(candidate));
  const all = withoutOverlaps(
    changed
      .flatMap((change) => [change, ...trimmed(change)])
      .flatMap(({ from, to }) =>
        occurrences(words, isPattern, from).map((span) => ({
          ...span,
          text: isPattern ? escapeExpression(to) : to,
        })),
      ),
  );
  return [all, ...all.map((one) => [one])].find(
    (replacements) => replacements.length > 0 && matchesAll(applied(words, replacements)),
  );
}

function withoutOverlaps(all: readonly Replacement[]): Replacement[] {
  const kept: Replacement[] = [];
  for (const one of all)
    if (!kept.some(({ start, end }) => start < one.end && one.start < end)) kept.push(one);
  return kept.toSorted((a, b) => a.start - b.start);
}

function applied(words: string, replacements: readonly Replacement[]): string {
  return replacements
    .toReversed()
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), words);
}

/** A heading that was renamed from "Edge notes" to "Edge rules" in a pattern that holds "notes" alone. */
function trimmed({ from, to }: { from: string; to: string }): { from: string; to: string }[] {
  const [was, is] = [from.split(' '), to.split(' ')];
  while (was.length > 1 && is.length > 1 && was[0] === is[0]) {
    was.shift();
    is.shift();
  }
  while (was.length > 1 && is.length > 1 && was.at(-1) === is.at(-1)) {
    was.pop();
    is.pop();
  }
  return [{ from: was.join(' '), to: is.join(' ') }];
}

/** Where a pattern holds a text, with or without the signs that escape it. */
function occurrences(words: string, isPattern: boolean, text: string): { start: number; end: number }[] {
  if (text === '') return [];
  const tokens = isPattern
    ? [...words.matchAll(/\\.|[^\\]/gs)].map(({ index, 0: token }) => ({ index, token }))
    : [...words].map((token, index) => ({ index, token }));
  // "\d" stands for no letter of the text.
  const plain = tokens.map(({ token }) => (/^\\\w$/.test(token) ? '\0' : token.at(-1)!)).join('');
  const expression = new RegExp(String.raw`(?<![\w.])${escapeExpression(text)}(?![\w]|\.\d)`, 'g');
  return [...plain.matchAll(expression)].map(({ index }) => ({
    start: tokens[index].index,
    end: tokens[index + text.length]?.index ?? words.length,
  }));
}

// ---------------------------------------------------------------- changes of the file

function changesOf(
  file: string,
  source: string,
  path: readonly (string | number)[],
  replacements: readonly Replacement[],
): FileChange[] {
  // A list of one text may be written as that text.
  const scalar = scalarOfEntry(file, source, path) ?? scalarOfEntry(file, source, path.slice(0, -1));
  if (!scalar) return [];
  return replacements.map(({ start, end, text }) => ({
    path: file,
    ...scalar.span(start, end),
    text: scalar.write(text),
    sort: 'contract',
  }));
}

/**
 * `provides: 'the loop of Step 7'` beside `pattern: 'Step 7'`: the word and the number stand in both. `provides: the count of
 * 15` beside `pattern: '\| 15 \|'`: a number of several digits that stands there once.
 */
function tellingChanges(
  file: string,
  source: string,
  { path, words, telling: [key, text] }: Promised,
  replacements: readonly Replacement[],
): FileChange[] {
  if (text === undefined) return [];
  return replacements.flatMap(({ start, end, text: to }) => {
    const from = words.slice(start, end);
    const lead = /[A-Za-z]+\s$/.exec(words.slice(0, start))?.[0] ?? '';
    const found = wholeWords(text, lead + from).map((at) => at + lead.length);
    const alone = /^\d{2,}$/.test(from) ? wholeWords(text, from) : [];
    const at = found[0] ?? (alone.length === 1 ? alone[0] : undefined);
    if (at === undefined || (lead === '' && alone.length !== 1)) return [];
    const own = [{ start: at, end: at + from.length, text: to }];
    return changesOf(file, source, [...path.slice(0, 2), key], own);
  });
}

function wholeWords(text: string, words: string): number[] {
  const expression = new RegExp(String.raw`(?<![\w.])${escapeExpression(words)}(?![\w]|\.\d)`, 'g');
  return [...text.matchAll(expression)].map(({ index }) => index);
}
