/** Puts several edits into the specification at once, where each changes lines of its own. */
import { ruleById } from '#specgraph';
import type { Mutant } from './mutant.ts';

/** An edit: a mutant, or one that changes nothing true and has no rule that must find it. */
type TextEdit = Pick<Mutant, 'changes' | 'isSince'> & { rule?: string };

/** Lines of the original text that a mutant replaces: from `start` (0-based), `removed` lines by `lines`. */
interface Hunk {
  start: number;
  removed: number;
  lines: readonly string[];
}

/** So many unchanged lines lie between two changes of a document: a paragraph, or rows of a table. */
const MIN_DISTANCE = 12;

/**
 * Forms groups of edits that one check can judge: they change different files, or lines of a file that lie apart, and
 * each is for a rule of its own. Two slips of one kind often hide each other: neither stands against the majority.
 * @param texts the original texts by path
 */
export function groupsOf<E extends TextEdit>(
  edits: readonly E[],
  texts: ReadonlyMap<string, string>,
  maxSize: number,
): E[][] {
  const groups: { edits: E[]; hunks: Map<string, Hunk[]> }[] = [];
  for (const edit of edits) {
    const hunks = Object.entries(edit.changes).map(
      ([file, text]) => [file, hunkBetween(texts.get(file), text)] as const,
    );
    const group = groups.find(
      ({ edits: others, hunks: taken }) =>
        others.length < maxSize &&
        isCheckedLike(others[0], edit) &&
        !others.some(({ rule }) => rule !== undefined && rule === edit.rule) &&
        hunks.every(([file, hunk]) => (taken.get(file) ?? []).every((other) => areApart(hunk, other))),
    );
    const { edits: own, hunks: changed } = group ?? { edits: [], hunks: new Map<string, Hunk[]>() };
    if (!group) groups.push({ edits: own, hunks: changed });
    own.push(edit);
    for (const [file, hunk] of hunks) changed.set(file, [...(changed.get(file) ?? []), hunk]);
  }
  return groups.map(({ edits: own }) => own);
}

/** Whether two edits need the same check: the same strict rules, and the same revision to compare with. */
function isCheckedLike(one: TextEdit, other: TextEdit): boolean {
  const strictOf = ({ rule }: TextEdit): string | undefined =>
    rule !== undefined && ruleById(rule)?.level === 'strict' ? rule : undefined;
  return one.isSince === other.isSince && strictOf(one) === strictOf(other);
}

/**
 * Combines mutants that lie apart.
 * @returns the changed texts, and the mutants with the lines that they have there
 */
export function combine(
  mutants: readonly Mutant[],
  texts: ReadonlyMap<string, string>,
): { changes: Mutant['changes']; moved: Mutant[] } {
  const hunks = hunksByFile(mutants, texts);
  const moved = mutants.map((mutant, i) => {
    const all = hunks.get(mutant.file) ?? [];
    const others = all.filter(isHunk).filter((hunk) => hunk !== all[i]);
    const place = (line: number): number => movedLine(line, all[i], others);
    const { line, lastLine } = mutant;
    return {
      ...mutant,
      line: place(line),
      ...(lastLine === undefined ? {} : { lastLine: place(lastLine) }),
    };
  });
  return { changes: changedTexts(hunks, texts), moved };
}

/** The texts with all of some edits that lie apart. */
export function applyTogether(
  edits: readonly TextEdit[],
  texts: ReadonlyMap<string, string>,
): Mutant['changes'] {
  return changedTexts(hunksByFile(edits, texts), texts);
}

/** Of each file the change of each edit, in the order of the edits. */
function hunksByFile(
  edits: readonly TextEdit[],
  texts: ReadonlyMap<string, string>,
): Map<string, (Hunk | undefined)[]> {
  const files = new Set(edits.flatMap(({ changes }) => Object.keys(changes)));
  const hunkOf = ({ changes }: TextEdit, file: string): Hunk | undefined =>
    changes[file] === undefined ? undefined : hunkBetween(texts.get(file), changes[file]);
  return new Map([...files].map((file) => [file, edits.map((edit) => hunkOf(edit, file))]));
}

function changedTexts(
  hunks: ReadonlyMap<string, readonly (Hunk | undefined)[]>,
  texts: ReadonlyMap<string, string>,
): Mutant['changes'] {
  return Object.fromEntries(
    [...hunks].map(([file, all]) => [file, withHunks(texts.get(file) ?? '', all.filter(isHunk))]),
  );
}

/** What lies between the lines that both texts begin with and those that both end with. */
function hunkBetween(before: string | undefined, after: string): Hunk {
  // A new document is one change, with which nothing else fits.
  if (before === undefined) return { start: 0, removed: Number.POSITIVE_INFINITY, lines: after.split('\n') };
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let same = 0;
  while (same < shorter - start && old.at(-1 - same) === now.at(-1 - same)) same++;
  return { start, removed: old.length - start - same, lines: now.slice(start, now.length - same) };
}

function areApart(one: Hunk, other: Hunk): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return second.start - (first.start + first.removed) >= MIN_DISTANCE;
}

function withHunks(text: string, hunks: readonly Hunk[]): string {
  const lines = text.split('\n');
  for (const { start, removed, lines: own } of hunks.toSorted((one, other) => other.start - one.start))
    lines.splice(start, removed, ...own);
  return lines.join('\n');
}

/** @param line 1-based, in the text with the own change alone */
function movedLine(line: number, own: Hunk | undefined, others: readonly Hunk[]): number {
  const end = own ? own.start + own.lines.length : 0;
  const original =
    own && line > own.start ? Math.max(own.start + 1, line > end ? line - growthOf(own) : 0) : line;
  const before = others.filter(({ start }) => start < original);
  return before.reduce((sum, hunk) => sum + growthOf(hunk), line);
}

function growthOf({ removed, lines }: Hunk): number {
  return lines.length - removed;
}

function isHunk(hunk: Hunk | undefined): hunk is Hunk {
  return hunk !== undefined;
}
