import {
  findChangedTargets,
  readReviews,
  REVIEWS_FILE,
  sectionReferences,
  writeReviews,
  type ChangedTarget,
  type GraphView,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import { createNodeNamer, idsWithin, parseTarget } from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import { UsageError } from '#specgraph/usage-error';
import { readBase } from '../base-revision.ts';
import { createChecker } from '../checker.ts';
import { paintFor, type Paint } from '../colors.ts';
import { defineCommand } from '../command.ts';
import { DIR, readFolder } from '../folder.ts';
import type { Effects } from '../effects.ts';
import { toJson } from '../output.ts';
import { pullRequestBase } from '../pull-request.ts';
import { toPrintable } from '#specgraph/text/printable';

export const review = defineCommand({
  name: 'review',
  summary: 'Lists the references whose target has changed since it was read, and keeps what has been read.',
  operands: '',
  options: {
    accept: {
      value: 'TARGET',
      multiple: true,
      about: 'all references to TARGET were read as it is now: write that to .specgraph-reviews',
    },
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    dir: DIR,
    format: { value: 'FORMAT', choices: ['json', 'pretty'], about: 'default pretty' },
    since: {
      value: 'REV',
      about: 'list also what has changed since REV; in a pull request its base is taken',
    },
  },
  notes: [
    'TARGET is a document (14) or a section (spec/14#3); a section stands for everything below it.',
    '.specgraph-reviews has one line for each reference that was accepted: the section that refers, the one it refers to, ' +
      'and a fingerprint of its text. Commit it. Lines of two branches can be merged (merge=union in .gitattributes).',
  ],
  examples: ['specgraph review --since main', 'specgraph review --accept "spec/14#3"'],
  async run({ options, operands }, effects) {
    if (operands.length > 0)
      throw new UsageError('review takes no operand', 'specgraph review --accept TARGET');
    const { checker, project } = await readFolder(options.dir, async (folder) => {
      const checker = createChecker({ folder, config: options.config }, effects);
      return { checker, project: await checker.loadProject() };
    });
    const graph = await checker.buildGraph(project);
    if (options.accept) return accept(options.accept, project, graph, effects);
    const revision = options.since ?? (await pullRequestBase(effects));
    const base = revision === undefined ? undefined : await readBase(revision, project, effects);
    const found = findChangedTargets(graph, { since: base?.view, reviews: project.reviews });
    const isJson = options.format === 'json';
    effects.stdout.write(
      isJson ? asJson(found) : asText(found, graph, paintFor(effects.stdout, effects.env)),
    );
    return 0;
  },
});

async function accept(
  targets: readonly string[],
  { corpus, reviews: text = '' }: Project,
  graph: GraphView,
  effects: Effects,
): Promise<number> {
  const accepted = new Set(targets.flatMap((words) => [...idsWithin(graph, parseTarget(words, graph))]));
  const all = sectionReferences(graph);
  const read = all.filter(({ edge }) => accepted.has(edge.target));
  if (read.length === 0) throw new UsageError(`nothing refers to a section of ${targets.join(', ')}`);
  const present = new Set(all.map(({ key }) => key));
  // A reference that is gone needs no line any more.
  const kept = [...readReviews(text)].filter(([key]) => present.has(key));
  const reviews = new Map(kept);
  for (const { key, fingerprint } of read) reviews.set(key, new Set([fingerprint]));
  const file = corpus.root === '.' ? REVIEWS_FILE : `${corpus.root}/${REVIEWS_FILE}`;
  await effects.writeFile(file, writeReviews(reviews));
  effects.stdout.write(`${plural(read.length, 'reference')} accepted in ${file}\n`);
  return 0;
}

function asJson(found: readonly ChangedTarget[]): string {
  return toJson({
    schema: 'specgraph.review/1',
    references: found.map(({ edge, difference }) => ({
      file: edge.range!.file,
      line: edge.range!.line,
      source: edge.source,
      target: edge.target,
      text: edge.text,
      sentence: difference?.sentence,
      change: difference && (difference.isRemoved ? 'removed' : 'added'),
    })),
  });
}

/** By document that refers: what to read again, with the sentence that changed. */
function asText(found: readonly ChangedTarget[], graph: GraphView, paint: Paint): string {
  if (found.length === 0) return 'Nothing to read again.\n';
  const name = createNodeNamer(graph);
  const byFile = Map.groupBy(found, ({ edge }) => edge.range!.file);
  const lines = [...byFile].flatMap(([file, references]) => [
    paint(['bold', 'underline'], toPrintable(file)),
    ...references.flatMap(({ edge, target, difference }) => [
      `  ${edge.range!.line}  ${toPrintable(edge.text ?? '')}: ${name(edge.target)} "${toPrintable(target.section.title)}" has changed`,
      ...(difference
        ? [
            paint(
              difference.isRemoved ? 'red' : 'green',
              `    ${difference.isRemoved ? '-' : '+'} ${toPrintable(difference.sentence)}`,
            ),
          ]
        : []),
    ]),
    '',
  ]);
  const documents = plural(byFile.size, 'document');
  return [...lines, `${plural(found.length, 'reference')} to read again in ${documents}.`, ''].join('\n');
}
