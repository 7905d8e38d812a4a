/** "Rename" on headings, variables, ids, documents, and on every reference to them. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import {
  isDocument,
  isPart,
  nodeId,
  writtenId,
  type GraphNode,
  type GraphView,
  type SourceRange,
} from '#specgraph';
import { titleOfHeading } from '#specgraph/refactor';
import { toRange, type Point } from '../../places.ts';
import type { DocumentRequest } from '../../read-set.ts';
import { sectionOf, targetsAt, type TargetsAt } from '../targets.ts';
import { planOrRefuse, RefusedError } from './plan.ts';
import { editOfPlan, type EditAbilities } from './workspace-edit.ts';

/** What is renamed: the node, and for a section the place and words of its title. */
interface Renamed {
  node: GraphNode;
  title?: { range: SourceRange; text: string };
}

/**
 * What would be renamed at a position.
 * @returns the words at the position and the present name; null where nothing stands there that has a name
 * @throws RefusedError for words that name several things
 */
export function prepareRename(
  { set, facts }: DocumentRequest,
  point: Point,
): { range: Range; placeholder: string } | null {
  const found = targetsAt(set.graph, facts, point);
  const renamed = found && renamedBy(set.graph, found);
  if (!renamed) return null;
  const { node, title } = renamed;
  if (!title) return { range: toRange(found.range), placeholder: nameOf(node) };
  const range = found.isDefinition ? title.range : found.range;
  return { range: toRange(range), placeholder: title.text };
}

/**
 * @param name a title, an id, or the name of a file
 * @returns the edits of all files; null where nothing stands at the position that has a name
 * @throws RefusedError where something stands in the way
 */
export function renameAt(
  { set, facts }: DocumentRequest,
  point: Point,
  name: string,
  abilities: EditAbilities,
): WorkspaceEdit | null {
  const found = targetsAt(set.graph, facts, point);
  const renamed = found && renamedBy(set.graph, found);
  if (!renamed) return null;
  return editOfPlan(set, planOrRefuse(set, { action: 'rename', target: renamed.node.id, name }), abilities);
}

/** A heading stands for its section, also where it is a title or a step; other words must stand for one thing. */
function renamedBy(graph: GraphView, { ids, isDefinition }: TargetsAt): Renamed | undefined {
  const all = ids.flatMap((id) => {
    const node = graph.node(id);
    return node ? (renamedOf(graph, node) ?? []) : [];
  });
  if (isDefinition) return all.find(({ title }) => title) ?? all[0];
  // A step and its heading are two nodes with one title.
  if (new Set(all.map(({ node, title }) => (title ? JSON.stringify(title.range) : node.id))).size > 1)
    throw new RefusedError('These words name several things; rename one of them.');
  return all[0];
}

/** @returns undefined for a step that is an item of a list: it has no title */
function renamedOf(graph: GraphView, node: GraphNode): Renamed | undefined {
  if (!isPart(node)) return { node };
  const section = sectionOf(graph, node.document, node.slug);
  if (!section || section.range.line !== node.line) return undefined;
  return { node, title: titleOfHeading(graph.document(node.document)!, section) };
}

function nameOf(node: GraphNode): string {
  if (isDocument(node)) return node.file.slice(node.file.lastIndexOf('/') + 1);
  return writtenId(node) ?? nodeId.nameOf(node.id);
}
