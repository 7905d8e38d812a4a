/** Checks a contract against the graph: one item per promise, with the problems of a promise that is not kept. */
import type {
  Contract,
  ContractArtifact,
  ContractCount,
  ContractLink,
  ContractPattern,
  ContractVersion,
  Place,
  Problem,
} from '../model/index.ts';
import { oncePer } from '../resolve/once.ts';
import type { GraphView } from '../view.ts';
import {
  checkArtifact,
  checkCount,
  checkForbidden,
  checkLink,
  checkPattern,
  checkVersion,
} from './checks.ts';
import {
  describeArtifact,
  describeCount,
  describeForbidden,
  describeLink,
  describePattern,
  describeVersion,
} from './describe.ts';
import type { Failure } from './failure.ts';

/** The entries of a contract by kind of promise. */
interface EntryOf {
  artifact: ContractArtifact;
  link: ContractLink;
  pattern: ContractPattern;
  forbidden: ContractPattern;
  count: ContractCount;
  version: ContractVersion;
}

export type ContractItemKind = keyof EntryOf;

/** One promise and whether it is kept. */
export type ContractItem = { [K in ContractItemKind]: ItemOf<K> }[ContractItemKind];

interface ItemOf<K extends ContractItemKind> {
  kind: K;
  /** The entry of the contract that makes the promise. */
  entry: EntryOf[K];
  /** The promise in words, made from the entry. */
  text: string;
  ok: boolean;
  problems: Problem[];
  /** Where the entry stands in the contract. */
  at: Place;
}

export interface ContractResult {
  contract: Contract;
  items: ContractItem[];
  ok: boolean;
}

/** The result is cached for each pair of contract and graph, because four rules and the site need it. */
export function evaluateContract(contract: Contract, graph: GraphView): ContractResult {
  return resultsIn(graph)(contract);
}

const resultsIn = oncePer((graph: GraphView) => oncePer((contract: Contract) => evaluate(contract, graph)));

function evaluate(contract: Contract, graph: GraphView): ContractResult {
  const context = { contract, graph };
  const reported = new Set<string>();
  // A missing file or section breaks many promises and is one mistake: it is reported once.
  const isNew = (failure: Failure): boolean => {
    if (failure.kind !== 'missing') return true;
    const { size } = reported;
    return reported.add(failure.what).size > size;
  };
  const item = <K extends ContractItemKind>(
    kind: K,
    text: string,
    entry: EntryOf[K],
    failures: Failure[],
  ): ItemOf<K> => ({
    kind,
    entry,
    text,
    ok: failures.length === 0,
    problems: failures.filter(isNew).map((failure) => failure.problem),
    at: { file: contract.file, line: entry.line },
  });
  const { artifacts, links, patterns, forbidden, counts, versions } = contract;
  const items: ContractItem[] = [
    ...artifacts.map((artifact) =>
      item('artifact', describeArtifact(artifact), artifact, checkArtifact(artifact, context)),
    ),
    ...links.map((link) => item('link', describeLink(link), link, checkLink(link, context))),
    ...patterns.map((pattern) =>
      item('pattern', describePattern(pattern), pattern, checkPattern(pattern, context)),
    ),
    ...forbidden.map((pattern) =>
      item('forbidden', describeForbidden(pattern), pattern, checkForbidden(pattern, context)),
    ),
    ...counts.map((count) => item('count', describeCount(count), count, checkCount(count, context))),
    ...versions.map((version) =>
      item('version', describeVersion(version), version, checkVersion(version, context)),
    ),
  ];
  return { contract, items, ok: items.every((one) => one.ok) };
}
