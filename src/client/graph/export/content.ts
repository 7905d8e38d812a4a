/** The title and the file name of an export, and the export as data. Pure. */
import type { MapData, MapNode, MapTie } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import type { MapState } from '../state/state.ts';

const VIEW_DESCRIPTIONS = { map: 'map', matrix: 'matrix of references' } as const;

/** "Specification: map, through phase 5, 14 Edge and Auto-Scaling selected". */
export function titleOf(state: MapState, selected: MapNode | undefined): string {
  return `Specification: ${[
    VIEW_DESCRIPTIONS[state.view ?? 'map'],
    state.through && `through phase ${state.through}`,
    state.component && `variables of ${state.component}`,
    selected && `${labelOf(selected)} selected`,
  ]
    .filter(Boolean)
    .join(', ')}`;
}

/** "specification-map-phase-5.svg". */
export function fileNameOf(state: MapState, type: string): string {
  return `specification-${state.view ?? 'map'}${state.through ? `-phase-${state.through}` : ''}.${type}`;
}

export interface MapExport {
  schema: 'specgraph.map/1';
  url: string;
  state: Pick<MapState, 'view' | 'kinds' | 'through' | 'component' | 'find' | 'selected' | 'ask'>;
  nodes: (Pick<
    MapNode,
    'id' | 'kind' | 'number' | 'title' | 'about' | 'phase' | 'document' | 'components'
  > & {
    label: string;
    url: string;
    x: number;
    y: number;
  })[];
  ties: Pick<MapTie, 'source' | 'target' | 'kind' | 'count'>[];
}

/**
 * @param shown the visible nodes and ties with their places
 * @param url of the page with its state; the URLs of the nodes are resolved against it
 */
export function exportData({ nodes, ties }: MapData, state: MapState, url: string): MapExport {
  const { view = 'map', kinds, through, component, find, selected, ask } = state;
  const round = (value: number): number => Math.round(100 * value) / 100;
  return {
    schema: 'specgraph.map/1',
    url,
    state: { view, kinds, through, component, find, selected, ask },
    nodes: nodes.map((node) => ({
      id: node.id,
      kind: node.kind,
      label: labelOf(node),
      number: node.number,
      title: node.title,
      about: node.about,
      phase: node.phase,
      document: node.document,
      components: node.components,
      url: new URL(node.url, url).href,
      x: round(node.x),
      y: round(node.y),
    })),
    ties: ties.map(({ source, target, kind, count }) => ({ source, target, kind, count })),
  };
}

/** A generic font family, because other programs may lack the fonts of the page. @param family as computed */
export function genericFont(family: string): string {
  return /mono|consolas|menlo/i.test(family) ? 'monospace' : 'sans-serif';
}

export interface Property {
  name: string;
  initial: string;
  inherited?: true;
  colour?: true;
}

/** The computed properties that an exported element keeps. */
export const PROPERTIES: readonly Property[] = [
  { name: 'fill', initial: '#000000', inherited: true, colour: true },
  { name: 'fill-opacity', initial: '1', inherited: true },
  { name: 'stroke', initial: 'none', inherited: true, colour: true },
  { name: 'stroke-width', initial: '1px', inherited: true },
  { name: 'stroke-opacity', initial: '1', inherited: true },
  { name: 'stroke-dasharray', initial: 'none', inherited: true },
  { name: 'stroke-linecap', initial: 'butt', inherited: true },
  { name: 'stroke-linejoin', initial: 'miter', inherited: true },
  { name: 'paint-order', initial: 'normal', inherited: true },
  { name: 'opacity', initial: '1' },
  { name: 'vector-effect', initial: 'none' },
  { name: 'font-family', initial: '', inherited: true },
  { name: 'font-size', initial: '16px', inherited: true },
  { name: 'font-weight', initial: '400', inherited: true },
  { name: 'letter-spacing', initial: 'normal', inherited: true },
  { name: 'text-anchor', initial: 'start', inherited: true },
  { name: 'dominant-baseline', initial: 'auto', inherited: true },
  { name: 'text-decoration-line', initial: 'none' },
];

/**
 * The properties that an exported element must state, because it neither inherits them nor has them by default.
 * @param parentValues computed values of its parent; undefined at the root
 */
export function propertiesToWrite(
  values: ReadonlyMap<string, string>,
  parentValues: ReadonlyMap<string, string> | undefined,
): [name: string, value: string][] {
  return PROPERTIES.flatMap(({ name, initial, inherited }): [string, string][] => {
    const value = values.get(name) ?? initial;
    const implied = inherited && parentValues ? (parentValues.get(name) ?? initial) : initial;
    return value === implied ? [] : [[name === 'text-decoration-line' ? 'text-decoration' : name, value]];
  });
}
