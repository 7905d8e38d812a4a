/**
 * The harness of a rule's test. It distrusts both: bad fixtures mark the exact place with ⟦…⟧, messages are compared
 * in full, fixes are applied and checked again, the graph is frozen, and cases must differ.
 */
import { describe, expect, test } from 'vitest';
import {
  PAUSE,
  rulesOf,
  viewOfDocument,
  type Contract,
  type Finding,
  type GraphView,
  type Problem,
  type Rule,
  type SourceRange,
} from '#specgraph';
import { type Files, smallCorpus } from './small-corpus.ts';

export interface BadCase {
  files: Files;
  message: string;
  suggestion?: string;
  /** The marked file after the fix. Absent: the finding must carry no fix. */
  fixed?: string;
  /** Other places that the finding names: "spec/01-a.md:9 the owning row". Absent: it must name none. */
  related?: readonly string[];
  /** Rules that speak of the same place too, because it breaks them as well. */
  also?: readonly string[];
}

export interface RuleCases {
  /** Sets that are near a mistake and make none, by what they show. */
  good: Record<string, Files>;
  /** Sets with one marked mistake, by what is wrong. */
  bad: Record<string, BadCase>;
}

const OPEN = '⟦';
const CLOSE = '⟧';

export function ruleTest(rule: Rule, { good, bad }: RuleCases): void {
  const all = [...Object.values(good), ...Object.values(bad).map((b) => b.files)].map((files) =>
    JSON.stringify(files),
  );
  if (new Set(all).size < all.length) throw new Error(`two cases of ${rule.id} are the same`);
  if (Object.keys(good).length === 0 || Object.keys(bad).length === 0)
    throw new Error(`${rule.id} needs good and bad cases`);
  if ((rule.fixable ?? false) !== Object.values(bad).some((b) => b.fixed !== undefined))
    throw new Error(`${rule.id} must be fixable exactly when a case of it is fixed`);
  describe(rule.id, () => {
    test.each(Object.entries(good))('is silent: %s', (_name, files) => expectSilence(rule, files));
    test.each(Object.entries(bad))('finds: %s', (_name, expected) => expectFinding(rule, expected));
  });
}

/** Fails unless the rule says nothing about these files. */
export async function expectSilence(rule: Rule, files: Files): Promise<void> {
  if (Object.values(files).some((text) => text.includes(OPEN))) throw new Error('a good case has no marks');
  expect((await runRule(rule, files)).map(shown)).toEqual([]);
}

/** Fails unless the rule finds exactly this, there, and mends it as told; and unless no other rule speaks of the same place. */
export async function expectFinding(rule: Rule, expected: BadCase): Promise<void> {
  const { plain, range } = unmark(expected.files);
  const all = await check(rule, plain);
  const found = all.filter((f) => f.rule === rule.id);
  expect(found.map((f) => f.message)).toEqual([expected.message]);
  expect(found[0].suggestion).toEqual(expected.suggestion);
  expect(found[0].related?.map(({ at, note }) => `${at.file}:${at.line} ${note}`) ?? []).toEqual(
    expected.related ?? [],
  );
  expect(placeOf(found[0])).toEqual(range);
  expect(applied(found[0], plain[range.file])).toEqual(expected.fixed);
  const others = all.filter(
    (f) => f.rule !== rule.id && overlap(f, range) && !expected.also?.includes(f.rule),
  );
  expect(others.map(shown), 'one mistake, one finding').toEqual([]);
  if (expected.fixed !== undefined)
    expect((await runRule(rule, { ...plain, [range.file]: expected.fixed })).map(shown)).toEqual([]);
}

/** Findings of one rule over a set, everything it is given frozen against changes. */
export async function runRule(rule: Rule, files: Files): Promise<Finding[]> {
  return (await check(rule, files)).filter((finding) => finding.rule === rule.id);
}

/** All rules run, this one in place of the registered rule of its name: what is silenced depends on all of them. */
async function check(rule: Rule, files: Files): Promise<Finding[]> {
  const { graph, project, check: checkCorpus } = await smallCorpus(files);
  deepFreeze(graph);
  deepFreeze(project.contracts);
  if (rule.isPerDocument) expectSamePerDocument(rule, graph, project.contracts);
  return checkCorpus({
    // A strict rule runs only where it is asked for.
    settings: rule.level === 'strict' ? { [rule.id]: rule.severity } : undefined,
    rules: rulesOf(graph.config).map((known) => (known.id === rule.id ? rule : known)),
  }).findings;
}

/** A rule that says that it needs one document at a time finds the same in each document alone. */
function expectSamePerDocument(rule: Rule, graph: GraphView, contracts: readonly Contract[]): void {
  const textsOf = (view: GraphView): string[] =>
    problemsOf(rule, view, contracts).map((problem) => JSON.stringify(problem));
  const alone = graph.documents.flatMap(({ path }) => textsOf(viewOfDocument(graph, path)));
  expect(alone.toSorted(), `${rule.id} needs no other document`).toEqual(textsOf(graph).toSorted());
}

/** What a rule finds by itself, before findings are silenced and compared. */
export function problemsOf(rule: Rule, graph: GraphView, contracts: readonly Contract[] = []): Problem[] {
  return [...rule.check(graph, { config: graph.config, contracts })].filter((one) => one !== PAUSE);
}

function overlap(a: SourceRange, b: SourceRange): boolean {
  const before = (x: SourceRange, y: SourceRange): boolean =>
    x.endLine < y.line || (x.endLine === y.line && x.endColumn <= y.column);
  return a.file === b.file && !before(a, b) && !before(b, a);
}

function shown({ rule, file, line, column, message }: Finding): string {
  return `${file}:${line}:${column} ${rule}: ${message}`;
}

/** Takes the marks out and gives the range they enclosed. */
export function unmark(files: Files): { plain: Files; range: SourceRange } {
  const marked = Object.entries(files).filter(([, text]) => text.includes(OPEN));
  if (marked.length !== 1 || marked[0][1].split(OPEN).length !== 2)
    throw new Error('exactly one place must be marked with ⟦…⟧');
  const [file, text] = marked[0];
  const start = text.indexOf(OPEN);
  const end = text.indexOf(CLOSE) - 1;
  const plain = text.replace(OPEN, '').replace(CLOSE, '');
  const at = (offset: number): { line: number; column: number } => {
    const before = plain.slice(0, offset).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };
  return {
    plain: { ...files, [file]: plain },
    range: { file, ...at(start), endLine: at(end).line, endColumn: at(end).column },
  };
}

function placeOf({ file, line, column, endLine, endColumn }: Finding): SourceRange {
  return { file, line, column, endLine, endColumn };
}

function applied(finding: Finding, text: string): string | undefined {
  if (!finding.fix) return undefined;
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return finding.fix
    .toReversed()
    .reduce(
      (t, { range, text: replacement }) =>
        t.slice(0, starts[range.line - 1] + range.column - 1) +
        replacement +
        t.slice(starts[range.endLine - 1] + range.endColumn - 1),
      text,
    );
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}
