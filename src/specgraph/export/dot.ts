import type { GraphView } from '../view.ts';
import { boxLabel, drawingOf } from './drawing.ts';

/** The documents and the references between them, for Graphviz. */
export function graphDot(view: GraphView): string {
  const { nodes, edges } = drawingOf(view);
  return [
    'digraph specgraph {',
    '  rankdir=LR;',
    '  node [fontname="sans-serif"];',
    ...nodes.map(
      (node) =>
        `  ${quote(node.id)} [label=${quote(boxLabel(view, node))}, shape=${view.kind(node.kind)?.map.shape ?? 'box'}, class=${quote(node.kind)}];`,
    ),
    ...edges.map(
      (edge) =>
        `  ${quote(edge.source)} -> ${quote(edge.target)} [class=${quote(edge.kind)}, weight=${edge.count}${edge.count > 1 ? `, label=${quote(String(edge.count))}` : ''}];`,
    ),
    '}',
    '',
  ].join('\n');
}

function quote(text: string): string {
  return `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replace(/\s+/g, ' ')}"`;
}
