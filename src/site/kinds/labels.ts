/** How pages call kinds and the things of a kind. */
import {
  labelOfId,
  longLabelOf,
  nodeId,
  writtenId,
  type GraphNode,
  type GraphView,
  type Kind,
} from '#specgraph';

/** The label of a thing, made by its kind: "DR-03", "Step 7b", "Table 2". */
export function labelOfNode(graph: GraphView, node: GraphNode): string {
  return labelOfId(graph.kind(node.kind)!, idOf(node));
}

/** The label with its title: "DR-03: LLM Packages Inside the PyTorch Variant". */
export function longLabelOfNode(graph: GraphView, node: GraphNode): string {
  return longLabelOf(graph.kind(node.kind)!, idOf(node), node.title);
}

/** The heading of a list of things: "Error codes". */
export function titleOfKind({ name }: Pick<Kind, 'name'>): string {
  return capitalised(name.many);
}

/** The name of a kind above one thing: "Error code". */
export function nameOfKind({ name }: Pick<Kind, 'name'>): string {
  return capitalised(name.one);
}

function idOf(node: GraphNode): string {
  return writtenId(node) ?? nodeId.nameOf(node.id);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
