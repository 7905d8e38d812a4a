/**
 * Numbers that look like those which a refactoring changed, and that it leaves as they are, because it is not certain that
 * they refer to them: the author should look at them.
 */
import { vocabulary } from '../../extract/references/index.ts';
import type { DocumentFacts, GraphEdge, SourceRange } from '../../model/index.ts';
import { nodeId } from '../../resolve/ids.ts';
import { once } from '../../resolve/once.ts';
import { joinWords } from '../../text/lists.ts';
import { countWhere } from '../../text/ordered.ts';
import { headThatChanges } from '../follow/names-of-targets.ts';
import type { Pointers } from '../follow/read-pointers.ts';
import { spanOf, type Span } from '../headings.ts';
import { isHistorical } from '../history.ts';
import type { Outcome } from '../outcome.ts';
import type { Doubt } from '../request.ts';
import { mentionsOfChangedRows } from '../rows/read.ts';
import type { Before } from '../state.ts';
import { mayNameShortly, numbersInCode, numbersOfShortTitle } from './announced.ts';
import { changedNumbers, type ChangedNumbers } from './changed-numbers.ts';
import { changedCounts, countsIn } from './counts.ts';
import { headsInProse, numbersBehind, numbersInProse } from './in-prose.ts';
import { numbersInTables } from './in-tables.ts';
import { namesOfLeaving } from './names-of-leaving.ts';
import { referencesToShared } from './shared-numbers.ts';
import { readText } from '../read-text.ts';

interface Left {
  facts: DocumentFacts;
  span: Span;
  number: string;
  now: string | undefined;
}

/** @returns one a line, in reading order */
export function numbersLeftBehind(before: Before, outcome: Outcome, pointers: Pointers): Doubt[] {
  const left = [
    ...leftNumbers(before, outcome),
    ...leftHeads(before, outcome),
    ...leftCounts(before, outcome),
    ...leftRows(before, outcome),
  ];
  const isCovered = coverage(before, outcome);
  const shared = referencesToShared(before, outcome.after);
  const byLine = new Map<string, { facts: DocumentFacts; line: number; all: Left[] }>();
  const names = namesOfLeaving(pointers, before, outcome);
  for (const one of [...left.filter(({ facts, span }) => !isCovered(facts, span)), ...shared, ...names]) {
    const { facts, span } = one;
    const range = rangeOf(facts, span);
    if (isHistorical(range, 'prose', facts)) continue;
    const key = `${facts.path}:${range.line}`;
    const entry = byLine.get(key) ?? { facts, line: range.line, all: [] };
    byLine.set(key, entry);
    entry.all.push(one);
  }
  return [...byLine.values()]
    .toSorted((a, b) =>
      a.facts.path < b.facts.path ? -1 : a.facts.path > b.facts.path ? 1 : a.line - b.line,
    )
    .map(({ facts, line, all }) => ({
      message: messageOf(all),
      at: { file: facts.path, line },
      atThen: placeThen(all[0], outcome),
    }));
}

function leftNumbers(before: Before, { after }: Outcome): Left[] {
  const { graph, project } = before;
  const changes = changedNumbers(before, after);
  if (changes.length === 0) return [];
  const words = vocabulary(project.config);
  const edgesOf = edgesByFile(before);
  return graph.documents.flatMap((facts) => {
    if (after.isRemoved(facts)) return [];
    const edges = edgesOf.get(facts.path) ?? [];
    const text = once(() => readText(facts));
    return changes.flatMap((changed) => {
      const found = numbersBehind(edges, facts, (edge) => numbersOfTarget(edge, changed, before));
      if (changed.facts === facts)
        found.push(
          ...numbersInProse(text(), changed),
          ...numbersInTables(text(), changed, (row) => namesAnother(row, edges, facts)),
          ...numbersInCode(text(), changed, words),
        );
      if (mayNameShortly(facts, changed)) found.push(...numbersOfShortTitle(text(), changed, words));
      return found.map(([span, number]) => ({
        facts,
        span,
        number,
        now: (changed.sections.get(number) ?? changed.steps.get(number))?.now,
      }));
    });
  });
}

