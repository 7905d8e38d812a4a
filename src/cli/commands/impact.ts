import {
  findImpact,
  createNodeNamer,
  groupImpactByDocument,
  parseTarget,
  summarizeImpact,
  type DocumentImpact,
  type Impact,
} from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import type { GraphView } from '#specgraph';
import { paintFor, type Paint } from '../colors.ts';
import { defineCommand } from '../command.ts';
import { DIR, readFolder } from '../folder.ts';
import { readNumber } from '../options.ts';
import { toJson } from '../output.ts';
import { toPrintable } from '#specgraph/text/printable';
import { loadGraph } from '../checker.ts';

export const impact = defineCommand({
  name: 'impact',
  summary: 'What has to be re-read when TARGET changes, by distance, with the path that leads there.',
  operands: 'TARGET',
  options: {
    by: {
      value: 'ORDER',
      choices: ['distance', 'document'],
      about: 'how places are grouped; default distance',
    },
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    depth: { value: 'N', about: 'greatest distance to follow; default: all' },
    dir: DIR,
    format: { value: 'FORMAT', choices: ['json', 'pretty'], about: 'default pretty' },
  },
  notes: ['TARGET is written as for refs.'],
  async run({ options, operands }, effects) {
    const depth = readNumber('--depth', options.depth);
    const view = await readFolder(options.dir, (folder) =>
      loadGraph({ folder, config: options.config }, effects),
    );
    const target = parseTarget(operands.join(' '), view);
    const found = findImpact(view, target, depth);
    const places = found.map((item) => ({ ...item, ...placeOf(item.id, view) }));
    const groups = options.by === 'document' ? groupImpactByDocument(places) : undefined;
    if (options.format === 'json') {
      const answer = groups ? { documents: groups } : { impact: places };
      effects.stdout.write(toJson({ schema: 'specgraph.impact/1', target, ...answer }));
    } else {
      const paint = paintFor(effects.stdout, effects.env);
      const name = createNodeNamer(view);
      effects.stdout.write(
        groups ? renderDocuments(name(target), groups, name, paint) : render(name(target), places, paint),
      );
    }
    return 0;
  },
});

type Place = Impact & { file?: string; line?: number };

function placeOf(id: string, view: GraphView): { file?: string; line?: number } {
  const node = view.node(id);
  if (!node || !('file' in node)) return {};
  return { file: node.file, line: 'line' in node ? node.line : 1 };
}

function render(target: string, found: readonly Place[], paint: Paint): string {
  if (found.length === 0) return `Nothing refers to ${target}.\n`;
  const levels = [...Map.groupBy(found, ({ distance }) => distance)];
  return [
    ...levels.flatMap(([distance, level]) => [
      paint('bold', `Distance ${distance} (${level.length})`),
      ...level.map((place) => renderPlace(place, paint)),
      '',
    ]),
    `${plural(found.length, 'place')} to re-read when ${target} changes.`,
    '',
  ].join('\n');
}

function renderPlace({ words, file, line }: Place, paint: Paint): string {
  return `  ${toPrintable(words)}${file ? paint('dim', `  ${file}:${line}`) : ''}`;
}

/** One block for each document: its direct places, and the number of the others. */
function renderDocuments(
  target: string,
  groups: readonly DocumentImpact<Place>[],
  name: (id: string) => string,
  paint: Paint,
): string {
  const blocks = groups.flatMap(({ document, direct, indirect }) => [
    paint('bold', document === undefined ? 'Outside all documents' : name(document)),
    ...direct.map((place) => renderPlace(place, paint)),
    ...(indirect.length > 0
      ? [`  ${plural(indirect.length, 'place')} ${direct.length > 0 ? 'more ' : ''}through others`]
      : []),
    '',
  ]);
  return [...blocks, summarizeImpact(groups, target), ''].join('\n');
}
