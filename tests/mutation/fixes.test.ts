/**
 * Fixes of the findings that mutants of the real specification give: the finding is gone, no finding has come, and the text
 * around the fix is as before. A few mutants of each operator; all of them with ALL_MUTANTS=1, which takes about ten minutes.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkGraph,
  createReader,
  followPointers,
  ruleById,
  type Edit,
  type Finding,
  type GraphView,
  type RawLink,
} from '#specgraph';
import { applyFixes } from '#specgraph/fix';
import { loadProject } from '#specgraph/load';
import { spread, textIn, type Mutant, type Original } from './mutant.ts';
import { OPERATORS } from './operators/index.ts';

type Texts = ReadonlyMap<string, string>;

/** So many fixes of a mutant are tried one by one as well. */
const MAX_ALONE = process.env.ALL_MUTANTS ? 3 : 1;
/** So many mutants of an operator are tried. */
const MAX_MUTANTS = process.env.ALL_MUTANTS ? Number.POSITIVE_INFINITY : 2;
/** A contract may promise the number that the text states: `check --fix` leaves the number then, because a finding would come. */
const MAY_COME_WITH: Readonly<Record<string, string>> = { 'wrong-count': 'contract-pattern' };

const { corpus, config, contracts } = await loadProject('spec', {
  cwd: path.resolve(import.meta.dirname, '../..'),
});
const reader = createReader(config);
const TEXTS: Texts = new Map(corpus.files.map((file) => [file.path, file.text]));
const original: Original = {
  graph: reader.read(corpus),
  contracts,
  text: (file) => TEXTS.get(file)!,
};

const readTexts = (texts: Texts): GraphView =>
  reader.read({ ...corpus, files: [...texts].map(([file, text]) => ({ path: file, text })) });

function findingsOf(texts: Texts, { isSince = false }: Mutant): Finding[] {
  const graph = readTexts(texts);
  if (!isSince) return checkGraph(graph, { contracts }).findings;
  // As `check --since` does: contracts name the present numbers of the sections that have moved.
  const followed = followPointers(original.graph, graph, contracts, { contracts });
  return checkGraph(graph, { contracts: followed.contracts, since: original.graph }).findings;
}

/** The same finding in a fixed set, where lines may have moved and an origin may have fewer consequences. */
const keyOf = ({ rule, file, message, isOrigin, about }: Finding): string =>
  `${rule} ${file} ${isOrigin ? `origin of ${about}` : message}`;

function countsOf(findings: readonly Finding[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(findings, keyOf)].map(([key, same]) => [key, same.length]));
}

/** Applies fixes to a set. @returns what the fixes did, or undefined where none could be applied */
function applyTo(texts: Texts, findings: readonly Finding[]): { texts: Texts; applied: Finding[] } {
  const { texts: changed, applied } = applyFixes(texts, findings);
  return { texts: new Map([...texts, ...changed]), applied };
}

/** What is wrong with the outcome of fixes; an empty list where all is right. */
function faultsOf(
  mutant: Mutant,
  texts: Texts,
  before: readonly Finding[],
  fixable: readonly Finding[],
): string[] {
  const { texts: fixed, applied } = applyTo(texts, fixable);
  if (applied.length === 0) return ['no fix was applied'];
  const left = countsOf(before);
  for (const key of applied.map(keyOf)) left[key]--;
  const after = countsOf(findingsOf(fixed, mutant));
  const allowed = new Set(applied.map(({ rule }) => MAY_COME_WITH[rule]));
  const wrong = Object.entries(after).filter(
    ([key, count]) => count > (left[key] ?? 0) && !allowed.has(key.slice(0, key.indexOf(' '))),
  );
  return [...wrong.map(([key]) => `there is ${key}`), ...changesElsewhere(texts, fixed, applied)];
}

/** Texts and links that differ although no edit touches them. */
function changesElsewhere(before: Texts, after: Texts, applied: readonly Finding[]): string[] {
  const edits = Map.groupBy(
    applied.flatMap(({ fix = [] }) => fix),
    ({ range }) => range.file,
  );
  const [old, fixed] = [before, after].map(readTexts);
  return [...before].flatMap(([file, text]) => {
    const own = edits.get(file) ?? [];
    const length = own.reduce((sum, edit) => sum + edit.text.length - textIn(text, edit.range).length, 0);
    const changed = after.get(file)!;
    if (changed.length !== text.length + length) return [`${file} changed by another length`];
    if (own.length === 0) return changed === text ? [] : [`${file} changed`];
    return changedLinks(linksOf(old, file), linksOf(fixed, file), own);
  });
}

function linksOf({ documents }: GraphView, file: string): readonly RawLink[] {
  return documents.find(({ path: one }) => one === file)!.links;
}

/** Links that a fix of their destination has made another link, and links that changed beside them. */
function changedLinks(old: readonly RawLink[], fixed: readonly RawLink[], edits: readonly Edit[]): string[] {
  const meant = (link: RawLink): string =>
    edits.find(({ range }) => JSON.stringify(range) === JSON.stringify(link.urlRange))?.text ?? link.url;
  if (
    !edits.every(({ range }) =>
      old.some(({ urlRange }) => JSON.stringify(urlRange) === JSON.stringify(range)),
    )
  )
    return [];
  return old.flatMap((link, i) =>
    fixed[i]?.text === link.text && fixed[i].url === meant(link) ? [] : [`the link ${link.text} changed`],
  );
}

/** Each fix on its own, and all of them together; those of moved sections only together, because contracts move with them. */
function* choicesOf(fixable: readonly Finding[], { isSince }: Mutant): Iterable<readonly Finding[]> {
  if (!isSince && fixable.length > 1) for (const finding of fixable.slice(0, MAX_ALONE)) yield [finding];
  yield fixable;
}

/** Whether a rule that may speak of a mutant has fixes at all; the tests of the rules compare what they say of themselves. */
function mayHaveFixes({ rule, alsoBreaks }: Mutant): boolean {
  return [rule, ...alsoBreaks].some((id) => ruleById(id)?.fixable);
}

describe('fixes of mutants are right', () => {
  let total = 0;

  test.each(Object.keys(OPERATORS))(
    '%s',
    (operator) => {
      const tried = spread([...OPERATORS[operator](original)], MAX_MUTANTS).filter(mayHaveFixes);
      const faults = tried.flatMap((mutant) => {
        const texts = new Map([...TEXTS, ...Object.entries(mutant.changes)]);
        const before = findingsOf(texts, mutant);
        const fixable = before.filter(({ fix, file }) => fix?.length && TEXTS.has(file));
        if (fixable.length === 0) return [];
        total += fixable.length;
        return [...choicesOf(fixable, mutant)].flatMap((choice) =>
          faultsOf(mutant, texts, before, choice).map((fault) => `${mutant.name}: ${fault}`),
        );
      });
      expect(faults).toEqual([]);
    },
    240_000,
  );

  test('there are at least 50 fixes', () => {
    expect(total).toBeGreaterThanOrEqual(50);
  });
});
