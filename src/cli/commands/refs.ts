import type { GraphEdge, GraphView } from '#specgraph';
import { findReferences, namer, parseTarget } from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import { paintFor, type Paint } from '../colors.ts';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import { toJson } from '../output.ts';
import { clip, printable } from '../terminal-text.ts';
import { readView } from '../checker.ts';

export const refs = defineCommand({
  name: 'refs',
  summary: 'Who refers to TARGET, and what it refers to, with place and sentence.',
  operands: 'TARGET',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    dir: { value: 'DIR', about: 'folder of the documents; default spec' },
    format: { value: 'FORMAT', choices: ['json', 'pretty'], about: 'default pretty' },
  },
  notes: [
    'TARGET is a variable (FL_EDGE_BACKOFF), a document (14, spec/14, 14-edge-and-auto-scaling), a section (spec/14#3, ' +
      '"spec/14 Section 3", "Appendix of spec/03"), a step ("Step 7b of spec/02"), a requirement (ORCH-03) or a phase (phase:9). ' +
      'A document stands for everything in it, a section for everything below it.',
  ],
  async run({ options, operands }, effects) {
    const { view } = await readView(
      { folder: options.dir ?? DEFAULT_FOLDER, config: options.config },
      effects,
    );
    const target = parseTarget(operands.join(' '), view);
    const { incoming, outgoing } = findReferences(view, target);
    if (options.format === 'json') {
      effects.stdout.write(
        toJson({
          schema: 'specgraph.refs/1',
          target,
          incoming: incoming.map(plain),
          outgoing: outgoing.map(plain),
        }),
      );
      return 0;
    }
    const paint = paintFor(effects.stdout, effects.env);
    const name = namer(view);
    const list = new Listing(view, paint, effects.stdout.columns ?? 120);
    effects.stdout.write(
      [
        paint('bold', `${name(target)}${titleOf(view, target)}`),
        '',
        ...list.part('Referred to by', incoming, (edge) => edge.source),
        ...list.part('Refers to', outgoing, (edge) => edge.target),
      ].join('\n'),
    );
    return 0;
  },
});

function titleOf(view: GraphView, id: string): string {
  const node = view.node(id);
  if (!node) return '';
  if (node.kind === 'attribute') return ` (${node.source}): ${node.meaning}`;
  return node.kind === 'variable' ? ` (${node.appliances.join(', ')})` : `: ${node.title}`;
}

function plain({ kind, source, target, range, text, context, via, resolved, why }: GraphEdge): object {
  const { file, line, column, endLine, endColumn } = range ?? {};
  return { kind, source, target, file, line, column, endLine, endColumn, text, context, via, resolved, why };
}

/** Prints references grouped by what is at their other end. */
class Listing {
  readonly view: GraphView;
  readonly paint: Paint;
  readonly columns: number;

  constructor(view: GraphView, paint: Paint, columns: number) {
    this.view = view;
    this.paint = paint;
    this.columns = columns;
  }

  part(title: string, edges: readonly GraphEdge[], end: (edge: GraphEdge) => string): string[] {
    const name = namer(this.view);
    const groups = [...Map.groupBy(edges, (edge) => name(end(edge)))];
    return [
      this.paint('underline', `${title} (${plural(edges.length, 'reference')})`),
      ...groups.flatMap(([label, group]) => [
        `  ${this.paint('cyan', printable(label))}`,
        ...group.map((edge) => this.line(edge)),
      ]),
      '',
    ];
  }

  private line(edge: GraphEdge): string {
    const place = edge.range ? `${edge.range.file}:${edge.range.line}:${edge.range.column}` : '';
    const words = printable((edge.context ?? edge.text ?? '').replace(/\s+/g, ' ').trim());
    const broken = edge.resolved ? '' : this.paint('red', ' leads nowhere');
    return `    ${place}  ${edge.kind}${broken}  ${this.paint('dim', clip(words, Math.max(20, this.columns - place.length - edge.kind.length - 8)))}`.trimEnd();
  }
}
