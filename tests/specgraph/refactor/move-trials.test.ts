/**
 * Random moves and their inverse: every reference means the same section, and no words name two documents for one number. What
 * a reference means is asked of the titles of sections, and not of the engine that moves them.
 */
import { expect, it } from 'vitest';
import { readGraph, type DocumentFacts, type GraphView, type SectionFacts } from '#specgraph';
import { planRefactoring, type RefactorProject, type RefactorRequest } from '#specgraph/refactor';
import { UsageError } from '#specgraph/usage-error';
import { proseSet } from '../../helpers/generated-prose.ts';
import { randomNumbers, trialsOf } from '../../helpers/generated-set.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { projectAfter, projectOf, textsOf } from '../../helpers/refactor.ts';

type Outcome = 'moved' | 'refused' | 'no move';

const NAME = String.raw`(?:this document|spec\/\d+|\[[^\]]*\]\([^()#]*\))`;
const NAMED_TWICE = new RegExp(
  `${NAME} of ${NAME}|(?<! of )${NAME},? (?:Sections?|Appendix|Appendices|§) ?[\\d.A-Z]+ of ${NAME}|Appendicess`,
);

/** "Scope: Limits" where the section "Scope" refers to the section "Limits". */
function meanings(graph: GraphView): Set<string> {
  const titleOf = (document: string, slug?: string): string =>
    graph.document(document)?.sections.find((section) => section.slug === slug)?.title ?? '';
  return new Set(
    graph.edges.flatMap(({ kind, resolved, source, target }) => {
      const [from, to] = [graph.node(source), graph.node(target)];
      if (kind !== 'refers' || !resolved || !to || !('slug' in to)) return [];
      const holder = from && 'slug' in from ? titleOf(from.document, from.slug) : '';
      return `${holder}: ${titleOf(to.document, to.slug)}`;
    }),
  );
}

function expectSame(project: RefactorProject, after: RefactorProject, what: string): GraphView {
  const [graph, graphNow] = [project, after].map(({ corpus, config }) => readGraph(corpus, config));
  expect(meanings(graphNow), what).toEqual(meanings(graph));
  const before = Object.values(textsOf(project)).join('\n');
  const found = Object.values(textsOf(after))
    .flatMap((text) => text.split('\n'))
    .filter((line) => NAMED_TWICE.test(line) && !before.includes(line));
  expect(found, what).toEqual([]);
  return graphNow;
}

/** @returns undefined where the move makes no sense, or is refused */
function moved(
  project: RefactorProject,
  graph: GraphView,
  request: RefactorRequest,
): RefactorProject | Outcome {
  try {
    const plan = planRefactoring({ ...project, graph }, request);
    return plan.refusals.length > 0 ? 'refused' : projectAfter(project, plan);
  } catch (error) {
    if (error instanceof UsageError) return 'no move';
    throw error;
  }
}

const idOf = ({ id }: DocumentFacts, { slug }: SectionFacts): string => `${id}#${slug}`;

function tryOut(
  project: RefactorProject,
  graph: GraphView,
  seed: number,
  sides: readonly ('before' | 'after' | 'under')[],
): Outcome {
  const random = randomNumbers(seed * 7919);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  const facts = pick(graph.documents.filter(({ sections }) => sections.some(({ depth }) => depth > 1)));
  const section = pick(facts.sections.filter(({ depth }) => depth > 1));
  const other = pick(graph.documents);
  const anchor = pick(
    other.sections.filter((one) => one.depth > 1 && one !== section && one.parent !== section.slug),
  );
  if (!anchor) return 'no move';
  const side = pick(sides);
  const request = {
    action: 'move',
    target: idOf(facts, section),
    side,
    anchor: idOf(other, anchor),
    newInRange: 'exclude',
  } as const;
  const what = `seed ${seed}: ${request.target} ${side} ${request.anchor}`;
  const there = moved(project, graph, request);
  if (typeof there === 'string') return there;
  const graphThere = expectSame(project, there, what);

  const siblings = facts.sections.filter(
    ({ depth, parent }) => depth === section.depth && parent === section.parent,
  );
  const at = siblings.indexOf(section);
  const beside =
    siblings[at + 1] ?? siblings[at - 1] ?? facts.sections.find(({ slug }) => slug === section.parent)!;
  const titled = (document: string, title: string): string => {
    const own = graphThere.document(document)!;
    return idOf(
      own,
      own.sections.find((one) => one.title === title)!,
    );
  };
  const back = moved(there, graphThere, {
    ...request,
    target: titled(other.id, section.title),
    side: siblings[at + 1] ? 'before' : siblings[at - 1] ? 'after' : 'under',
    anchor: titled(facts.id, beside.title),
  });
  if (typeof back === 'string') return back;
  expectSame(project, back, `${what}, and back`);
  return 'moved';
}

it('on generated sets whose prose names sections in many forms', () => {
  const count = trialsOf(80);
  const found = Array.from({ length: count }, (_, i) => {
    const project = projectOf(proseSet(i + 1));
    return tryOut(project, readGraph(project.corpus, project.config), i + 1, ['before', 'after', 'under']);
  });
  const refused = found.filter((one) => one === 'refused').length;
  expect(refused / count).toBeLessThan(0.05);
  expect(found.filter((one) => one === 'moved').length / count).toBeGreaterThan(0.8);
}, 600_000);

it('on the real specification', async () => {
  const { project, graph } = await realSpecification();
  const found = Array.from({ length: trialsOf(2) }, (_, i) =>
    tryOut(project, graph, i + 1, ['before', 'after']),
  );
  expect(found).toContain('moved');
}, 600_000);
