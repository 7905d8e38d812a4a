import type { Problem, StatedPermission } from '../model/index.ts';
import type { Rule } from './rule.ts';

/** So often a mode is used before one with another digit, which nobody would choose, is a slip. */
const MIN_USES = 2;

export const conflictingPermission: Rule = {
  id: 'conflicting-permission',
  group: 'statements',
  severity: 'error',
  summary: 'Every place that states the mode or the owner of a file states the same one',
  *check(graph) {
    const stated = graph.documents.flatMap(({ constants }) => constants.permissions);
    const conflicts = [...byFile(stated)].flatMap((own) => [...againstEachOther(own)]);
    yield* conflicts;
    const reported = new Set(conflicts.map(({ at }) => at));
    for (const problem of unlikelyModes(stated)) if (!reported.has(problem.at)) yield problem;
  },
};

/** The statements about one file and one attribute. */
function* byFile(stated: readonly StatedPermission[]): Iterable<StatedPermission[]> {
  const named = stated.filter(({ file }) => nameOf(file) !== '');
  for (const own of Map.groupBy(named, ({ kind, file }) => `${kind} ${nameOf(file)}`).values()) {
    const paths = Map.groupBy(own, ({ file }) => (file.startsWith('/') ? withoutSlash(file) : ''));
    const withoutFolder = paths.get('') ?? [];
    paths.delete('');
    // Beside several files of this name a name without a folder may be any of them.
    if (paths.size < 2) yield own;
    else yield* [...paths.values(), withoutFolder];
  }
}

/** Last part of a path, without a variable and the slash of a folder. */
function nameOf(file: string): string {
  return /[\w.-]*$/.exec(withoutSlash(file.replaceAll(/\$\{?\w+\}?/g, '')))![0];
}

function withoutSlash(file: string): string {
  return file.replace(/(?<=\w)\/$/, '');
}

function normalise({ kind, value }: StatedPermission): string {
  return kind === 'mode' ? value.padStart(4, '0') : value;
}

function* againstEachOther(own: readonly StatedPermission[]): Iterable<Problem> {
  const groups = [...Map.groupBy(own, normalise).values()].toSorted((a, b) => b.length - a.length);
  if (groups.length < 2) return;
  const [most, second] = groups;
  const isMajority = most.length > second.length;
  for (const group of isMajority ? groups.slice(1) : groups) {
    const [other] = group === most ? second : most;
    for (const { kind, file, value, range } of group)
      yield {
        at: range,
        message: `The ${kind} of ${nameOf(file)} is ${value} here and ${other.value} in ${placeOf(other, range.file)}.`,
        suggestion: isMajority ? other.value : undefined,
        related: [{ at: { file: other.range.file, line: other.range.line }, note: `${kind} ${other.value}` }],
      };
  }
}

function placeOf({ range }: StatedPermission, file: string): string {
  return range.file === file ? `line ${range.line}` : `${range.file}:${range.line}`;
}

/** Modes that stand once, that give more to others than to the owner or not the same, and that are like a frequent one. */
function* unlikelyModes(stated: readonly StatedPermission[]): Iterable<Problem> {
  const uses = Map.groupBy(
    [...new Map(stated.map((one) => [one.range, one])).values()].filter(({ kind }) => kind === 'mode'),
    normalise,
  );
  for (const [mode, [only, ...others]] of uses) {
    if (others.length > 0 || isUsual(mode)) continue;
    const meant = [...uses].find(
      ([other, places]) => places.length >= MIN_USES && isUsual(other) && digitsApart(mode, other) === 1,
    );
    if (!meant) continue;
    const [{ value, range: first }] = meant[1];
    yield {
      at: only.range,
      message: `Mode ${only.value} stands only here; ${value} stands in ${meant[1].length} other places.`,
      suggestion: value,
      related: [{ at: { file: first.file, line: first.line }, note: `mode ${value}` }],
    };
  }
}

/** Whether group and others may do no more than the owner, and run the file where they read it and the owner runs it. */
function isUsual(mode: string): boolean {
  const [owner, group, others] = mode.slice(-3).split('').map(Number);
  const isWithin = (one: number, of: number): boolean => (one & ~of) === 0;
  const runsAlike = (one: number): boolean => one === 0 || (one & 1) === (owner & 1);
  return isWithin(group, owner) && isWithin(others, group) && runsAlike(group) && runsAlike(others);
}

function digitsApart(one: string, other: string): number {
  return [...one].filter((digit, i) => digit !== other[i]).length;
}
