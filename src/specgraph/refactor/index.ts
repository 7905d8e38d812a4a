/** The front door of refactorings: a set of documents and a wish in, edits and their proof out. */
import { createReader } from '../project.ts';
import { parseTarget } from '../query/target.ts';
import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, GraphNode, SourceRange } from '../model/index.ts';
import { followContents } from './contents/follow.ts';
import { followContractPatterns } from './follow/contract-patterns.ts';
import { followCounts } from './follow/counts.ts';
import { followDocuments } from './follow/documents.ts';
import { followLabels } from './follow/labels.ts';
import { followLinks } from './follow/links.ts';
import { followNames, type RenamedThing } from './follow/names.ts';
import { followNumbersBeforeLinks } from './follow/number-before-link.ts';
import { followNumbers } from './follow/numbers.ts';
import { readPointers, type Pointers } from './follow/read-pointers.ts';
import type { Alternative, FileChange, Rewrite } from './follow/rewrite.ts';
import { followRows } from './follow/rows.ts';
import { followTitles } from './follow/titles.ts';
import { anchorOf, draftInsert } from './insert.ts';
import { numbersLeftBehind } from './left-behind/index.ts';
import { draftMove } from './move.ts';
import { readOutcome, type Fault, type Outcome } from './outcome.ts';
import { followFiles } from './pointers.ts';
import { findFaults, isTolerated } from './proof/index.ts';
import { draftRelocate } from './relocate.ts';
import { draftRemove } from './remove.ts';
import { draftRename } from './rename.ts';
import { draftRenumber } from './renumber.ts';
import {
  CHANGE_SORTS,
  type Doubt,
  type RefactorPlan,
  type RefactorProject,
  type RefactorRequest,
  type Refusal,
} from './request.ts';
import { createAfterReader, stateBefore, type After, type Before, type Draft } from './state.ts';
import { editsOf, type TextChanges } from './text-changes.ts';

export { dataFilesOf } from './data-files.ts';
export { titleOfHeading } from './headings.ts';
export type {
  ChangeSort,
  Doubt,
  FileRename,
  NewInRange,
  Note,
  RefactorPlan,
  RefactorProject,
  RefactorRequest,
  Refusal,
  Side,
} from './request.ts';

/** A rewritten heading changes anchors, which changes links, counts and patterns; more rounds than these are never needed. */
const MAX_ROUNDS = 12;

/**
 * Works out a refactoring. Nothing is written and nothing in the project is changed.
 * @returns the edits by file with the places before, renamed files, counts by sort, and what stands in the way: where
 *   `refusals` is not empty, the edits must not be applied
 * @throws UsageError where a target names nothing, or the request makes no sense for it
 */
export function planRefactoring(project: RefactorProject, request: RefactorRequest): RefactorPlan {
  const graph = project.graph ?? createReader(project.config).read(project.corpus);
  const before = stateBefore(project, graph);
  const { draft, renamed } = draftOf(request, before);
  if (draft.refusals.length > 0) return toPlan(before, draft, draft.changes, draft.refusals, project.config);
  return follow(before, draft, renamed, request);
}

interface Drafted {
  draft: Draft;
  renamed: RenamedThing[];
}

function draftOf(request: RefactorRequest, before: Before): Drafted {
  switch (request.action) {
    case 'rename':
      return draftRename(nodeOf(request.target, before), request, before);
    case 'relocate':
      return { draft: draftRelocate(request, before), renamed: [] };
    case 'insert':
      return { draft: draftInsert(nodeOf(request.target, before), request, before), renamed: [] };
    case 'remove':
      return { draft: draftRemove(nodeOf(request.target, before), request, before), renamed: [] };
    case 'move':
      return {
        draft: draftMove(nodeOf(request.target, before), nodeOf(request.anchor, before), request, before),
        renamed: [],
      };
    case 'renumber':
      return { draft: draftRenumber(documentsOf(request.target, before)), renamed: [] };
  }
}

function nodeOf(target: string, { graph }: Before): GraphNode {
  return graph.node(parseTarget(target, graph))!;
}

/** All documents, or the one that a target names or lies in. */
function documentsOf(target: string | undefined, before: Before): readonly DocumentFacts[] {
  if (target === undefined) return before.graph.documents;
  return [anchorOf(nodeOf(target, before), before).facts];
}

/**
 * Lets everything follow the draft, round by round: a rewritten reference in a heading changes its anchor, which links
 * follow in the next round; a pointer that does not lead to the same thing takes its next spelling.
 */
function follow(
  before: Before,
  draft: Draft,
  renamed: readonly RenamedThing[],
  request: RefactorRequest,
): RefactorPlan {
  const pointers = readPointers(before);
  const read = afterReaders(before);
  const spellings = new Map<string, number>();
  let { config } = before.project;
  let changes = draft.changes;
  let known = '';
  const consequences = new Map<string, FileChange>();
  let refusals: Refusal[];
  let doubts: Doubt[] = [];
  for (let round = 0; ; round++) {
    if (round === MAX_ROUNDS)
      return toPlan(before, draft, changes, [{ message: 'the references do not come to rest' }], config);
    const after = read(config)(draft, changes);
    const followed = followAll(pointers, before, after, draft, renamed, request);
    config = followed.config;
    const others = [...followed.changes, ...consequences.values()];
    changes = apply(draft.changes, followed.rewrites, others, spellings);
    refusals = followed.refusals;
    const key = JSON.stringify([...changes.byFile]);
    if (key !== known) {
      known = key;
      continue;
    }
    if (refusals.length > 0) break;
    const outcome = readOutcome(before, after, draft, config);
    if (addConsequences(consequences, before, outcome, draft)) continue;
    const faults = findFaults(before, outcome, draft);
    const tolerated = faults.filter((fault) => isTolerated(fault, draft, request));
    refusals = faults
      .filter((fault) => !tolerated.includes(fault))
      .map(({ message, at, finding }) => ({ message, at, isFinding: finding !== undefined }));
    draft.notes = tolerated.map(({ finding, message, at }) => ({ message: finding ?? message, at }));
    if (!tryNextSpellings(faults, followed.rewrites, spellings)) {
      if (refusals.length === 0) doubts = numbersLeftBehind(before, outcome, pointers);
      break;
    }
    known = '';
  }
  return { ...toPlan(before, draft, changes, refusals, config), doubts };
}

