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
import { groupEdges, type Group } from './groups.ts';
import type { IdNow } from './nodes.ts';
import { proseFaults } from './prose.ts';

export function referenceFaults(before: Before, outcome: Outcome, draft: Draft, idNow: IdNow): Fault[] {
  const name = createNodeNamer(outcome.graph);
  const groups = [...groupEdges(before, outcome)];
  return [...groups.flatMap(groupFaults), ...proseFaults(before, outcome, groups)];

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
