/** Reads the graph of a set as a refactoring leaves it. */
import type { SpecConfig } from '../config.ts';
import type { Contract, Corpus, SourceRange, Tree } from '../model/index.ts';
import { buildGraph } from '../graph.ts';
import { contractsNow } from './pointers.ts';
import { viewOf, type GraphView } from '../view.ts';
import type { Refusal } from './request.ts';
import { pathAfter, type After, type Before, type Draft } from './state.ts';

/** The set after a refactoring, with its graph. */
export interface Outcome {
  after: After;
  graph: GraphView;
  contracts: readonly Contract[];
}

/** Something that would not be the same. `range` is the place before, where there was one. */
export interface Fault extends Refusal {
  range?: SourceRange;
  /** What a rule says of it; what a forced removal leaves behind is found so. */
  finding?: string;
  /** The refactoring was asked for what is found: a number that is missing in a count. */
  isExpected?: boolean;
  /** What it named is removed, and its words lead to something else then. */
  isOfRemoved?: boolean;
}

export function readOutcome(before: Before, after: After, draft: Draft, config: SpecConfig): Outcome {
  const { corpus } = before.project;
  const textNow = <T extends { path: string; text: string }>(file: T): T => ({
    ...file,
    path: after.pathNow(file.path),
    text: after.changed.texts.get(file.path) ?? file.text,
  });
  const now: Corpus = {
    ...corpus,
    files: corpus.files.filter(({ path }) => !draft.removals.includes(path)).map(textNow),
    configuration: corpus.configuration && textNow(corpus.configuration),
    tree: treeNow(corpus.tree, draft),
  };
  return {
    after,
    graph: viewOf(buildGraph(now, [...after.documents], config)),
    contracts: contractsNow(before, after),
  };
}

/** Renamed files are where they go, and so are all files of a folder that goes elsewhere. */
function treeNow(tree: Tree, { renames, removals, relocated }: Draft): Tree {
  const gone = new Set([...renames.map(({ from }) => from), ...removals]);
  const come = new Set(renames.map(({ to }) => to));
  const back = relocated.map(({ from, to }) => ({ from: to, to: from }));
  return {
    kind(path) {
      if (come.has(path)) return 'file';
      if ([...come].some((to) => to.startsWith(`${path}/`))) return 'directory';
      if (gone.has(path)) return undefined;
      const was = pathAfter(path, back);
      // What stood there has gone elsewhere, unless something else has come.
      return was === path && pathAfter(path, relocated) !== path ? undefined : tree.kind(was);
    },
    otherCases: (path) => tree.otherCases(path).filter((other) => !gone.has(other)),
    isIgnored: (path) => tree.isIgnored?.(path) ?? false,
  };
}
