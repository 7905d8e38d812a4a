/** Random refactorings and their inverse give the bytes that one began with, and no rule finds anything new in between. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph, type DocumentFacts, type GraphView, type SectionFacts } from '#specgraph';
import { planRefactoring, type RefactorProject, type RefactorRequest } from '#specgraph/refactor';
import { generatedSet, randomNumbers, trialsOf } from '../../helpers/generated-set.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { projectAfter, projectOf, textsOf } from '../../helpers/refactor.ts';

const NEW_TITLE = 'Zebra Crossing';
const ACROSS = 'move to another document';

interface Trial {
  request: RefactorRequest;
  /** The request that undoes it, worked out from the graph after it. */
  undo(graph: GraphView): RefactorRequest;
}

type Random = (limit: number) => number;

const idOf = (facts: DocumentFacts, section: SectionFacts): string => `${facts.id}#${section.slug}`;

function titled(graph: GraphView, document: string, title: string): string {
  const facts = graph.document(document)!;
  return idOf(
    facts,
    facts.sections.find((section) => section.title === title)!,
  );
}

const TRIALS: Readonly<
  Record<string, (facts: DocumentFacts, section: SectionFacts, random: Random, graph: GraphView) => Trial>
> = {
  insert: (facts, section, random) => ({
    request: {
      action: 'insert',
      target: idOf(facts, section),
      title: NEW_TITLE,
      side: (['before', 'after', 'under'] as const)[random(3)],
      newInRange: (['include', 'exclude'] as const)[random(2)],
    },
    undo: (graph) => ({
      action: 'remove',
      target: titled(graph, facts.id, NEW_TITLE),
      force: true,
      renumber: true,
    }),
  }),
  rename: (facts, section) => ({
    request: { action: 'rename', target: idOf(facts, section), name: NEW_TITLE },
    undo: (graph) => ({
      action: 'rename',
      target: titled(graph, facts.id, NEW_TITLE),
      name: writtenTitle(facts, section),
    }),
  }),
  move: (facts, section, random, graph) => {
    const siblings = siblingsOf(facts, section);
    const at = siblings.indexOf(section);
    const others = siblings.filter((one) => one !== section);
    if (others.length === 0) return TRIALS.rename(facts, section, random, graph);
    const beside = others[random(others.length)];
    const next = siblings[at + 1];
    return {
      request: {
        action: 'move',
        target: idOf(facts, section),
        side: siblings.indexOf(beside) < at ? 'before' : 'after',
        anchor: idOf(facts, beside),
        newInRange: 'exclude',
      },
      undo: (graph) => ({
        action: 'move',
        target: titled(graph, facts.id, section.title),
        side: next ? 'before' : 'after',
        anchor: titled(graph, facts.id, (next ?? siblings[at - 1]).title),
        newInRange: 'exclude',
      }),
    };
  },
  [ACROSS]: (facts, section, random, graph) => {
    // What loses its number is named by its title from then on.
    const places = graph.documents
      .filter((other) => other !== facts && other.sections.every(({ title }) => title !== section.title))
      .flatMap((other) =>
        other.sections
          .filter(
            ({ depth, number }) =>
              depth === section.depth && (number === undefined) === (section.number === undefined),
          )
          .map((beside) => idOf(other, beside)),
      );
    if (places.length === 0) return TRIALS.rename(facts, section, random, graph);
    const siblings = siblingsOf(facts, section);
    const at = siblings.indexOf(section);
    const beside = siblings[at + 1] ?? siblings[at - 1];
    const above = facts.sections.find(({ slug }) => slug === section.parent)!;
    const anchor = places[random(places.length)];
    const there = anchor.slice(0, anchor.indexOf('#'));
    return {
      request: {
        action: 'move',
        target: idOf(facts, section),
        side: (['before', 'after'] as const)[random(2)],
        anchor,
        newInRange: 'exclude',
      },
      undo: (between) => ({
        action: 'move',
        target: titled(between, there, section.title),
        side: siblings[at + 1] ? 'before' : beside ? 'after' : 'under',
        anchor: titled(between, facts.id, (beside ?? above).title),
        newInRange: 'exclude',
      }),
    };
  },
  document: (facts) => {
    const folder = facts.id.slice(0, facts.id.lastIndexOf('/') + 1);
    const name = facts.number === undefined ? 'zebra-crossing' : '77-zebra-crossing';
    return {
      request: { action: 'rename', target: facts.id, name: `${name}.md` },
      undo: () => ({ action: 'rename', target: folder + name, name: path.basename(facts.path) }),
    };
  },
};

