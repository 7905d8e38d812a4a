import { escapeXml } from '../text/escape-xml.ts';
import type { GraphView } from '../view.ts';
import { exportGraph } from './json.ts';

/** Attributes of nodes and edges that GraphML declares first, with their types. */
const NODE_KEYS = { kind: 'string', title: 'string', file: 'string', line: 'int', number: 'string' } as const;
const EDGE_KEYS = {
  kind: 'string',
  file: 'string',
  line: 'int',
  column: 'int',
  text: 'string',
  via: 'string',
  resolved: 'boolean',
  why: 'string',
} as const;

/**
 * The whole graph as GraphML, sections and every single reference included. Unresolved targets become nodes of kind
 * "missing".
 */
export function graphML(view: GraphView): string {
  const { nodes, edges } = exportGraph(view);
  const known = new Set(nodes.map((node) => node.id));
  const missing = [...new Set(edges.flatMap((edge) => [edge.source, edge.target]))]
    .filter((id) => !known.has(id))
    .toSorted()
    .map((id) => ({ id, kind: 'missing', title: id }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', NODE_KEYS),
    ...keys('edge', EDGE_KEYS),
    '  <graph id="specgraph" edgedefault="directed">',
    ...[...nodes, ...missing].map(
      (node) => `    <node id="${escapeXml(node.id)}">${data('node', NODE_KEYS, node)}</node>`,
    ),
    ...edges.map(
      (edge, i) =>
        `    <edge id="e${i}" source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}">${data('edge', EDGE_KEYS, edge)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function keys(of: string, types: Readonly<Record<string, string>>): string[] {
  return Object.entries(types).map(
    ([name, type]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
  );
}

function data(of: string, types: Readonly<Record<string, string>>, value: object): string {
  const values = value as Readonly<Record<string, unknown>>;
  return Object.keys(types)
    .filter((name) => values[name] !== undefined)
    .map((name) => `<data key="${of}-${name}">${escapeXml(String(values[name]))}</data>`)
    .join('');
}
