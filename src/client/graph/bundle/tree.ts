/** The tree of the bundle view: documents in groups by phase, their sections of the second level as leaves, and the ties between leaves. Pure. */
import { HEADING_KINDS, isHead, traitsOf } from '../../../map/kinds.ts';
import type { MapData, MapNode, MapTie } from '../../../map/model.ts';
import { visibleOf, type MapState } from '../state/state.ts';

/** A leaf has a node and no children. */
export interface Branch {
  id: string;
  node?: MapNode;
  children?: Branch[];
}

export interface BundleGroup extends Branch {
  /** "Phase 3", "Variables", "Missing". */
  title: string;
  children: Branch[];
}

export interface BundleTree {
  groups: BundleGroup[];
  /** From leaf to leaf; references of deeper sections count for the leaf that contains them. */
  ties: MapTie[];
  /** Of the leaves. */
  ids: ReadonlySet<string>;
  /** The leaf that stands for a node. */
  leafOf(id: string): string | undefined;
}

export function bundleTree(data: MapData, state: MapState): BundleTree {
  const visible = visibleOf(data, {
    ...state,
    kinds: [...new Set([...state.kinds, ...HEADING_KINDS, ...kindsOfParts(data)])],
  });
  const outsideDocuments = visible.nodes.filter(
    ({ isMissing, document, kind }) => isMissing || (document === undefined && !traitsOf(kind).isHeading),
  );
  const leaves = leavesOf(
    visible.nodes,
    data.ties,
    new Set(outsideDocuments.filter(isHead).map(({ id }) => id)),
  );
  const sections = Map.groupBy(
    visible.nodes.filter(({ id, isMissing }) => !isMissing && leaves.get(id) === id),
    (node) => node.document!,
  );
  const leafIds = new Set([...outsideDocuments.map(({ id }) => id), ...leaves.values()]);
  const leafOf = (id: string): string | undefined => (leafIds.has(id) ? id : leaves.get(id));
  return {
    groups: [...phaseGroups(outsideDocuments, sections), ...kindGroups(outsideDocuments, data.titles)],
    ties: tiesBetween(visible, leafOf),
    ids: leafIds,
    leafOf,
  };
}

/** Parts of documents stand for the section that holds them, whether their kind is shown or not. */
function kindsOfParts({ nodes }: MapData): MapNode['kind'][] {
  return nodes.flatMap(({ document, kind }) => (document === undefined ? [] : [kind]));
}

/** The section of the second level that contains each section and step. */
function leavesOf(
  nodes: readonly MapNode[],
  ties: readonly MapTie[],
  documents: ReadonlySet<string>,
): Map<string, string> {
  const parents = new Map(
    ties.filter(({ kind }) => kind === 'contains').map(({ source, target }) => [target, source]),
  );
  const shown = new Set(nodes.map(({ id }) => id));
  const leaves = new Map<string, string>();
  for (const { id, document } of nodes) {
    if (!document || !documents.has(document)) continue;
    let leaf = id;
    for (
      let parent = parents.get(leaf);
      parent !== undefined && parent !== document;
      parent = parents.get(leaf)
    )
      leaf = parent;
    // A filter may hide a section in between.
    leaves.set(id, parents.get(leaf) === document && shown.has(leaf) ? leaf : document);
  }
  return leaves;
}

function phaseGroups(
  outsideDocuments: readonly MapNode[],
  sections: ReadonlyMap<string, MapNode[]>,
): BundleGroup[] {
  const documents = outsideDocuments.filter((node) => isHead(node) && !node.isMissing);
  return [...Map.groupBy(documents, ({ phase }) => phase ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([phase, documentsOfPhase]) => ({
      id: `group:${phase}`,
      title: phase ? `Phase ${phase}` : '',
      children: documentsOfPhase.map((document) => ({
        id: `branch:${document.id}`,
        children: [document, ...(sections.get(document.id) ?? [])].map((node) => ({ id: node.id, node })),
      })),
    }));
}

function kindGroups(outsideDocuments: readonly MapNode[], titles: MapData['titles'] = {}): BundleGroup[] {
  return [
    ...Map.groupBy(
      outsideDocuments.filter((node) => !isHead(node) || node.isMissing),
      ({ kind, isMissing }) => (isMissing ? 'Missing' : (titles[kind] ?? `${capitalised(kind)}s`)),
    ),
  ].map(([title, nodesOfKind]) => ({
    id: `group:${title}`,
    title,
    children: nodesOfKind.map((node) => ({ id: node.id, node })),
  }));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Ties by leaf. A tie between documents counts all references in them. The references of sections are subtracted, and
 * the rest comes from the text before the first section.
 */
function tiesBetween({ nodes, ties }: MapData, leafOf: (id: string) => string | undefined): MapTie[] {
  const documentOf = new Map(nodes.map(({ id, document }) => [id, document]));
  const isInner = ({ source, target }: MapTie): boolean =>
    documentOf.get(source) !== undefined || documentOf.get(target) !== undefined;
  const counts = new Map<string, number>();
  const sums = new Map<string, MapTie>();
  const add = ({ source, target, kind, count }: MapTie): void => {
    const key = `${source} ${target} ${kind}`;
    const sum = sums.get(key);
    if (sum) sum.count += count;
    else sums.set(key, { source, target, kind, count });
  };
  const drawn = ties.filter(({ kind }) => kind !== 'contains');
  for (const tie of drawn.filter(isInner)) {
    const key = `${documentOf.get(tie.source) ?? tie.source} ${documentOf.get(tie.target) ?? tie.target} ${tie.kind}`;
    counts.set(key, (counts.get(key) ?? 0) + tie.count);
    const [source, target] = [leafOf(tie.source), leafOf(tie.target)];
    if (source && target && source !== target) add({ ...tie, source, target });
  }
  for (const tie of drawn) {
    const rest = tie.count - (counts.get(`${tie.source} ${tie.target} ${tie.kind}`) ?? 0);
    if (!isInner(tie) && rest > 0) add({ ...tie, count: rest });
  }
  return [...sums.values()];
}
