import { writtenId, type GraphEdge, type GraphView } from '#specgraph';
import { findReferences, createNodeNamer, parseTarget, type References } from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import { paintFor, type Paint } from '../colors.ts';
import { defineCommand } from '../command.ts';
import { DIR, readFolder } from '../folder.ts';
import type { Effects } from '../effects.ts';
import { toJson } from '../output.ts';
import { DEFAULT_COLUMNS } from '../terminal-options.ts';
import { toPrintable } from '#specgraph/text/printable';
import { clip } from '../terminal-text.ts';
import { loadGraph } from '../checker.ts';

export const refs = defineCommand({
  name: 'refs',
  summary: 'Who refers to TARGET, and what it refers to, with place and sentence.',
  operands: 'TARGET',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    dir: DIR,
    format: { value: 'FORMAT', choices: ['json', 'pretty'], about: 'default pretty' },
  },
  notes: [
    'TARGET is a variable (APP_PORT), a document (14, spec/14, 14-edge-and-auto-scaling), a section (spec/14#3, ' +
      '"spec/14 Section 3", "Appendix of spec/03"), a step ("Step 7b of spec/02"), a requirement (ORCH-03) or a phase (phase:9). ' +
      'A thing of a configured kind is written as in the text ("DR-03 of spec/06") or with its kind (decision:3). ' +
      'A document stands for everything in it, a section for everything below it.',
  ],
  async run({ options, operands }, effects) {
    const view = await readFolder(options.dir, (folder) =>
      loadGraph({ folder, config: options.config }, effects),
    );
    const target = parseTarget(operands.join(' '), view);
    const references = findReferences(view, target);
    effects.stdout.write(
      options.format === 'json' ? asJson(target, references) : asText(target, references, view, effects),
    );
    return 0;
  },
});

function asJson(target: string, { incoming, outgoing }: References): string {
  return toJson({
    schema: 'specgraph.refs/1',
    target,
    incoming: incoming.map(edgeFields),
    outgoing: outgoing.map(edgeFields),
  });
}

function asText(
  target: string,
  { incoming, outgoing }: References,
  view: GraphView,
  { stdout, env }: Effects,
): string {
  const paint = paintFor(stdout, env);
  const printer = new ReferencePrinter(view, paint, stdout.columns ?? DEFAULT_COLUMNS);
  return [
    paint('bold', `${createNodeNamer(view)(target)}${titleOf(view, target)}`),
    '',
    ...printer.part('Referred to by', incoming, (edge) => edge.source),
    ...printer.part('Refers to', outgoing, (edge) => edge.target),
  ].join('\n');
}

function titleOf(view: GraphView, id: string): string {
  const node = view.node(id);
  if (!node) return '';
  if ('meaning' in node) return ` (${node.source}): ${node.meaning}`;
  if ('components' in node) return ` (${node.components.join(', ')})`;
  return node.title === writtenId(node) ? '' : `: ${node.title}`;
}

function edgeFields({ kind, source, target, range, text, context, via, resolved, why }: GraphEdge): object {
  const { file, line, column, endLine, endColumn } = range ?? {};
  return { kind, source, target, file, line, column, endLine, endColumn, text, context, via, resolved, why };
}

/** Prints references grouped by the node at their other end. */
class ReferencePrinter {
  readonly view: GraphView;
  readonly paint: Paint;
  readonly columns: number;

  constructor(view: GraphView, paint: Paint, columns: number) {
    this.view = view;
    this.paint = paint;
    this.columns = columns;
  }

  part(title: string, edges: readonly GraphEdge[], end: (edge: GraphEdge) => string): string[] {
    const name = createNodeNamer(this.view);
    const groups = [...Map.groupBy(edges, (edge) => name(end(edge)))];
    return [
      this.paint('underline', `${title} (${plural(edges.length, 'reference')})`),
      ...groups.flatMap(([label, group]) => [
        `  ${this.paint('cyan', toPrintable(label))}`,
        ...group.map((edge) => this.line(edge)),
      ]),
      '',
    ];
  }

  private line(edge: GraphEdge): string {
    const place = edge.range ? `${edge.range.file}:${edge.range.line}:${edge.range.column}` : '';
    const words = toPrintable((edge.context ?? edge.text ?? '').replace(/\s+/g, ' ').trim());
    const broken = edge.resolved ? '' : this.paint('red', ' leads nowhere');
    const room = Math.max(20, this.columns - place.length - edge.kind.length - 8);
    return `    ${place}  ${edge.kind}${broken}  ${this.paint('dim', clip(words, room))}`.trimEnd();
  }
}
