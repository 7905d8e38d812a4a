/**
 * Proves that a refactoring changes nothing but what was asked for: the graph of the new texts has the same nodes, every
 * reference leads to the same thing, and no rule finds anything new.
 */
import { checkGraph } from '../check.ts';
import { PROMISE_NOTE } from '../contracts/failure.ts';
import type { Kind } from '../kinds/index.ts';
import { isDefined } from '../kinds/labels.ts';
import { isDocument, isSection, isStep } from '../kinds/nodes.ts';
import type { Contract, Finding, GraphEdge, GraphNode, SectionFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { createNodeNamer } from '../query/question.ts';
import { once } from '../resolve/once.ts';
import type { GraphView } from '../view.ts';
import { spanOf } from './headings.ts';
import { isHistorical } from './history.ts';
import { patternsLeftBehind } from './follow/contract-patterns.ts';
import type { ChangeSort } from './request.ts';
import type { Fault, Outcome } from './outcome.ts';
import type { After, Before, Draft } from './state.ts';

export function findFaults(before: Before, outcome: Outcome, draft: Draft): Fault[] {
  const idNow = nodeMapper(before, outcome, draft);
  const faults = [...nodeFaults(before, outcome, draft, idNow), ...edgeFaults(before, outcome, draft, idNow)];
  // A broken reference is a finding as well, and so may be a pattern of a contract; each is reported once.
  if (faults.length > 0) return faults;
  const findings = newFindings(before, outcome, draft);
  return findings.length > 0 ? findings : patternsLeftBehind(before, outcome);
}

// ---------------------------------------------------------------- nodes

/** The id of a node after the refactoring; undefined where the node is removed. */
type IdNow = (id: string) => string | undefined;

function nodeMapper(before: Before, { after, graph }: Outcome, draft: Draft): IdNow {
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
      return now.section.step === undefined ? undefined : nodeId.step(now.facts.id, now.section.step);
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

function nodeFaults(before: Before, { after, graph }: Outcome, draft: Draft, idNow: IdNow): Fault[] {
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
    if (now !== undefined || !isRemoved)
      faults.push({ message: `${nameOf(node.id)} would not exist any more` });
  }
  const nameNow = createNodeNamer(graph);
  const shadowed = shadowedSteps(before, after);
  for (const node of graph.nodes) {
    if (seen.has(node.id)) continue;
    const facts = isSection(node) || isStep(node) ? graph.document(node.document) : undefined;
    const section = facts?.sections.find(({ slug }) => 'slug' in node && slug === node.slug);
    if (section && (after.isNew(section) || shadowed.has(section))) continue;
    faults.push({ message: `${nameNow(node.id)} would come into being` });
  }
  return faults;
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

// ---------------------------------------------------------------- edges

/** The references at one place of the new texts. */
interface Group {
  before: GraphEdge[];
  now: GraphEdge[];
  /** What was written there by the refactoring. */
  sort?: ChangeSort;
}

function edgeFaults(before: Before, outcome: Outcome, draft: Draft, idNow: IdNow): Fault[] {
  const faults: Fault[] = [];
  const name = createNodeNamer(outcome.graph);
  for (const group of groupEdges(before, outcome).values()) faults.push(...groupFaults(group));
  return faults;

  function groupFaults({ before: was, now, sort }: Group): Fault[] {
    // The words of a new title are those that were asked for.
    if (sort === 'heading' || sort === 'title') return [];
    const found: Fault[] = [];
    const targetsNow = new Set(now.filter(({ resolved }) => resolved).map(({ target }) => target));
    const wanted = new Set<string>();
    const historical = new Set<string>();
    for (const edge of was) {
      const target = edge.resolved ? idNow(edge.target) : undefined;
      if (target === undefined || isOwnerName(edge, sort)) continue;
      if (
        edge.kind === 'refers' &&
        isHistorical(edge.range!, edge.via, before.graph.document(edge.range!.file)!)
      ) {
        historical.add(edge.text ?? '');
        continue;
      }
      wanted.add(target);
      if (targetsNow.has(target)) continue;
      const instead = now.find(({ text }) => text === edge.text) ?? now[0];
      // An anchor within what is removed: the reference is broken, and a rule says so.
      if (draft.mayBreak && !instead?.resolved && edge.url?.includes('#')) continue;
      const leads = instead?.resolved ? `would lead to ${name(instead.target)}` : 'would lead nowhere';
      found.push({ message: `"${edge.text}" ${leads} instead of ${name(target)}`, ...placeOf(edge) });
    }
    if (found.length > 0) return found;
    const hadNone = was.length === 0;
    for (const edge of now) {
      if (!edge.resolved || wanted.has(edge.target) || historical.has(edge.text ?? '')) continue;
      const isMeant = sort !== undefined && (hadNone || isDocument(outcome.graph.node(edge.target)));
      if (isMeant || isNewTarget(edge)) continue;
      const broken = was.find(({ resolved, target }) => !resolved || idNow(target) === undefined);
      found.push({
        message: `"${edge.text}" ${broken ? 'names nothing' : 'is no reference'} now and would lead to ${name(edge.target)}`,
        ...(broken ? placeOf(broken) : { at: { file: edge.range!.file, line: edge.range!.line } }),
      });
    }
    return found;
  }

  /** The name of the document beside a number that is elsewhere now. */
  function isOwnerName({ target }: GraphEdge, written: ChangeSort | undefined): boolean {
    return written === 'reference' && isDocument(before.graph.node(target));
  }

  function isNewTarget({ target }: GraphEdge): boolean {
    const node = outcome.graph.node(target);
    if (!node || !('slug' in node)) return false;
    const section = outcome.graph.document(node.document)?.sections.find(({ slug }) => slug === node.slug);
    return section !== undefined && outcome.after.isNew(section);
  }
}

function placeOf({ range }: GraphEdge): Pick<Fault, 'at' | 'range'> {
  return { at: { file: range!.file, line: range!.line }, range };
}

const isPointer = ({ kind, range }: GraphEdge): boolean =>
  (kind === 'refers' || kind === 'mentions') && range !== undefined;

function groupEdges(before: Before, { after, graph }: Outcome): Map<string, Group> {
  const groups = new Map<string, Group>();
  const groupAt = (path: string, offset: number): Group => {
    const piece = after.changed.pieceAt(path, offset);
    const key = `${path}\0${piece.offset}`;
    const group = groups.get(key) ?? { before: [], now: [], sort: piece.sort };
    groups.set(key, group);
    return group;
  };
  for (const edge of before.graph.edges) {
    if (!isPointer(edge)) continue;
    const facts = before.graph.document(edge.range!.file)!;
    if (after.isRemoved(facts)) continue;
    const at = after.changed.locate(facts.path, spanOf(facts, edge.range!).start);
    if (at) groupAt(at.path, at.offset).before.push(edge);
  }
  const pathBefore = new Map(before.graph.documents.map(({ path }) => [after.pathNow(path), path]));
  for (const edge of graph.edges) {
    if (!isPointer(edge)) continue;
    const facts = graph.document(edge.range!.file)!;
    groupAt(pathBefore.get(facts.path)!, spanOf(facts, edge.range!).start).now.push(edge);
  }
  return groups;
}

// ---------------------------------------------------------------- findings

function newFindings(before: Before, { after, graph, contracts }: Outcome, draft: Draft): Fault[] {
  const known = new Map<string, number>();
  const pathBefore = new Map(before.graph.documents.map(({ path }) => [after.pathNow(path), path]));
  for (const finding of findingsOf(before.graph, before.project.contracts)) {
    const key = keyBefore(finding);
    if (key !== undefined) known.set(key, (known.get(key) ?? 0) + 1);
  }
  return findingsOf(graph, contracts)
    .filter((finding) => {
      const key = keyNow(finding);
      const count = known.get(key) ?? 0;
      known.set(key, count - 1);
      return count <= 0 && !draft.expectedRules.has(finding.rule);
    })
    .map((finding) => ({
      finding: `${finding.rule}: ${finding.message}`,
      message: `${finding.rule} would be found: ${finding.message}${promiseOf(finding)}`,
      at: { file: finding.file, line: finding.line },
    }));

  function keyBefore(finding: Finding): string | undefined {
    const facts = before.graph.document(finding.file);
    if (!facts) return `${finding.rule}\0${finding.file}\0${finding.line}`;
    if (after.isRemoved(facts)) return undefined;
    const at = after.changed.locate(facts.path, spanOf(facts, finding).start);
    if (!at) return undefined;
    return `${finding.rule}\0${at.path}\0${after.changed.pieceAt(at.path, at.offset).offset}`;
  }

  function keyNow(finding: Finding): string {
    const facts = graph.document(finding.file);
    if (!facts) return `${finding.rule}\0${finding.file}\0${finding.line}`;
    const path = pathBefore.get(facts.path)!;
    return `${finding.rule}\0${path}\0${after.changed.pieceAt(path, spanOf(facts, finding).start).offset}`;
  }
}

/** A promise that is not kept is reported where it should be kept; what must change may be its entry. */
function promiseOf({ related = [] }: Finding): string {
  const promise = related.find(({ note }) => note === PROMISE_NOTE);
  return promise ? ` The promise stands in ${promise.at.file}:${promise.at.line}.` : '';
}

function findingsOf(graph: GraphView, contracts: readonly Contract[]): Finding[] {
  return checkGraph(graph, { contracts }).findings;
}
