/** Removes a variable or a thing of another kind: the rows, items and paragraphs that define it. */
import { isDefined, writtenId } from '../kinds/labels.ts';
import { isVariable } from '../kinds/nodes.ts';
import type { DocumentFacts, GraphEdge, GraphNode, SourceRange } from '../model/index.ts';
import { createNodeNamer } from '../query/question.ts';
import { escapeExpression } from '../text/expressions.ts';
import { UsageError } from '../usage-error.ts';
import { definitionSpan } from './definition-spans.ts';
import { isDistinct, spanOf, type Span } from './headings.ts';
import { renumberRows } from './rows/renumber.ts';
import type { RefactorRequest, Refusal } from './request.ts';
import { emptyDraft, type Before, type Draft } from './state.ts';

type RemoveRequest = Extract<RefactorRequest, { action: 'remove' }>;

/** Rules that find a row that is missing in a count. */
const RULES_OF_GAPS = ['variable-numbering', 'numbering-gap'];

export function draftRemoveThing(node: GraphNode, request: RemoveRequest, before: Before): Draft {
  const name = createNodeNamer(before.graph)(node.id);
  const definitions = definitionsOf(node, before);
  if (definitions.length === 0)
    throw new UsageError(`${name} is defined in the configuration`, 'remove it there');
  const draft = emptyDraft();
  draft.removedNodes = new Set([node.id]);
  const removed: Removed[] = [];
  for (const { facts, form, range } of definitions) {
    const span = definitionSpan(facts, { form, range });
    if (span) removed.push({ facts, ...span });
    else
      draft.refusals.push({
        message: `the definition of ${name} stands within other text: take it out by hand`,
        at: { file: facts.path, line: range.line },
      });
  }
  const references = [...mentionsOf(node, removed, before), ...namedInFiles(node, before)];
  if (references.length > 0 && !request.force) draft.refusals.push(...references);
  if (draft.refusals.length > 0) return draft;
  draft.mayBreak = references.length > 0;
  for (const { facts, start, end } of removed)
    draft.changes.add(facts.path, { start, end, text: '', sort: 'definition' });
  if (request.renumber ?? references.length === 0) closeRows(draft, removed);
  else draft.expectedRules = new Set(RULES_OF_GAPS);
  return draft;
}

interface Removed extends Span {
  facts: DocumentFacts;
}

interface PlacedDefinition {
  facts: DocumentFacts;
  form: string;
  range: SourceRange;
}

function definitionsOf(node: GraphNode, { graph }: Before): PlacedDefinition[] {
  if (isVariable(node)) {
    const places = graph.definitions
      .filter(({ name }) => name === node.name)
      .flatMap(({ range, facets }) => [range, ...facets.definition]);
    const byLine = new Map(places.map(({ file, line }) => [`${file}:${line}`, { file, line }]));
    return [...byLine.values()].map(({ file, line }) => ({
      facts: graph.documents.find(({ path }) => path === file)!,
      form: 'table',
      range: { file, line, column: 1, endLine: line, endColumn: 1 },
    }));
  }
  const thing = graph.things.all.find((one) => one.node === node.id);
  if (!thing || !isDefined(node)) return [];
  return graph.documents.flatMap((facts) =>
    facts.definitions
      .filter(({ kind, id }) => kind === thing.kind.id && graph.things.find(thing.kind, id, facts) === thing)
      .map(({ form, range }) => ({ facts, form, range })),
  );
}

/** What names the thing outside of the text that is removed. */
function mentionsOf(node: GraphNode, removed: readonly Removed[], { graph }: Before): Refusal[] {
  const isRemoved = ({ range }: GraphEdge): boolean =>
    removed.some(({ facts, start, end }) => {
      const at = facts.path === range!.file ? spanOf(facts, range!).start : -1;
      return at >= start && at < end;
    });
  const name = createNodeNamer(graph);
  return graph.edges
    .filter(
      ({ kind, range, resolved, target }) =>
        (kind === 'refers' || kind === 'mentions') && range && resolved && target === node.id,
    )
    .filter((edge) => !isRemoved(edge))
    .map(({ target, range, text }) => ({
      message: `"${text}" refers to ${name(target)}`,
      at: { file: range!.file, line: range!.line },
    }));
}

/** Files beside the documents that hold its id, where that is no ordinary word. */
function namedInFiles(node: GraphNode, { project }: Before): Refusal[] {
  const id = writtenId(node);
  if (id === undefined || !isDistinct(id)) return [];
  const expression = new RegExp(String.raw`(?<![\w-])${escapeExpression(id)}(?![\w-])`);
  return [...(project.pointerTexts ?? [])].flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((words, i) =>
        expression.test(words) ? [{ message: `${id} is named here`, at: { file, line: i + 1 } }] : [],
      ),
  );
}

/** Rows that are counted by hand close the gap. */
function closeRows(draft: Draft, removed: readonly Removed[]): void {
  for (const { facts, start, end } of removed)
    for (const table of facts.tables) {
      const gone = table.rows.filter(({ range }) => {
        const at = facts.lineStarts[range.line - 1];
        return at >= start && at < end;
      });
      if (gone.length > 0) renumberRows(draft, facts, table, new Set(gone));
    }
}
