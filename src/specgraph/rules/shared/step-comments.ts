/** Comments of a code block that name the steps of a document one after the other: `load # Step 3`. */
import { isStep } from '../../kinds/nodes.ts';
import type { GraphEdge, StepNode } from '../../model/index.ts';
import { nodeId } from '../../resolve/ids.ts';
import { placeOf } from '../../text/describe.ts';
import type { GraphView } from '../../view.ts';

/** Fewer comments do not show that they count on. */
const MIN_COMMENTS = 4;

interface StepComment {
  edge: GraphEdge;
  step: StepNode;
}

export interface MisnumberedComment extends StepComment {
  before: StepNode;
  /** The only step that belongs between the steps of the comments before and behind. */
  expected: StepNode;
}

/** The comments whose step breaks the order of a block, where one other step would mend it. */
export function* misnumberedComments(graph: GraphView): Iterable<MisnumberedComment> {
  const inBlocks = graph.edges.flatMap((edge): StepComment[] => {
    const step = edge.via === 'block' && edge.resolved ? graph.node(edge.target) : undefined;
    return isStep(step) && edge.text === `Step ${step.number}` ? [{ edge, step }] : [];
  });
  for (const comments of blocksOf(inBlocks, graph)) {
    const odd = comments.length < MIN_COMMENTS ? undefined : oddOne(comments, graph);
    if (odd) yield odd;
  }
}

/** Comments between which no fence stands, and that name steps of one document. */
function blocksOf(comments: readonly StepComment[], graph: GraphView): StepComment[][] {
  const blocks: StepComment[][] = [];
  const inOrder = [...Map.groupBy(comments, ({ edge }) => placeOf(edge).file).values()].flatMap((own) =>
    own.toSorted((a, b) => placeOf(a.edge).line - placeOf(b.edge).line),
  );
  for (const comment of inOrder) {
    const last = blocks.at(-1)?.at(-1);
    if (last && isInSameBlock(last, comment, graph)) blocks.at(-1)!.push(comment);
    else blocks.push([comment]);
  }
  return blocks;
}

function isInSameBlock(a: StepComment, b: StepComment, graph: GraphView): boolean {
  const [from, to] = [placeOf(a.edge), placeOf(b.edge)];
  if (from.file !== to.file || a.step.document !== b.step.document) return false;
  const { source, lineStarts } = graph.document(from.file)!;
  return !/^\s*(?:```|~~~)/m.test(source.slice(lineStarts[from.line - 1], lineStarts[to.line - 1]));
}

function oddOne(comments: readonly StepComment[], graph: GraphView): MisnumberedComment | undefined {
  const breaks = comments.flatMap((_, i) =>
    i > 0 && !isBefore(comments[i - 1].step, comments[i].step) ? [i] : [],
  );
  if (breaks.length !== 1) return undefined;
  const unnamed = unnamedSteps(comments, graph);
  // Two lines may belong to one step; a block that skips further steps may skip this one too.
  if (unnamed.length !== 1) return undefined;
  const [expected] = unnamed;
  const mended = [breaks[0] - 1, breaks[0]].filter((at) => {
    const [before, after] = [comments[at - 1]?.step, comments[at + 1]?.step];
    return before && after && isBefore(before, expected) && isBefore(expected, after);
  });
  if (mended.length !== 1) return undefined;
  return { ...comments[mended[0]], before: comments[mended[0] - 1].step, expected };
}

/** The steps, those with letters left out, between the first and the last one of a block that no comment names. */
function unnamedSteps(comments: readonly StepComment[], graph: GraphView): StepNode[] {
  const [first, last] = [comments[0].step, comments.at(-1)!.step];
  const named = new Set(comments.map(({ step }) => step.number));
  return graph.document(first.document)!.sections.flatMap(({ step }) => {
    if (step === undefined || !/^\d+$/.test(step) || named.has(step)) return [];
    const node = graph.node(nodeId.step(first.document, step));
    return isStep(node) && isBefore(first, node) && isBefore(node, last) ? [node] : [];
  });
}

function isBefore(a: StepNode, b: StepNode): boolean {
  const [left, right] = [a, b].map(({ number }) => Number.parseInt(number, 10));
  return left < right || (left === right && a.number < b.number);
}
