/** Every reference leads to the same thing after a refactoring as before. */
import { isDocument } from '../../kinds/nodes.ts';
import type { DocumentFacts, GraphEdge } from '../../model/index.ts';
import { createNodeNamer } from '../../query/question.ts';
import { nodeId } from '../../resolve/ids.ts';
import type { GraphView } from '../../view.ts';
import { spanOf } from '../headings.ts';
import { isHistorical } from '../history.ts';
import type { Fault, Outcome } from '../outcome.ts';
import type { ChangeSort } from '../request.ts';
import type { Before, Draft } from '../state.ts';
import type { IdNow } from './nodes.ts';

/** The references at one place of the new texts. */
interface Group {
  before: GraphEdge[];
  now: GraphEdge[];
  /** What was written there by the refactoring. */
  sort?: ChangeSort;
}

export function referenceFaults(before: Before, outcome: Outcome, draft: Draft, idNow: IdNow): Fault[] {
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
      if (isOfPast(edge, before.graph)) {
        historical.add(edge.text ?? '');
        continue;
      }
      wanted.add(target);
      if (targetsNow.has(target)) continue;
      const instead = now.find(({ text }) => text === edge.text) ?? now[0];
      if (instead && leadsToSameAnchor(edge, instead)) {
        wanted.add(instead.target);
        continue;
      }
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
      if (isMeant || isNewTarget(edge) || isOfPast(edge, outcome.graph)) continue;
      const broken = was.find(({ resolved, target }) => !resolved || idNow(target) === undefined);
      const isOfRemoved = broken?.resolved === true;
      const meant = isOfRemoved
        ? 'names what is removed'
        : broken
          ? 'names nothing now'
          : 'is no reference now';
      found.push({
        message: `"${edge.text}" ${meant} and would lead to ${name(edge.target)}`,
        isOfRemoved,
        ...(broken ? placeOf(broken) : { at: { file: edge.range!.file, line: edge.range!.line } }),
      });
    }
    return found;
  }

  /**
   * The anchor that a link names stands where it stood, or went along with its text: an empty section that comes before its
   * heading only makes it doubtful to which of the two headings it belongs.
   */
  function leadsToSameAnchor(edge: GraphEdge, instead: GraphEdge): boolean {
    const fragment = /#(.*)$/s.exec(edge.url ?? '')?.[1];
    if (!fragment || !instead.url?.endsWith(`#${fragment}`) || !instead.resolved) return false;
    const [was, is] = [before.graph.node(edge.target), outcome.graph.node(instead.target)];
    if (!isDocument(was) && !isDocument(is)) return false;
    const [factsBefore, factsNow] = [documentOf(edge, before.graph), documentOf(instead, outcome.graph)];
    const [anchorBefore, anchorNow] = [factsBefore, factsNow].map((facts) =>
      facts?.anchors.find(({ name: own }) => own === fragment),
    );
    if (!factsBefore || !factsNow || !anchorBefore || !anchorNow) return false;
    const at = outcome.after.changed.locate(factsBefore.path, spanOf(factsBefore, anchorBefore.range).start);
    return (
      at !== undefined &&
      outcome.after.pathNow(at.path) === factsNow.path &&
      at.offset === spanOf(factsNow, anchorNow.range).start
    );
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

function isOfPast({ kind, range, via }: GraphEdge, graph: GraphView): boolean {
  return kind === 'refers' && isHistorical(range!, via, graph.document(range!.file)!);
}

function documentOf({ target }: GraphEdge, graph: GraphView): DocumentFacts | undefined {
  return graph.document(nodeId.documentOf(target) ?? target);
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
