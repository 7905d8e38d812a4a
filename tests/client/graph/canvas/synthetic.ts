/** A made-up map of any size: documents in folders with sections and variables, and ties within and between them. */
import { encode, type LargeMap } from '../../../../src/map/columns.ts';
import { composeDocuments, composeGroups } from '../../../../src/map/composition.ts';
import type { MapData, MapNode, MapTie } from '../../../../src/map/model.ts';

/** @param documents number of documents, eight to a folder */
export function syntheticMap(documents: number, sections = 20): MapData {
  const nodes: MapNode[] = [];
  const ties: MapTie[] = [];
  const node = (id: string, kind: MapNode['kind'], more: Partial<MapNode> = {}): unknown =>
    nodes.push({
      id,
      kind,
      title: `${id} named`,
      about: `What ${kind} ${id} is`,
      url: `/${id}/`,
      x: 0,
      y: 0,
      r: 3,
      ...more,
    });
  const tie = (source: string, target: string, kind: MapTie['kind'] = 'refers', count = 1): unknown =>
    ties.push({ source, target, kind, count });
  const idOf = (i: number): string => `folder-${Math.floor(i / 8)}/${String(i).padStart(3, '0')}-document`;
  for (let i = 0; i < documents; i++) {
    const id = idOf(i);
    node(id, 'document', { number: String(i), title: 'Document', phase: 1 + (i % 3), url: `/spec/${id}/` });
    for (let s = 0; s < sections - (i % 5); s++) {
      node(`${id}#part-${s}`, 'section', { document: id, url: `/spec/${id}/#part-${s}`, phase: 1 + (i % 3) });
      tie(id, `${id}#part-${s}`, 'contains');
      tie(`${id}#part-${s}`, idOf((i + s) % documents));
    }
    node(`variable:V_${i}`, 'variable', { components: i % 2 ? ['Server'] : ['Client', 'Server'], phase: 1 });
    tie(id, `variable:V_${i}`, 'introduces', 2);
    tie(`${idOf((i + 1) % documents)}#part-0`, `variable:V_${i}`, 'mentions', 3);
  }
  node('phase:9', 'phase');
  return { nodes, ties };
}

function folderOf({ id }: { id: string }): string {
  return id.slice(0, id.indexOf('/'));
}

/** The synthetic map with layers of its folders. */
export function foldedMap(documents: number, sections?: number): LargeMap {
  return composeGroups(encode(syntheticMap(documents, sections), folderOf));
}

/** A map with layers of its documents. */
export function flatMap(data: MapData): LargeMap {
  return composeDocuments(encode(data));
}