/** References that lead somewhere, by the file in which they stand. */
function edgesByFile({ graph }: Before): Map<string, GraphEdge[]> {
  const edges = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (!edge.resolved || !edge.range) continue;
    const own = edges.get(edge.range.file) ?? [];
    edges.set(edge.range.file, own);
    own.push(edge);
  }
  return edges;
}

/** Whether the references of a table row lead to another document. */
function namesAnother(
  { line, endLine }: SourceRange,
  edges: readonly GraphEdge[],
  { id }: DocumentFacts,
): boolean {
  return edges.some(({ range, target }) => {
    const owner = nodeId.documentOf(target);
    return owner !== undefined && owner !== id && range!.line >= line && range!.endLine <= endLine;
  });
}

/** The changed numbers of the kind and document that a reference leads to. */
function numbersOfTarget(
  { target }: GraphEdge,
  { facts, sections, steps }: ChangedNumbers,
  { graph }: Before,
): ReadonlySet<string> | undefined {
  const node = graph.node(target);
  if (!node || !('slug' in node) || node.document !== facts.id) return undefined;
  const section = facts.sections.find(({ slug }) => slug === node.slug);
  return new Set((section?.step === undefined ? sections : steps).keys());
}

function leftHeads({ graph }: Before, { after }: Outcome): Left[] {
  const heads = graph.documents.flatMap((facts) => headThatChanges(facts, after.documentNow(facts)) ?? []);
  if (heads.length === 0) return [];
  return graph.documents.flatMap((facts) => {
    const named = heads.filter(({ from }) => facts.source.includes(from));
    const text = once(() => readText(facts));
    return named.flatMap(({ from, to }) =>
      headsInProse(text(), from).map((span) => ({ facts, span, number: from, now: to })),
    );
  });
}

function leftCounts(before: Before, outcome: Outcome): Left[] {
  const counts = changedCounts(before, outcome);
  return before.graph.documents.flatMap((facts) =>
    countsIn(facts, counts).map(([span, number]) => ({ facts, span, number, now: counts.get(number) })),
  );
}

/** "row 4" where more than one table may be meant, or more than one row has the number. */
function leftRows(before: Before, { after }: Outcome): Left[] {
  return mentionsOfChangedRows(before, after)
    .filter(({ isSure }) => !isSure)
    .map(({ facts, span, number, table }) => {
      const rows = table.now.get(number);
      if (!rows) return { facts, span, number, now: 'a row, and none before' };
      const numbers = rows.filter((is) => is !== undefined);
      return { facts, span, number, now: numbers.length > 0 ? joinWords(numbers, 'or') : undefined };
    });
}

/** Whether a place is a reference that was followed, or is changed or gone. */
function coverage(before: Before, { after }: Outcome): (facts: DocumentFacts, span: Span) => boolean {
  const edges = edgesByFile(before);
  return (facts, { start, end }) =>
    after.isRemoved(facts) ||
    after.changed.locate(facts.path, start) === undefined ||
    [
      ...(edges.get(facts.path) ?? []).map(({ range }) => spanOf(facts, range!)),
      ...after.changed.changesIn(facts.path),
    ].some((one) => one.start < end && start < one.end);
}

function rangeOf({ path, lineStarts }: DocumentFacts, { start, end }: Span): SourceRange {
  const lineAt = (offset: number): number => countWhere(lineStarts, (first) => first <= offset);
  const [line, endLine] = [lineAt(start), lineAt(end)];
  return {
    file: path,
    line,
    column: start - lineStarts[line - 1] + 1,
    endLine,
    endColumn: end - lineStarts[endLine - 1] + 1,
  };
}

function messageOf(all: readonly Left[]): string {
  const words = new Set(
    all.map(({ number, now }) => `"${number}" (${now === undefined ? 'gone' : `now ${now}`})`),
  );
  return joinWords([...words], 'and');
}

function placeThen({ facts, span }: Left, { after }: Outcome): Doubt['atThen'] {
  const at = after.changed.locate(facts.path, span.start)!;
  const text = after.changed.texts.get(at.path) ?? facts.source;
  return { file: after.pathNow(at.path), line: text.slice(0, at.offset).split('\n').length };
}
