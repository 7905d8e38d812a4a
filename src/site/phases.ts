/** Phases: what each introduced, which earlier documents it touched, and whether its contract is kept. */
import type { ContractItem, ContractResult } from '#specgraph';
import { documentOf, nodeId } from '#specgraph';
import type { Snapshot } from '../integration/live-project.ts';
import { byDocument, mentionsOf, type BacklinkGroup } from './backlinks.ts';
import { documentEntry, type DocumentEntry } from './navigation.ts';
import { urlOfPlace, urls } from './urls.ts';

export interface PhaseSummary {
  number: string;
  name: string;
  url: string;
  dependsOn: { number: string; url: string }[];
  documents: DocumentEntry[];
  variables: { name: string; url: string }[];
  contract?: { kept: number; of: number; file: string };
}

export interface ContractLine {
  kind: ContractItem['kind'];
  text: string;
  ok: boolean;
  problems: { message: string; url?: string; place: string }[];
}

export interface PhasePage extends PhaseSummary {
  truths: string[];
  items: { kind: ContractItem['kind']; title: string; lines: ContractLine[] }[];
  /** Documents of other phases that speak of this one. */
  mentions: BacklinkGroup[];
  neededBy: { number: string; url: string }[];
}

export const CONTRACT_KINDS: Record<ContractItem['kind'], string> = {
  artifact: 'Documents', link: 'Links', pattern: 'Must hold', forbidden: 'Must be gone', count: 'Counts', version: 'Versions',
};

export function phaseSummaries(snapshot: Snapshot): PhaseSummary[] {
  const { graph } = snapshot;
  return graph.nodes.filter((node) => node.kind === 'phase').toSorted((a, b) => Number(a.number) - Number(b.number)).map((phase) => {
    const introduced = graph.outgoing(phase.id).filter((edge) => edge.kind === 'introduces');
    const contract = contractOf(snapshot, phase.number);
    return {
      number: phase.number,
      name: phase.title,
      url: urls.phase(phase.number),
      dependsOn: graph.outgoing(phase.id).filter((edge) => edge.kind === 'depends').map((edge) => phaseLink(edge.target)),
      documents: introduced.flatMap((edge) => (graph.node(edge.target)?.kind === 'document' ? [documentEntry(graph.document(documentOf(edge.target)!)!)] : [])),
      variables: introduced.flatMap((edge) => {
        const node = graph.node(edge.target);
        return node?.kind === 'variable' ? [{ name: node.name, url: urls.variable(node.name) }] : [];
      }).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      contract: contract && { kept: contract.items.filter((item) => item.ok).length, of: contract.items.length, file: contract.contract.file },
    };
  });
}

export function phasePage(snapshot: Snapshot, number: string): PhasePage {
  const { graph } = snapshot;
  const summary = phaseSummaries(snapshot).find((phase) => phase.number === number)!;
  const contract = contractOf(snapshot, number);
  const own = new Set(summary.documents.map((document) => document.id));
  return {
    ...summary,
    truths: contract?.contract.truths ?? [],
    items: (Object.keys(CONTRACT_KINDS) as ContractItem['kind'][]).flatMap((kind) => {
      const lines = (contract?.items ?? []).filter((item) => item.kind === kind).map((item) => contractLine(snapshot, item));
      return lines.length > 0 ? [{ kind, title: CONTRACT_KINDS[kind], lines }] : [];
    }),
    mentions: byDocument(mentionsOf(graph, nodeId.phase(number)).filter((mention) => !own.has(mention.document))),
    neededBy: graph.incoming(nodeId.phase(number)).filter((edge) => edge.kind === 'depends').map((edge) => phaseLink(edge.source)),
  };
}

function contractOf({ contracts }: Snapshot, number: string): ContractResult | undefined {
  return contracts.find(({ contract }) => contract.phase !== undefined && Number.parseInt(contract.phase, 10) === Number(number));
}

function contractLine({ graph }: Snapshot, { kind, text, ok, problems }: ContractItem): ContractLine {
  return {
    kind, text, ok,
    problems: problems.map(({ message, at }) => ({ message, url: urlOfPlace(graph, at), place: `${at.file}:${at.line}` })),
  };
}

function phaseLink(id: string): { number: string; url: string } {
  const number = id.slice('phase:'.length);
  return { number, url: urls.phase(number) };
}
