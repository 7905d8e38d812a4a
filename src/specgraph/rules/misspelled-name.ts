import type { CodeName, Problem, SourceRange } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { deletionsOf, slipBetween, type Slip } from '../text/near-miss.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** A name is taken as the right spelling from so many uses on. */
const MIN_USES = 4;
/** Words that differ by a letter more or less are compared from this length on, others from the second one on. */
const MIN_WORD = 6;
const MIN_WORD_OTHER_LETTER = 10;
/** A folder is taken as the right spelling from so many uses on. */
const MIN_USES_OF_FOLDER = 5;
const MIN_FOLDER = 5;

export const misspelledName: Rule = {
  id: 'misspelled-name',
  group: 'statements',
  severity: 'warn',
  summary: 'A name in code that stands once is no misspelling of a name that stands often',
  *check(graph) {
    const names = countNames(graph);
    const known = new Set(
      graph.edges.filter(({ why }) => why === 'unknown-name').map(({ target }) => nodeId.nameOf(target)),
    );
    const folders = folderFinder([...names.values()]);
    const frequent = indexByDeletion([...names.values()].filter(({ count }) => count >= MIN_USES));
    for (const { name, count, range } of names.values()) {
      if (count > 1 || known.has(name)) continue;
      const meant = meantName(name, frequent, graph) ?? folders(name);
      if (meant) yield describe(name, meant, range);
    }
  },
};

function describe(name: string, meant: CodeName, range: SourceRange): Problem {
  return {
    at: range,
    message: `"${name}" stands once, "${meant.name}" stands ${meant.count} times.`,
    suggestion: meant.name,
    related: [{ at: { file: meant.range.file, line: meant.range.line }, note: `"${meant.name}"` }],
  };
}

/** The names of all documents, each with its uses and its first place. */
function countNames(graph: GraphView): Map<string, CodeName> {
  const names = new Map<string, CodeName>();
  for (const { codeNames } of graph.documents) {
    for (const { name, count, range } of codeNames) {
      const known = names.get(name);
      if (known) known.count += count;
      else names.set(name, { name, count, range });
    }
  }
  return names;
}

