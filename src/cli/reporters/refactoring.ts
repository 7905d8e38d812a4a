/** A refactoring for people: a unified diff, counts by sort, and what stands in the way. */
import { createTwoFilesPatch } from 'diff';
import type { RefactorPlan, Refusal } from '#specgraph/refactor';
import { joinWords, plural } from '#specgraph/text/lists';
import type { Paint } from '../colors.ts';
import { toPrintable } from '#specgraph/text/printable';

export interface RefactoringReport {
  /** The diff, and what a forced removal leaves broken. */
  changes: string;
  notes: string;
  /** "32 headings, 45 references and 5 entries of contracts in 12 files". */
  summary: string;
  refusals: string;
}

/** So many places are listed that may refer to what changed. */
const MAX_DOUBTS = 20;

/**
 * @param texts of the files before, by path
 * @param isWritten places are those of the files after the refactoring
 */
export function refactoringReport(
  plan: RefactorPlan,
  texts: ReadonlyMap<string, string>,
  paint: Paint,
  isWritten = false,
): RefactoringReport {
  const notes = [
    ...(plan.notes.length > 0 ? [paint('bold', 'Found then:'), ...plan.notes.map(placed)] : []),
    ...doubtsOf(plan, paint, isWritten),
  ];
  const isRefused = plan.refusals.length > 0;
  return {
    changes: isRefused ? '' : lines([...diffs(plan, texts, paint), ...notes]),
    notes: lines(notes),
    summary: summaryOf(plan),
    refusals: [
      `Refused, nothing is written: ${plural(plan.refusals.length, 'place')} in the way`,
      ...plan.refusals.map(placed),
      '',
    ].join('\n'),
  };
}

function doubtsOf({ doubts }: RefactorPlan, paint: Paint, isWritten: boolean): string[] {
  if (doubts.length === 0) return [];
  const more = doubts.length - MAX_DOUBTS;
  return [
    paint(
      'bold',
      'Look at these; they may mean what has another number or document now, and are left as they are:',
    ),
    ...doubts
      .slice(0, MAX_DOUBTS)
      .map(({ message, at, atThen }) => placed({ message, at: isWritten ? atThen : at })),
    ...(more > 0 ? [`  and ${plural(more, 'more line')}`] : []),
  ];
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function placed({ message, at }: Refusal): string {
  return `  ${at ? `${at.file}:${at.line}  ` : ''}${toPrintable(message)}`;
}

function diffs(
  { texts: after, renames, removals }: RefactorPlan,
  texts: ReadonlyMap<string, string>,
  paint: Paint,
): string[] {
  const names = new Map(renames.map(({ from, to }) => [from, to]));
  const changed = new Set([...after.keys(), ...names.keys()].filter((path) => !removals.includes(path)));
  return [
    ...[...changed].sort().flatMap((path) => {
      const [before, now] = [texts.get(path) ?? '', after.get(path) ?? texts.get(path) ?? ''];
      const to = names.get(path) ?? path;
      return [
        ...(to === path ? [] : [paint('bold', `rename from ${path}`), paint('bold', `rename to ${to}`)]),
        ...(before === now ? [] : [unified(path, to, before, now, paint)]),
      ];
    }),
    ...removals.map((path) => unified(path, '/dev/null', texts.get(path) ?? '', '', paint)),
  ];
}

function unified(from: string, to: string, before: string, now: string, paint: Paint): string {
  const target = to === '/dev/null' ? to : `b/${to}`;
  const patch = createTwoFilesPatch(`a/${from}`, target, before, now, undefined, undefined, { context: 2 });
  return patch
    .replace(/^=+\n/, '')
    .trimEnd()
    .split('\n')
    .map((line) => colored(line.replace(/\r$/, ''), paint))
    .join('\n');
}

function colored(line: string, paint: Paint): string {
  const text = toPrintable(line);
  if (/^(?:---|\+\+\+)/.test(line)) return paint('bold', text);
  if (line.startsWith('@@')) return paint('cyan', text);
  if (line.startsWith('+')) return paint('green', text);
  return line.startsWith('-') ? paint('red', text) : text;
}

/** Sorts of changes as they are counted; the plural where it is not the word with an "s". */
const PLURALS: Readonly<Record<string, string>> = {
  contract: 'entries of contracts and data',
  'contents entry': 'entries of tables of contents',
  configuration: 'entries of the configuration',
};
const SINGULARS: Readonly<Record<string, string>> = {
  contract: 'entry of contracts and data',
  'contents entry': 'entry of a table of contents',
  configuration: 'entry of the configuration',
};

function summaryOf({ counts, texts, renames, removals }: RefactorPlan): string {
  const parts = Object.entries(counts).map(([sort, count]) =>
    plural(count, SINGULARS[sort] ?? sort, PLURALS[sort] ?? `${sort}s`),
  );
  const files = new Set([...texts.keys(), ...renames.map(({ from }) => from), ...removals]);
  if (renames.length > 0) parts.unshift(plural(renames.length, 'renamed file'));
  if (removals.length > 0) parts.unshift(plural(removals.length, 'removed file'));
  if (parts.length === 0) return 'Nothing changes';
  return `${joinWords(parts)} in ${plural(files.size, 'file')}`;
}
