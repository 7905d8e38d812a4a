/** How the panels look nodes up, however many there are. */
import { labelOf, shortNameOf } from '../../../map/names.ts';
import type { MapData, MapFinding, MapNode } from '../../../map/model.ts';

export interface NodeLookup {
  node(id: string): MapNode | undefined;
  /** A node that an answer names; its title may say in which document it stands. */
  nodeOfAnswer(id: string): MapNode | undefined;
  /** The node that has exactly this name or id, in any letter case. */
  findByName(words: string): MapNode | undefined;
  /** The nodes whose names a field proposes. */
  suggestions(): readonly MapNode[];
  readonly findings?: readonly MapFinding[];
}

export function lookupOf({ nodes, findings }: MapData): NodeLookup {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const existing = nodes.filter((node) => !node.isMissing);
  return {
    findings,
    node: (id) => byId.get(id),
    nodeOfAnswer: (id) => byId.get(id),
    findByName(words) {
      const wanted = words.trim().toLowerCase();
      return existing.find((node) =>
        [node.name, labelOf(node), node.id].some((name) => name?.toLowerCase() === wanted),
      );
    },
    suggestions: () => existing,
  };
}

/** How an answer names a node: as the command line does, or else as the map does. */
export function nameOfId(lookup: NodeLookup, id: string): string {
  const node = lookup.nodeOfAnswer(id);
  return node ? shortNameOf(node) : id;
}
