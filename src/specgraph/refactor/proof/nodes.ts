/** The same things exist after a refactoring as before, but for those that it was asked to make or remove. */
import { isDefined } from '../../kinds/labels.ts';
import { isDocument, isSection, isStep, isVariable } from '../../kinds/nodes.ts';
import type { Kind } from '../../kinds/index.ts';
import type { GraphNode, Place, SectionFacts } from '../../model/index.ts';
import { createNodeNamer } from '../../query/question.ts';
import { pointOf } from '../../resolve/facets.ts';
import { nodeId } from '../../resolve/ids.ts';
import { once } from '../../resolve/once.ts';
import type { GraphView } from '../../view.ts';
import { spanOf } from '../headings.ts';
import type { Fault, Outcome } from '../outcome.ts';
import type { After, Before, Draft } from '../state.ts';

/** The id of a node after the refactoring; undefined where the node is removed. */
export type IdNow = (id: string) => string | undefined;

export function nodeMapper(before: Before, { after, graph }: Outcome, draft: Draft): IdNow {
  const { graph: graphBefore } = before;
  // One place may define things of several kinds.
  const keyOf = (path: string, offset: number, kind: Kind): string => `${path}\0${offset}\0${kind.id}`;
  const thingsNow = once(
    () =>
      new Map(
        graph.things.all.map((thing) => [
          keyOf(thing.document.path, spanOf(thing.document, thing.definition.range).start, thing.kind),
          thing.node,
        ]),
      ),
  );
  const thingsBefore = once(() => new Map(graphBefore.things.all.map((thing) => [thing.node, thing])));
  const ofNode = (node: GraphNode): string | undefined => {
    if (isGone(node, before, after)) return undefined;
    if (isDocument(node)) return nodeId.document(after.documentNow(graphBefore.document(node.id)!).id);
    if (isSection(node) || isStep(node)) {
      const facts = graphBefore.document(node.document)!;
      const now = after.sectionNow(facts.sections.find(({ slug }) => slug === node.slug)!);
      if (!now) return undefined;
      if (isSection(node)) return nodeId.section(now.facts.id, now.section.slug);
      // A step that goes where no steps are counted is a section alone.
      if (now.section.step === undefined) return nodeId.section(now.facts.id, now.section.slug);
      const step = nodeId.step(now.facts.id, now.section.step);
      return isNodeOf(graph.node(step), now.section) ? step : undefined;
    }
    const thing = thingsBefore().get(node.id);
    if (!thing) return node.id;
    const at = after.changed.locate(
      thing.document.path,
      spanOf(thing.document, thing.definition.range).start,
    );
    if (!at) return undefined;
    return thingsNow().get(keyOf(after.pathNow(at.path), at.offset, thing.kind)) ?? node.id;
  };
  return (id) => {
    const named = draft.newNames.get(id);
    if (named !== undefined) return named;
    if (draft.removedNodes.has(id)) return undefined;
    const node = graphBefore.node(id);
    return node ? ofNode(node) : id;
  };
}

export function nodeFaults(before: Before, { after, graph }: Outcome, draft: Draft, idNow: IdNow): Fault[] {
  const faults: Fault[] = [];
  const nameOf = createNodeNamer(before.graph);
  const seen = new Set<string>();
  for (const node of before.graph.nodes) {
    const now = idNow(node.id);
    if (now !== undefined && graph.node(now)) {
      seen.add(now);
      continue;
    }
    const isRemoved =
      draft.removedNodes.has(node.id) || isGone(node, before, after) || isWithinRemoved(node, before, draft);
    if (now === undefined && isRemoved) continue;
    const isShared = isStep(node) && idNow(nodeId.section(node.document, node.slug)) !== undefined;
    const what = isShared ? 'would have the number of another step' : 'would not exist any more';
    faults.push({ message: `${nameOf(node.id)} ${what}`, at: placeOf(node, before.graph) });
  }
  const nameNow = createNodeNamer(graph);
  const shadowed = shadowedSteps(before, after);
  for (const node of graph.nodes) {
    if (seen.has(node.id)) continue;
    const facts = isSection(node) || isStep(node) ? graph.document(node.document) : undefined;
    const section = facts?.sections.find(({ slug }) => 'slug' in node && slug === node.slug);
    if (section && (after.isNew(section) || shadowed.has(section))) continue;
    faults.push({ message: `${nameNow(node.id)} would come into being`, at: placeOf(node, graph) });
  }
  return faults;
}

/** Whether a node is that of a section: of several steps with one number, the first one has the node. */
function isNodeOf(node: GraphNode | undefined, { slug }: SectionFacts): boolean {
  return node !== undefined && 'slug' in node && node.slug === slug;
}

/** Steps that had no node, because another one has their number: as they are now. */
function shadowedSteps({ graph }: Before, after: After): Set<SectionFacts> {
  const found = graph.documents.flatMap((facts) =>
    facts.sections.filter(({ step, slug }) => {
      const node = step === undefined ? undefined : graph.node(nodeId.step(facts.id, step));
      return node !== undefined && 'slug' in node && node.slug !== slug;
    }),
  );
  return new Set(found.flatMap((section) => after.sectionNow(section)?.section ?? []));
}

function isWithinRemoved(node: GraphNode, before: Before, draft: Draft): boolean {
  if (!('slug' in node) || draft.removed.size === 0) return false;
  const facts = before.graph.document(node.document);
  return facts?.sections.some((section) => section.slug === node.slug && draft.removed.has(section)) ?? false;
}

/** Whether a node is part of a document that is removed. */
function isGone(node: GraphNode, { graph }: Before, after: After): boolean {
  const id = nodeId.documentOf(node.id) ?? (isDefined(node) ? node.document : undefined);
  const facts = id === undefined ? undefined : graph.document(id);
  return facts !== undefined && after.isRemoved(facts);
}

/** Where a node is written: its heading, or its first definition. */
function placeOf(node: GraphNode, graph: GraphView): Place | undefined {
  if (isDocument(node)) return { file: node.file, line: 1 };
  if ('slug' in node) {
    const facts = graph.document(node.document);
    const section = facts?.sections.find(({ slug }) => slug === node.slug);
    return section && pointOf(section.range);
  }
  if (isVariable(node)) {
    const [definition] = graph.definitions.filter(({ name }) => name === node.name);
    return definition && pointOf(definition.range);
  }
  const thing = graph.things.all.find((one) => one.node === node.id);
  if (thing) return pointOf(thing.definition.range);
  const edge = graph.edges.find(({ target, range }) => target === node.id && range !== undefined);
  return edge && pointOf(edge.range!);
}
