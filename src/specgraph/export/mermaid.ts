import type { MapLook } from '../kinds/kind.ts';
import type { GraphNode } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { boxLabel, diagramsOf, drawingOf } from './drawing.ts';

const BRACKETS: Record<MapLook['shape'], readonly [string, string]> = {
  box: ['[', ']'],
  ellipse: ['(', ')'],
  note: ['>', ']'],
  hexagon: ['{{', '}}'],
};

/** The documents and the references between them as a Mermaid flowchart, without kinds that are numerous. */
export function graphMermaid(view: GraphView): string {
  const drawing = drawingOf(view);
  // Mermaid draws a few hundred edges at most; fifty variables in every document are far more.
  const nodes = drawing.nodes.filter((node) => diagramsOf(view, node.kind) === 'all');
  const names = new Map(nodes.map((node, i) => [node.id, `n${i}`]));
  const edges = drawing.edges.filter(
    (edge) => names.has(edge.source) && names.has(edge.target) && edge.kind !== 'mentions',
  );
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id)}${box(view, node)}`),
    ...edges.map(
      (edge) =>
        `  ${names.get(edge.source)} -->|${edge.count > 1 && edge.kind === 'refers' ? edge.count : edge.kind}| ${names.get(edge.target)}`,
    ),
    '',
  ].join('\n');
}

function box(view: GraphView, node: GraphNode): string {
  const [open, close] = BRACKETS[view.kind(node.kind)?.map.shape ?? 'box'];
  return `${open}"${escape(boxLabel(view, node))}"${close}`;
}

/** Mermaid writes entities with a number sign instead of an ampersand: #quot; and so on. */
function escape(text: string): string {
  return text.replace(/[#"<>&]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
