/** The phases: what each introduced, which other documents it affects, and whether its contract is kept. */
import { isDocument, isPhase, isVariable } from '#specgraph';
import type { ContractResult, GraphNode, GraphView } from '#specgraph';
import { nodeId, verifyContract, type StatementResult } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { contractGroups, documentsPromised, type ContractGroup } from '../integrity/contract-lines.ts';
import { documentEntry, type DocumentEntry } from '../page-frame/navigation.ts';
import { urls } from '../urls.ts';
import { splitStepTitle } from './step-title.ts';
import { shortName } from '../document-names.ts';

type PhaseNode = GraphNode & { kind: 'phase' };

export interface PhaseLink {
  number: string;
  name: string;
  url: string;
}

export interface StepEntry {
  /** "spec/02". */
  short: string;
  number: string;
  title: string;
  url: string;
}

export interface PhaseSummary extends PhaseLink {
  dependsOn: PhaseLink[];
  documents: DocumentEntry[];
  variables: { name: string; url: string }[];
  steps: StepEntry[];
  /** Documents of other phases that its contract makes promises about. */
  touched: DocumentEntry[];
  contract?: { kept: number; of: number; file: string };
}

/** A truth or a success criterion of the contract, with what shows it. */
export interface StatementLine {
  text: string;
  verdict: StatementResult['verdict'];
  /** The promises that show it or break it, or why a human must decide. */
  evidence: string[];
}

export interface PhasePage extends PhaseSummary {
  /** Id of the node of the phase. */
  id: string;
  truths: StatementLine[];
  criteria: StatementLine[];
  items: ContractGroup[];
  /** Other documents that refer to the phase's documents, with the number of references. */
  referring: (DocumentEntry & { count: number })[];
  /** Sentences of other documents that mention the phase. */
  mentions: BacklinkGroup[];
  mentionCount: number;
  neededBy: PhaseLink[];
  previous?: PhaseLink;
  next?: PhaseLink;
}

export function phaseSummaries(snapshot: Snapshot): PhaseSummary[] {
  return snapshot.graph.nodes
    .filter(isPhase)
    .toSorted((a, b) => Number(a.number) - Number(b.number))
    .map((phase) => phaseSummary(snapshot, phase));
}

function phaseSummary(snapshot: Snapshot, phase: PhaseNode): PhaseSummary {
  const { graph } = snapshot;
  const introduced = graph
    .outgoing(phase.id)
    .filter((edge) => edge.kind === 'introduces')
    .map((edge) => graph.node(edge.target)!);
  const documents = introduced.filter(isDocument).map((node) => graph.document(node.id)!);
  const documentIds = new Set(documents.map(({ id }) => id));
  const result = contractOf(snapshot, phase.number);
  const promised = result ? documentsPromised(graph, result.contract) : [];
  return {
    ...phaseLink(graph, phase.id),
    dependsOn: graph
      .outgoing(phase.id)
      .filter((edge) => edge.kind === 'depends')
      .map((edge) => phaseLink(graph, edge.target)),
    documents: documents.map(documentEntry),
    variables: introduced
      .flatMap((node) => (isVariable(node) ? [{ name: node.name, url: urls.variable(node.name) }] : []))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    steps: stepsOf(graph, phase.number, documentIds),
    touched: promised.filter((id) => !documentIds.has(id)).map((id) => documentEntry(graph.document(id)!)),
    contract: result && {
      kept: result.items.filter((item) => item.ok).length,
      of: result.items.length,
      file: result.contract.file,
    },
  };
}

export function phasePage(snapshot: Snapshot, number: string): PhasePage {
  const { graph } = snapshot;
  const summaries = phaseSummaries(snapshot);
  const index = summaries.findIndex((phase) => phase.number === number);
  const result = contractOf(snapshot, number);
  const verification = result && verifyContract(result.contract, graph);
  const documentIds = new Set(summaries[index].documents.map((document) => document.id));
  const id = nodeId.phase(number);
  const mentions = mentionsOf(graph, id).filter((mention) => !documentIds.has(mention.document));
  return {
    ...summaries[index],
    id,
    truths: verification?.truths.map(statementLine) ?? [],
    criteria: verification?.criteria.map(statementLine) ?? [],
    items: result ? contractGroups(graph, result) : [],
    referring: referringTo(graph, documentIds),
    mentions: byDocument(mentions),
    mentionCount: mentions.length,
    neededBy: graph
      .incoming(id)
      .filter((edge) => edge.kind === 'depends')
      .map((edge) => phaseLink(graph, edge.source)),
    previous: summaries[index - 1],
    next: summaries[index + 1],
  };
}

function statementLine({ text, verdict, promises, reason }: StatementResult): StatementLine {
  const evidence = promises.map(({ item, details }) => `${item.text} (${details})`);
  return { text, verdict, evidence: reason ? [reason] : evidence };
}

/** A step belongs to the phase that its title names, or else to the phase of its document. */
function stepsOf(graph: GraphView, phase: string, documentIds: ReadonlySet<string>): StepEntry[] {
  return graph.documents.flatMap((facts) =>
    facts.sections.flatMap((section): StepEntry[] => {
      if (section.step === undefined) return [];
      const { words: title, phase: named } = splitStepTitle(section.title);
      if (named === undefined ? !documentIds.has(facts.id) : named !== phase) return [];
      return [
        {
          short: shortName(graph, facts),
          number: section.step,
          title,
          url: urls.section(facts.id, section.slug),
        },
      ];
    }),
  );
}

function referringTo(graph: GraphView, documentIds: ReadonlySet<string>): PhasePage['referring'] {
  const sources = [...documentIds]
    .flatMap((id) => graph.referencesTo(id))
    .map((edge) => nodeId.documentOf(edge.source)!)
    .filter((id) => !documentIds.has(id));
  return [...Map.groupBy(sources, (id) => id)]
    .map(([id, all]) => ({ ...documentEntry(graph.document(id)!), count: all.length }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function contractOf({ contracts }: Snapshot, number: string): ContractResult | undefined {
  return contracts.find(
    ({ contract }) => contract.phase !== undefined && Number.parseInt(contract.phase, 10) === Number(number),
  );
}

function phaseLink(graph: GraphView, id: string): PhaseLink {
  const number = nodeId.nameOf(id);
  return { number, name: graph.node(id)?.title ?? '', url: urls.phase(number) };
}
