import type { GraphEdge } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { nodeId } from '../resolve/ids.ts';
import { extent, placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const unknownDocument: Rule = {
  id: 'unknown-document',
  group: 'documents',
  severity: 'error',
  summary: 'A document that prose names by its number exists',
  *check(graph) {
    const numbers = graph.documents
      .flatMap(({ number, path }) => number ?? /(?:^|\/)(\d{2,4})-[^/]*$/.exec(path)?.[1] ?? [])
      .toSorted();
    for (const edge of graph.edges) {
      if (edge.why !== 'missing-document' || !isChecked(edge, graph)) continue;
      yield {
        at: placeOf(edge),
        message: messageOf(edge, graph, numbers),
        suggestion: edge.nearest,
      };
    }
  },
};

function messageOf(edge: GraphEdge, graph: GraphView, numbers: readonly string[]): string {
  if (edge.names)
    return `"${nodeId.nameOf(edge.target)}", named as the owner of "${edge.text}", is not a document of this set.`;
  const kind = edge.thing && graph.kind(edge.thing.kind);
  const known = kind ? graph.things.numbersOf(kind).toSorted(compareNumbers) : numbers;
  return `"${edge.text}" is not a document of this set: the numbers run from ${extent(known)}.`;
}

function isChecked({ thing }: GraphEdge, graph: GraphView): boolean {
  const kind = thing && graph.kind(thing.kind);
  if (!thing || !kind) return thing === undefined;
  if (graph.config.kinds?.[kind.id]?.check) return kind.checks.includes('undefined');
  return kind.checks.includes('undefined') && !isSparse(graph.things.numbersOf(kind));
}

/** From this number of documents on, their numbers say whether the set has most of those that were ever given. */
const MIN_SERIES = 20;

/**
 * Whether a set lacks more numbers than it has: drafts and refused proposals have numbers, too, and stand elsewhere. A
 * number that is missing then says nothing, unless the configuration asks for it.
 */
function isSparse(numbers: readonly string[]): boolean {
  const series = numbers.filter((number) => /^\d+$/.test(number)).map(Number);
  return series.length >= MIN_SERIES && Math.max(...series) - Math.min(...series) >= 2 * series.length;
}

const compareNumbers = new Intl.Collator('en', { numeric: true }).compare;
