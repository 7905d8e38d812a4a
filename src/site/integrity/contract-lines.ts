/** The result of a contract, promise by promise, each with the document or section that it is about. */
import type { Contract, ContractItem, ContractResult, GraphView } from '#specgraph';
import { urlOfPlace, urls } from '../urls.ts';
import { nameOfPlace, shortName } from '../document-names.ts';

export interface ContractLine {
  kind: ContractItem['kind'];
  text: string;
  ok: boolean;
  /** The document or section that the promise is about; absent for counts and files outside the set. */
  about?: { label: string; url: string };
  /** Place of the promise in the contract: "phase-09.yaml:14". */
  source: string;
  problems: { message: string; suggestion?: string; url?: string; place: string }[];
}

export interface ContractGroup {
  kind: ContractItem['kind'];
  title: string;
  kept: number;
  lines: ContractLine[];
}

const KIND_TITLES: Record<ContractItem['kind'], string> = {
  artifact: 'Documents',
  link: 'Links',
  pattern: 'Must hold',
  forbidden: 'Must be gone',
  count: 'Counts',
  version: 'Versions',
};

export function contractGroups(graph: GraphView, { contract, items }: ContractResult): ContractGroup[] {
  return (Object.keys(KIND_TITLES) as ContractItem['kind'][]).flatMap((kind) => {
    const lines = items
      .filter((item) => item.kind === kind)
      .map((item) => contractLine(graph, contract, item));
    return lines.length > 0
      ? [{ kind, title: KIND_TITLES[kind], kept: lines.filter((line) => line.ok).length, lines }]
      : [];
  });
}

/** Ids of the documents that the contract's promises are about. */
export function documentsPromised(graph: GraphView, contract: Contract): string[] {
  const paths = scopesOf(contract).map(({ path }) => path);
  return [...new Set(paths.flatMap((path) => graph.document(path)?.id ?? []))].toSorted();
}

function contractLine(
  graph: GraphView,
  contract: Contract,
  { kind, text, ok, problems, at }: ContractItem,
): ContractLine {
  const scope = scopesOf(contract).find((candidate) => candidate.kind === kind && candidate.line === at.line);
  return {
    kind,
    text,
    ok,
    about: scope && aboutOf(graph, scope),
    source: `${at.file.slice(at.file.lastIndexOf('/') + 1)}:${at.line}`,
    problems: problems.map(({ message, suggestion, at: place }) => ({
      message,
      suggestion,
      url: urlOfPlace(graph, place),
      place: nameOfPlace(graph, place),
    })),
  };
}

interface Scope {
  kind: ContractItem['kind'];
  line: number;
  path: string;
  section?: string;
}

function scopesOf(contract: Contract): Scope[] {
  return [
    ...contract.artifacts.map(({ line, path }) => ({ kind: 'artifact' as const, line, path })),
    ...contract.links.map(({ line, from, section }) => ({
      kind: 'link' as const,
      line,
      path: from,
      section,
    })),
    ...contract.patterns.map(({ line, path, section }) => ({
      kind: 'pattern' as const,
      line,
      path,
      section,
    })),
    ...contract.forbidden.map(({ line, path, section }) => ({
      kind: 'forbidden' as const,
      line,
      path,
      section,
    })),
    ...contract.versions.map(({ line, path }) => ({ kind: 'version' as const, line, path })),
  ];
}

function aboutOf(graph: GraphView, { path, section: name }: Scope): ContractLine['about'] {
  const facts = graph.document(path);
  if (!facts) return undefined;
  const short = shortName(graph, facts);
  const section = name === undefined ? undefined : graph.section(facts.id, name);
  if (!section) return { label: short, url: urls.document(facts.id) };
  return {
    label: `${short}, ${section.number ? `Section ${section.number}` : section.title}`,
    url: urls.section(facts.id, section.slug),
  };
}