/** Finds names one slip apart without comparing each with each: they share a text with one letter deleted. */
function indexByDeletion(names: readonly CodeName[]): Map<string, CodeName[]> {
  const index = new Map<string, CodeName[]>();
  for (const one of names) {
    for (const key of [one.name, ...deletionsOf(one.name)]) {
      const list = index.get(key);
      if (list) list.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

/** The one name that was probably meant; undefined where there is none, or more than one. */
function meantName(
  name: string,
  frequent: ReadonlyMap<string, CodeName[]>,
  graph: GraphView,
): CodeName | undefined {
  const candidates = new Set([name, ...deletionsOf(name)].flatMap((key) => frequent.get(key) ?? []));
  const meant = [...candidates].filter((candidate) => {
    const slip = slipBetween(name, candidate.name);
    const words = slip && wordsAt(slip, name, candidate.name);
    return words !== undefined && isSlip(...words, slip!) && isUnknownWord(words[0], graph);
  });
  return meant.length === 1 ? meant[0] : undefined;
}

/**
 * Finds absolute paths that lead through a folder which stands once, where the same folder with one letter more, less or
 * other stands often: "/opt/app/script/x" beside "/opt/app/scripts/".
 * @returns a function that gives the folder that was probably meant
 */
function folderFinder(names: readonly CodeName[]): (path: string) => CodeName | undefined {
  const folders = new Map<string, CodeName>();
  for (const one of names) {
    for (const folder of foldersOf(one.name)) {
      const known = folders.get(folder);
      if (known) known.count += one.count;
      else folders.set(folder, { ...one, name: folder });
    }
  }
  const siblings = Map.groupBy(folders.values(), ({ name }) => parentOf(name));
  return (path) => {
    for (const folder of foldersOf(path)) {
      if (folders.get(folder)!.count > 1) continue;
      const own = folder.slice(parentOf(folder).length);
      const meant = siblings.get(parentOf(folder))!.filter(({ name, count }) => {
        const other = name.slice(parentOf(name).length);
        const slip = count >= MIN_USES_OF_FOLDER && slipBetween(own, other);
        return slip && Math.min(own.length, other.length) >= MIN_FOLDER && /^[a-z]*$/i.test(own + other);
      });
      return meant.length === 1 ? meant[0] : undefined;
    }
    return undefined;
  };
}

/** The folders that an absolute path names, below the top: "/opt/app" and "/opt/app/scripts" of "/opt/app/scripts/x". */
function foldersOf(path: string): string[] {
  if (!path.startsWith('/')) return [];
  const parts = path.split('/').slice(0, -1);
  return parts.slice(2).map((_, i) => parts.slice(0, i + 3).join('/'));
}

/** "/opt/app/" of "/opt/app/scripts". */
function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/') + 1);
}

/** The two words that differ, each with the index of the difference; undefined where the difference is no letter. */
function wordsAt({ at }: Slip, written: string, meant: string): [string, string, number] | undefined {
  const start = wordStart(written, at);
  const [wordWritten, wordMeant] = [wordFrom(written, start), wordFrom(meant, start)];
  const isInside = start + wordWritten.length >= at && start + wordMeant.length >= at;
  const rest = (text: string, word: string): string => text.slice(start + word.length);
  return isInside && rest(written, wordWritten) === rest(meant, wordMeant)
    ? [wordWritten, wordMeant, at - start]
    : undefined;
}

/** Words of a name begin behind a mark or a digit, and at a capital letter behind a small one. */
function wordStart(name: string, at: number): number {
  let start = at;
  while (start > 0 && /[A-Za-z]/.test(name[start - 1]) && !isHump(name, start)) start--;
  return start;
}

function isHump(name: string, at: number): boolean {
  return /[A-Z]/.test(name[at] ?? '') && /[a-z]/.test(name[at - 1] ?? '');
}

function wordFrom(name: string, start: number): string {
  return /^(?:[A-Z]?[a-z]+|[A-Za-z]+)/.exec(name.slice(start))?.[0] ?? '';
}

/** Whether a slip explains the difference better than two words, two forms of a word or two ways to spell it. */
function isSlip(written: string, meant: string, at: number, { kind }: Slip): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  const shorter = Math.min(a.length, b.length);
  if (a === b || at === 0 || at >= shorter - (kind === 'exchanged' ? 1 : 0)) return false;
  // The last letter makes another form of the word: "signature", "signatures"; "produced", "producer".
  if (kind === 'other' && at >= shorter - 1) return false;
  if (isOtherSpelling(a, b)) return false;
  return shorter >= (kind === 'other' ? MIN_WORD_OTHER_LETTER : MIN_WORD);
}

/** British and American spelling: "behaviour", "labelling", "normalise". */
function isOtherSpelling(a: string, b: string): boolean {
  const american = (word: string): string =>
    word
      .replaceAll('our', 'or')
      .replaceAll('ll', 'l')
      .replaceAll(/is(?=e|i|a)/g, 'iz')
      .replaceAll('judge', 'judg');
  return american(a) === american(b);
}

/** Whether the word stands nowhere else in the set: a word that stands elsewhere is one that the authors mean. */
function isUnknownWord(word: string, { documents }: GraphView): boolean {
  const [lower, upper] = [word.toLowerCase(), word.toUpperCase()];
  const capitalised = upper[0] + lower.slice(1);
  const pattern = new RegExp(
    `(?<![A-Za-z])${lower}(?![a-z])|${capitalised}(?![a-z])|(?<![A-Z])${upper}(?![A-Z])`,
    'g',
  );
  let count = 0;
  for (const { source } of documents) {
    for (const _ of source.matchAll(pattern)) if (++count > 1) return false;
  }
  return true;
}