/**
 * What only the finished graph shows: counts, patterns of contracts, and tables of contents.
 * @param known by place; new ones are added
 * @returns whether there are new ones
 */
function addConsequences(
  known: Map<string, FileChange>,
  before: Before,
  outcome: Outcome,
  draft: Draft,
): boolean {
  const { size } = known;
  for (const change of [
    ...followCounts(before, outcome),
    ...followContractPatterns(before, outcome),
    ...followContents(before, outcome, draft),
  ])
    known.set(`${change.path}:${change.start}:${change.end}`, change);
  return known.size > size;
}

/** A reader for each configuration; ids and numbers of documents depend on it. */
function afterReaders(before: Before): (config: SpecConfig) => ReturnType<typeof createAfterReader> {
  const readers = new Map<string, ReturnType<typeof createAfterReader>>();
  return (config) => {
    const key = JSON.stringify(config);
    const reader = readers.get(key) ?? createAfterReader(before, config);
    readers.set(key, reader);
    return reader;
  };
}

function followAll(
  pointers: Pointers,
  before: Before,
  after: After,
  draft: Draft,
  renamed: readonly RenamedThing[],
  { newInRange }: RefactorRequest,
): { rewrites: Rewrite[]; changes: FileChange[]; refusals: Refusal[]; config: SpecConfig } {
  const rewrites: Rewrite[] = [];
  const refusals: Refusal[] = [];
  for (const document of pointers.documents) {
    if (after.isRemoved(document.facts)) continue;
    const numbers = followNumbers(document, before, after, { newInRange, mayBreak: draft.mayBreak });
    refusals.push(...numbers.refusals);
    rewrites.push(
      ...numbers.rewrites,
      ...followLinks(document, pointers, before, after),
      ...followNumbersBeforeLinks(document, before, after),
      ...followTitles(document, before, after),
      ...followDocuments(document, before, after),
      ...renamed.flatMap((thing) => followNames(document, thing, before)),
    );
  }
  rewrites.push(...followRows(before, after));
  const labels = followLabels(draft.changes.move, pointers, before, after);
  refusals.push(...labels.refusals);
  const { changes, config } = followFiles(before, after, renamed);
  return { rewrites, changes: [...changes, ...labels.changes], refusals, config };
}

function keyOf({ at }: Rewrite): string {
  return `${at.file}:${at.line}:${at.column}`;
}

function chosenOf(rewrite: Rewrite, index: number): Alternative {
  if (index < rewrite.alternatives.length) return rewrite.alternatives[index];
  const all = alternativesOf(rewrite);
  return all[Math.min(index, all.length - 1)];
}

function alternativesOf({ alternatives, moreAlternatives }: Rewrite): readonly Alternative[] {
  return moreAlternatives ? [...alternatives, ...moreAlternatives()] : alternatives;
}

function apply(
  drafted: TextChanges,
  rewrites: readonly Rewrite[],
  others: readonly FileChange[],
  spellings: ReadonlyMap<string, number>,
): TextChanges {
  const changes = drafted.clone();
  for (const rewrite of rewrites) {
    for (const { path, ...change } of chosenOf(rewrite, spellings.get(keyOf(rewrite)) ?? 0))
      changes.add(path, change);
  }
  for (const { path, ...change } of others) changes.add(path, change);
  return changes;
}

/** @returns whether a pointer that stands in the way has another spelling */
function tryNextSpellings(
  faults: readonly Fault[],
  rewrites: readonly Rewrite[],
  spellings: Map<string, number>,
): boolean {
  let isAny = false;
  for (const { range } of faults) {
    if (!range) continue;
    for (const rewrite of rewrites) {
      const index = spellings.get(keyOf(rewrite)) ?? 0;
      if (!isWithin(range, rewrite) || index + 1 >= alternativesOf(rewrite).length) continue;
      spellings.set(keyOf(rewrite), index + 1);
      isAny = true;
    }
  }
  return isAny;
}

/** Whether a pointer is one of those that a rewrite writes. */
function isWithin(range: SourceRange, { at, until = at }: Rewrite): boolean {
  const isBehind = (a: SourceRange, b: SourceRange): boolean =>
    a.line > b.line || (a.line === b.line && a.column > b.column);
  return range.file === at.file && !isBehind(at, range) && !isBehind(range, until);
}

function toPlan(
  { sources }: Before,
  { renames, removals, notes }: Draft,
  changes: TextChanges,
  refusals: Refusal[],
  config: SpecConfig,
): RefactorPlan {
  const { edits, texts, counts } = editsOf(sources, changes);
  const sorted = CHANGE_SORTS.flatMap((sort) => (counts[sort] ? [[sort, counts[sort]]] : []));
  return {
    edits,
    texts,
    renames,
    removals,
    counts: Object.fromEntries(sorted),
    refusals,
    notes,
    doubts: [],
    config,
  };
}
