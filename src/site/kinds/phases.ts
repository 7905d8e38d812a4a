/** Phases: what each introduced, which other documents it reaches, and whether its contract is kept. */
import type { ContractResult, GraphView } from '#specgraph';
import { documentOf, nodeId } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { byDocument, mentionsOf, shortName, type BacklinkGroup } from '../documents/backlinks.ts';
import { contractGroups, documentsPromised, type ContractGroup } from '../integrity/contract-lines.ts';
import { documentEntry, type DocumentEntry } from '../page-frame/navigation.ts';
import { urls } from '../urls.ts';

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
  /** Documents of other phases in which its contract promises something. */
  touched: DocumentEntry[];
  contract?: { kept: number; of: number; file: string };
}

export interface PhasePage extends PhaseSummary {
  truths: string[];
  items: ContractGroup[];
  /** Other documents that refer to the phase's documents, with the number of references. */
  referring: (DocumentEntry & { count: number })[];
  /** Sentences of other documents that speak of the phase. */
  mentions: BacklinkGroup[];
  mentionCount: number;
  neededBy: PhaseLink[];
  previous?: PhaseLink;
  next?: PhaseLink;
}

export function phaseSummaries(snapshot: Snapshot): PhaseSummary[] {
  const { graph } = snapshot;
  return graph.nodes
    .filter((node) => node.kind === 'phase')
    .toSorted((a, b) => Number(a.number) - Number(b.number))
    .map((phase) => {
      const introduced = graph
        .outgoing(phase.id)
        .filter((edge) => edge.kind === 'introduces')
        .map((edge) => graph.node(edge.target)!);
      const documents = introduced
        .filter((node) => node.kind === 'document')
        .map((node) => graph.document(node.id)!);
      const own = new Set(documents.map(({ id }) => id));
      const result = contractOf(snapshot, phase.number);
      return {
        ...phaseLink(graph, phase.id),
        dependsOn: graph
          .outgoing(phase.id)
          .filter((edge) => edge.kind === 'depends')
          .map((edge) => phaseLink(graph, edge.target)),
        documents: documents.map(documentEntry),
        variables: introduced
          .flatMap((node) =>
            node.kind === 'variable' ? [{ name: node.name, url: urls.variable(node.name) }] : [],
          )
          .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        steps: stepsOf(graph, phase.number, own),
        touched: result
          ? documentsPromised(graph, result.contract)
              .filter((id) => !own.has(id))
              .map((id) => documentEntry(graph.document(id)!))
          : [],
        contract: result && {
          kept: result.items.filter((item) => item.ok).length,
          of: result.items.length,
          file: result.contract.file,
        },
      };
    });
}

export function phasePage(snapshot: Snapshot, number: string): PhasePage {
  const { graph } = snapshot;
  const all = phaseSummaries(snapshot);
  const at = all.findIndex((phase) => phase.number === number);
  const result = contractOf(snapshot, number);
  const own = new Set(all[at].documents.map((document) => document.id));
  const mentions = mentionsOf(graph, nodeId.phase(number)).filter((mention) => !own.has(mention.document));
  return {
    ...all[at],
    truths: result?.contract.truths ?? [],
    items: result ? contractGroups(graph, result) : [],
    referring: referringTo(graph, own),
    mentions: byDocument(mentions),
    mentionCount: mentions.length,
    neededBy: graph
      .incoming(nodeId.phase(number))
      .filter((edge) => edge.kind === 'depends')
      .map((edge) => phaseLink(graph, edge.source)),
    previous: all[at - 1],
    next: all[at + 1],
  };
}

/** A step belongs to the phase that its title names, else to the phase of its document. */
function stepsOf(graph: GraphView, phase: string, own: ReadonlySet<string>): StepEntry[] {
  return graph.documents.flatMap((facts) =>
    facts.sections.flatMap((section): StepEntry[] => {
      if (section.step === undefined) return [];
      const named = /\(Phase (\d+)\)/.exec(section.heading)?.[1];
      if (named === undefined ? !own.has(facts.id) : named !== phase) return [];
      const title = section.heading
        .replace(/^.*?\bStep\s+\w+\s*[:.]?\s*/, '')
        .replace(/\s*\(Phase \d+\)$/, '');
      return [
        {
          short: shortName(facts.number, facts.id),
          number: section.step,
          title,
          url: urls.section(facts.id, section.slug),
        },
      ];
    }),
  );
}

function referringTo(graph: GraphView, own: ReadonlySet<string>): PhasePage['referring'] {
  const sources = [...own]
    .flatMap((id) => graph.referencesTo(id))
    .map((edge) => documentOf(edge.source)!)
    .filter((id) => !own.has(id));
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
  const number = id.slice('phase:'.length);
  return { number, name: graph.node(id)?.title ?? '', url: urls.phase(number) };
}
