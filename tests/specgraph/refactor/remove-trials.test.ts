/** Random removals: the references that are listed are exactly those that a forced removal breaks, or writes anew. */
import { expect, it } from 'vitest';
import { readGraph, type DocumentFacts, type GraphEdge, type GraphView } from '#specgraph';
import { planRefactoring, type RefactorProject } from '#specgraph/refactor';
import { generatedSet, randomNumbers, trialsOf } from '../../helpers/generated-set.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { projectAfter, projectOf, textsOf } from '../../helpers/refactor.ts';

const lineIn = (files: Readonly<Record<string, string>>, file: string, line: number): string =>
  `${file}: ${files[file].split(/\r?\n/)[line - 1]}`;

/** References that lead somewhere, each as its line with the words, by what it leads to as well. */
function resolvedIn(
  graph: GraphView,
  project: RefactorProject,
  isMeant: (range: { file: string; line: number }) => boolean = () => true,
): Map<string, string> {
  const files = textsOf(project);
  const isResolved = ({ kind, resolved, range }: GraphEdge): boolean =>
    (kind === 'refers' || kind === 'mentions') &&
    resolved &&
    files[range?.file ?? ''] !== undefined &&
    isMeant(range!);
  return new Map(
    graph.edges.filter(isResolved).map(({ range, text, target }) => {
      const key = `${lineIn(files, range!.file, range!.line)} "${text}"`;
      return [`${key}\0${target}`, key];
    }),
  );
}

/** Removes a random section, and compares what is listed with what a forced removal breaks. */
function expectExactList(
  project: RefactorProject,
  graph: GraphView,
  seed: number,
): 'listed' | 'free' | 'no numbering' {
  const random = randomNumbers(seed * 7919);
  const facts = graph.documents[random(graph.documents.length)];
  const sections = facts.sections.filter(({ depth }) => depth > 1);
  const section = sections[random(sections.length)];
  const target = `${facts.id}#${section.slug}`;
  const files = textsOf(project);
  const given = { ...project, graph };
  const refusals = planRefactoring(given, { action: 'remove', target }).refusals;
  const forced = planRefactoring(given, { action: 'remove', target, force: true, renumber: false });
  expect(forced.refusals, `seed ${seed}: ${target}`).toEqual([]);
  const after = projectAfter(project, forced);
  const graphAfter = readGraph(after.corpus, after.config);
  // One number, or 1 and 3, are no numbering to a reader of the result alone.
  const isNumbered = ({ sections }: DocumentFacts): boolean =>
    sections.some(({ number }) => number !== undefined);
  if (isNumbered(facts) && !isNumbered(graphAfter.document(facts.id)!)) return 'no numbering';
  const filesAfter = textsOf(after);
  // "Sections 1 and 3" becomes "Section 3": what is left of a list is written anew.
  const isKept = (line: string): boolean => {
    const file = line.slice(0, line.indexOf(': '));
    return filesAfter[file].split(/\r?\n/).includes(line.slice(file.length + 2));
  };
  const listed = refusals
    .filter(
      ({ at, isFinding }) =>
        !isFinding && at?.file.endsWith('.md') && isKept(lineIn(files, at.file, at.line)),
    )
    .map(
      ({ message, at }) =>
        `${lineIn(files, at!.file, at!.line)} ${/^".*?"(?= refers to )/s.exec(message)![0]}`,
    );
  const resolved = resolvedIn(graphAfter, after);
  const isOutside = ({ file, line }: { file: string; line: number }): boolean =>
    file !== facts.path || line < section.range.line || line > section.endLine;
  // Where the steps of a document are gone, "Step 3" may be read as one of another document: that is broken as well.
  const broken = [...resolvedIn(graph, project, isOutside)].flatMap(([key, words]) =>
    isKept(words.replace(/ "[^]*?"$/, '')) && !resolved.has(key) ? words : [],
  );
  expect([...new Set(listed)].toSorted(), `seed ${seed}: ${target}`).toEqual([...new Set(broken)].toSorted());
  return refusals.length > 0 ? 'listed' : 'free';
}

it('lists exactly what breaks, on generated sets', () => {
  const found = Array.from({ length: trialsOf(12) }, (_, i) => {
    const project = projectOf(generatedSet(i + 1));
    return expectExactList(project, readGraph(project.corpus, project.config), i + 1);
  });
  expect(found).toEqual(expect.arrayContaining(['listed', 'free']));
  expect(found.filter((one) => one === 'no numbering').length).toBeLessThanOrEqual(trialsOf(12) / 10);
});

it('lists exactly what breaks, on the real specification', async () => {
  const { project, graph } = await realSpecification();
  for (let seed = 1; seed <= trialsOf(2); seed++) expectExactList(project, graph, seed);
}, 600_000);
