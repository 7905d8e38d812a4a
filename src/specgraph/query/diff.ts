/** Compares the graphs of two revisions of a set of documents. */
import type { ContractResult } from '../contracts/evaluate.ts';
import type { GraphView } from '../view.ts';
import { diffReferences, type ReferenceChanges } from './diff-references.ts';
import { matchDocuments } from '../revisions/match.ts';
import { diffSections, type SectionChanges } from './diff-sections.ts';
import { diffVariables, type FieldNames, type VariableChanges } from './diff-variables.ts';

export type { ReferenceChange } from './diff-references.ts';
export type { SectionChange } from './diff-sections.ts';
export type { VariableChange } from './diff-variables.ts';

/** One revision: its graph, and the results of its contracts. */
export interface DiffSide {
  graph: GraphView;
  contracts: readonly ContractResult[];
}

export type Kept = 'kept' | 'broken' | 'absent';

/** A contract of which at least one promise changed its state. */
export interface ContractState {
  file: string;
  phase?: string;
  title?: string;
  from: Kept;
  to: Kept;
  promises: { text: string; from: Kept; to: Kept }[];
}

export interface GraphDiff {
  documents: { added: string[]; removed: string[]; renamed: { from: string; to: string }[] };
  variables: VariableChanges;
  sections: SectionChanges;
  references: ReferenceChanges;
  contracts: ContractState[];
}

/** Compares two revisions. Sections are recognised by number, title and content, variables by name and table. */
export function diffGraphs(before: DiffSide, after: DiffSide): GraphDiff {
  const documents = matchDocuments(before.graph.documents, after.graph.documents);
  const matched = new Set(documents.values());
  const sections = diffSections(documents);
  return {
    documents: {
      added: after.graph.documents
        .filter((document) => !matched.has(document))
        .map((document) => document.path),
      removed: before.graph.documents
        .filter((document) => !documents.has(document))
        .map((document) => document.path),
      renamed: [...documents]
        .filter(([earlier, later]) => earlier.path !== later.path)
        .map(([earlier, later]) => ({ from: earlier.path, to: later.path })),
    },
    variables: diffVariables(before.graph.definitions, after.graph.definitions, fieldNames(after.graph)),
    sections: sections.changes,
    references: diffReferences(before.graph, after.graph, sections.idAfter),
    contracts: diffContracts(before.contracts, after.contracts),
  };
}

function fieldNames({ scheme }: GraphView): FieldNames {
  return {
    components: scheme?.component.many ?? 'components',
    fields: scheme?.fields.map(({ id }) => id) ?? [],
  };
}

/** Whether the diff lists no change. */
export function isEmptyDiff(diff: GraphDiff): boolean {
  return (
    diff.contracts.length === 0 &&
    [diff.documents, diff.variables, diff.sections, diff.references].every((part) =>
      Object.values(part).every((list) => list.length === 0),
    )
  );
}

function diffContracts(before: readonly ContractResult[], after: readonly ContractResult[]): ContractState[] {
  const files = [...new Set([...before, ...after].map((result) => result.contract.file))].toSorted();
  return files.flatMap((file) => {
    const earlier = before.find((result) => result.contract.file === file);
    const later = after.find((result) => result.contract.file === file);
    const { phase, title } = (later ?? earlier)!.contract;
    const [from, to] = [stateOf(earlier), stateOf(later)];
    const promises = promisesOf(earlier, later);
    return from === to && promises.length === 0 ? [] : [{ file, phase, title, from, to, promises }];
  });
}

function stateOf(result: { ok: boolean } | undefined): Kept {
  return result === undefined ? 'absent' : result.ok ? 'kept' : 'broken';
}

/** Promises that changed. Of promises that were added or removed only the broken ones are listed. */
function promisesOf(before?: ContractResult, after?: ContractResult): ContractState['promises'] {
  const states = (result?: ContractResult): Map<string, Kept> => {
    const byText = Map.groupBy(result?.items ?? [], (item) => `${item.kind} ${item.text}`);
    return new Map([...byText].map(([key, items]) => [key, stateOf({ ok: items.every((item) => item.ok) })]));
  };
  const [earlier, later] = [states(before), states(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [from, to] = [earlier.get(key) ?? 'absent', later.get(key) ?? 'absent'];
    return from !== to && (from === 'broken' || to === 'broken')
      ? [{ text: key.slice(key.indexOf(' ') + 1), from, to }]
      : [];
  });
}
