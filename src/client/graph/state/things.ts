/** How what shows answers looks things up, however many there are. */
import type { MapData, MapFinding, MapNode } from '../../../map/model.ts';
import { labelOf, shortNameOf } from '../../../map/names.ts';

export interface Things {
  node(id: string): MapNode | undefined;
  /** What has exactly this name or id, in whatever case. */
  named(words: string): MapNode | undefined;
  /** Names that are proposed where one is asked for. */
  proposed(): readonly MapNode[];
  findings?: readonly MapFinding[];
}

export function thingsOf({ nodes, findings }: MapData): Things {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const whole = nodes.filter((node) => !node.ghost);
  return {
    findings,
    node: (id) => byId.get(id),
    named(words) {
      const asked = words.trim().toLowerCase();
      return whole.find((node) =>
        [node.name, labelOf(node), node.id].some((own) => own?.toLowerCase() === asked),
      );
    },
    proposed: () => whole,
  };
}

/** As the command line names it, or else as the map does. */
export function nameIn(things: Things, id: string): string {
  const node = things.node(id);
  return node ? shortNameOf(node) : id;
}
