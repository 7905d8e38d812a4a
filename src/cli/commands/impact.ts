import { findImpact, createNodeNamer, parseTarget, type Impact } from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import type { GraphView } from '#specgraph';
import { paintFor, type Paint } from '../colors.ts';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import { readNumber } from '../options.ts';
import { toJson } from '../output.ts';
import { toPrintable } from '../terminal-text.ts';
import { loadGraph } from '../checker.ts';

export const impact = defineCommand({
  name: 'impact',
  summary: 'What has to be re-read when TARGET changes, by distance, with the path that leads there.',
  operands: 'TARGET',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    depth: { value: 'N', about: 'greatest distance to follow; default: all' },
    dir: { value: 'DIR', about: 'folder of the documents; default spec' },
    format: { value: 'FORMAT', choices: ['json', 'pretty'], about: 'default pretty' },
  },
  notes: ['TARGET is written as for refs.'],
  async run({ options, operands }, effects) {
    const depth = readNumber('--depth', options.depth);
    const view = await loadGraph({ folder: options.dir ?? DEFAULT_FOLDER, config: options.config }, effects);
    const target = parseTarget(operands.join(' '), view);
    const found = findImpact(view, target, depth);
    if (options.format === 'json') {
      effects.stdout.write(
        toJson({
          schema: 'specgraph.impact/1',
          target,
          impact: found.map((item) => ({ ...item, ...placeOf(item.id, view) })),
        }),
      );
    } else {
      effects.stdout.write(
        render(createNodeNamer(view)(target), found, view, paintFor(effects.stdout, effects.env)),
      );
    }
    return 0;
  },
});

function placeOf(id: string, view: GraphView): { file?: string; line?: number } {
  const node = view.node(id);
  if (!node || !('file' in node)) return {};
  return { file: node.file, line: 'line' in node ? node.line : 1 };
}

function render(target: string, found: readonly Impact[], view: GraphView, paint: Paint): string {
  if (found.length === 0) return `Nothing refers to ${target}.\n`;
  const levels = [...Map.groupBy(found, ({ distance }) => distance)];
  const row = ({ id, words }: Impact): string => {
    const { file, line } = placeOf(id, view);
    return `  ${toPrintable(words)}${file ? paint('dim', `  ${file}:${line}`) : ''}`;
  };
  return [
    ...levels.flatMap(([distance, level]) => [
      paint('bold', `Distance ${distance} (${level.length})`),
      ...level.map(row),
      '',
    ]),
    `${plural(found.length, 'place')} to re-read when ${target} changes.`,
    '',
  ].join('\n');
}