function siblingsOf({ sections }: DocumentFacts, { depth, parent }: SectionFacts): SectionFacts[] {
  return sections.filter((one) => one.depth === depth && one.parent === parent);
}

function writtenTitle(
  { source, lineStarts }: DocumentFacts,
  { range, heading, title }: SectionFacts,
): string {
  const line = source.slice(lineStarts[range.line - 1]).split(/\r?\n/)[0];
  const words = line.replace(/^#+\s+/, '').replace(/\s+#+\s*$/, '');
  return words.slice(heading.length - title.length);
}

/** "[Document A](a.md), Section 2" and "Section 2 of [Document A](a.md)" say the same. */
const withOwnerBehind = (text: string): string =>
  text.replace(/(\[[^\]]+\]\([^)#]+\)), (Section [\d.]+)/g, '$2 of $1');

function isDifferent(before = '', after = ''): boolean {
  return withOwnerBehind(before) !== withOwnerBehind(after);
}

/** @returns what went wrong, or "refused" where the refactoring or its inverse was */
function tryOut(project: RefactorProject, graph: GraphView, trial: Trial): string | undefined {
  const plan = planRefactoring({ ...project, graph }, trial.request);
  if (plan.refusals.length > 0) return 'refused';
  const between = projectAfter(project, plan);
  const graphBetween = readGraph(between.corpus, between.config);
  const count = (view: GraphView, { contracts }: RefactorProject): number =>
    checkGraph(view, { contracts }).findings.length;
  if (count(graphBetween, between) > count(graph, project)) return 'a rule finds something new';
  const back = planRefactoring({ ...between, graph: graphBetween }, trial.undo(graphBetween));
  if (back.refusals.length > 0) return 'refused';
  const after = textsOf(projectAfter(between, back));
  const before = textsOf(project);
  const different = Object.keys({ ...before, ...after }).filter((file) =>
    isDifferent(before[file], after[file]),
  );
  return different.length > 0 ? `${different.join(', ')} ${JSON.stringify(trial.request)}` : undefined;
}

describe('a refactoring and its inverse', () => {
  it.each(Object.keys(TRIALS))('%s, on generated sets', (kind) => {
    let refused = 0;
    for (let seed = 1; seed <= trialsOf(20); seed++) {
      const random = randomNumbers(seed * 7919);
      // Entries of subsections that left a table of contents which has no other ones do not come back.
      const hasContents = kind !== ACROSS || seed % 2 === 0;
      const project = projectOf(generatedSet(seed, { hasContents }));
      const graph = readGraph(project.corpus, project.config);
      const facts = graph.documents[random(graph.documents.length)];
      const sections = facts.sections.filter(
        ({ depth, slug }) =>
          depth > 1 &&
          (kind !== ACROSS || !hasContents || facts.sections.every(({ parent }) => parent !== slug)),
      );
      const outcome = tryOut(
        project,
        graph,
        TRIALS[kind](facts, sections[random(sections.length)], random, graph),
      );
      if (outcome === 'refused') refused++;
      else expect(outcome, `seed ${seed}`).toBeUndefined();
    }
    expect(refused).toBeLessThanOrEqual(trialsOf(20) / 10);
  });

  it.each(Object.keys(TRIALS))(
    '%s, on the real specification',
    async (kind) => {
      const { project: real, graph } = await realSpecification();
      const root = path.resolve(import.meta.dirname, '../../..');
      const files = globSync('spec/{contracts,rules}/*.yaml', { cwd: root });
      const pointerTexts = new Map(
        [...files, real.configFile!].map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
      );
      const project = { ...real, pointerTexts };
      const random = randomNumbers(2024);
      for (let i = 0; i < (kind === ACROSS ? 1 : 2); i++) {
        const facts = graph.documents[1 + random(graph.documents.length - 1)];
        const sections = facts.sections.filter(({ depth, step }) => depth === 2 && step === undefined);
        const outcome = tryOut(
          project,
          graph,
          TRIALS[kind](facts, sections[random(sections.length)], random, graph),
        );
        if (outcome !== 'refused') expect(outcome).toBeUndefined();
      }
    },
    60_000,
  );
});
