/** Nodes and ties of the graph page: what is on it from the start. Sections and sentences follow when asked for (graph-details.ts). */
import { documentOf, type Finding, type GraphEdge, type GraphView, type NodeKind, type VariableDefinition } from '#specgraph';
import { namer } from '#specgraph/query';
import { brokenParts, findingsOf } from './graph-findings.ts';
import { placeByForce, type Pull } from './graph-layout.ts';
import { documentEntry } from './navigation.ts';
import { TIE_KINDS, type TieKind } from './tie-kinds.ts';
import { nameOfPlace, urlOfNode, urlOfPlace, urls } from './urls.ts';
import { definitionsByName, descriptionOf, needOf, NEEDS } from './variables.ts';

export interface MapNode {
  id: string;
  kind: NodeKind;
  label: string;
  /** As the command line names it: "spec/03 10o". */
  name?: string;
  /** What it is, in a sentence. */
  about: string;
  /** Further facts, in a line. */
  facts?: string;
  /** Facts with their names: type and default of a variable. */
  values?: [label: string, value: string][];
  url: string;
  /** The line where it is defined. */
  place?: { label: string; url: string };
  /** The phase that brought it. */
  phase?: number;
  /** Of a variable. */
  appliances?: string[];
  /** Of a section or step: the document that holds it. */
  document?: string;
  /** Does not exist: only what a broken reference asks for. */
  ghost?: true;
  /** Findings in it. */
  findings?: number;
  x: number;
  y: number;
  /** Radius in user units. */
  r: number;
}

export { TIE_KINDS, type TieKind };

export interface MapTie {
  source: string;
  target: string;
  kind: TieKind;
  /** References that the tie stands for. */
  count: number;
  /** What it says about its ends, from 0 to 1: most where nearly all of a thing's references come by it. */
  weight?: number;
  /** Leads to a ghost. */
  broken?: true;
}

export interface MapFinding {
  /** Ids of the node it stands in and, of a broken reference, of the ghost. */
  nodes: string[];
  rule: string;
  message: string;
  suggestion?: string;
  place: string;
  url: string;
}

export interface MapData {
  nodes: MapNode[];
  ties: MapTie[];
  findings?: MapFinding[];
}

export const MAP_KINDS = ['document', 'variable', 'attribute', 'requirement', 'phase'] as const satisfies readonly NodeKind[];

/** @param findings of the check: those of a broken reference bring a ghost in the place of what is missing */
export function mapData(graph: GraphView, findings: readonly Finding[] = []): MapData {
  const kinds: readonly NodeKind[] = MAP_KINDS;
  const nodes = graph.nodes.filter((node) => kinds.includes(node.kind));
  const ties = weighed(graph, tiesOf(graph, new Set(nodes.map((node) => node.id))));
  const degrees = degreesOf(ties);
  const sized = nodes.map((node) => ({ id: node.id, big: node.kind === 'document', r: radius(node.kind, degrees.get(node.id) ?? 0) }));
  const places = placeByForce(sized, ties.map(({ source, target, weight }): Pull => ({ source, target, weight: weight! })));
  const phases = phasesOf(graph, ties);
  const name = namer(graph);
  const whole = nodes.map((node, i): MapNode => ({
    id: node.id, kind: node.kind, name: name(node.id), ...describe(graph, node.id), url: urlOfNode(graph, node.id) ?? '#', phase: phases.get(node.id),
    ...(node.kind === 'variable' ? { appliances: node.appliances } : {}), ...places.get(node.id)!, r: sized[i].r,
  }));
  if (findings.length === 0) return { nodes: whole, ties };
  const broken = brokenParts(graph, whole, findings);
  const told = findingsOf(graph, findings);
  const counts = Map.groupBy(told.flatMap((finding) => finding.nodes), (id) => id);
  return {
    nodes: [...whole, ...broken.nodes].map((node) => ({ ...node, findings: counts.get(node.id)?.length })),
    ties: [...ties, ...broken.ties],
    findings: told,
  };
}

function radius(kind: NodeKind, degree: number): number {
  const [least, growth] = kind === 'document' ? [10, 4] : [4, 3.5];
  return Math.round((least + Math.min(6, Math.sqrt(degree) / growth)) * 10) / 10;
}

export function describe(graph: GraphView, id: string): Pick<MapNode, 'label' | 'about' | 'facts' | 'values' | 'place'> {
  const node = graph.node(id)!;
  switch (node.kind) {
    case 'document': {
      const { number, title } = documentEntry(graph.document(id)!);
      const facts = [`${node.words.toLocaleString('en')} words`, node.version && `version ${node.version}`].filter(Boolean).join(', ');
      return { label: `${number} ${title}`.trim(), about: node.title, facts, place: { label: node.file, url: urls.markdown(id) } };
    }
    case 'variable': {
      const own = definitionsByName(graph).get(node.name) ?? [];
      const { type, default: value } = own[0] ?? {};
      const facts = [type, value ? `default ${value}` : 'no default', node.appliances.join(' and ')].filter(Boolean).join(', ');
      const place = own.length > 0 ? { place: { label: nameOfPlace(graph, own[0].range), url: urlOfPlace(graph, own[0].range) ?? '#' } } : {};
      return { label: node.name, about: own.length > 0 ? descriptionOf(own) : node.title, facts, values: own.flatMap(valuesOf), ...place };
    }
    case 'attribute': return { label: node.name, about: node.meaning };
    case 'phase': return { label: `Phase ${node.number}`, about: node.title };
    default: return { label: id.slice(id.indexOf(':') + 1), about: node.title };
  }
}

/** What each definition says; the appliance first, since some names are defined for both. */
function valuesOf(definition: VariableDefinition): [string, string][] {
  const { appliances, type, default: value, options, validation } = definition;
  const all: [string, string | undefined][] = [
    ['Of', appliances.join(' and ')], ['Type', type], ['Default', value || 'none'], ['Need', NEEDS[needOf(definition)]],
    ['Options', options?.join(', ')], ['Validation', validation],
  ];
  return all.filter((row): row is [string, string] => Boolean(row[1]));
}

/** What an edge stands for on the map; undefined for edges that it does not show. */
export function tieKindOf(edge: GraphEdge): TieKind | undefined {
  if (!edge.resolved || !TIE_KINDS.includes(edge.kind as TieKind) || edge.kind === 'contains') return undefined;
  // A mention of a phase is said in nearly every section: what a phase introduced says more.
  return edge.kind === 'mentions' && edge.target.startsWith('phase:') ? undefined : edge.kind as TieKind;
}

/** References of sections count for their documents. */
function tiesOf(graph: GraphView, known: ReadonlySet<string>): MapTie[] {
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    const kind = tieKindOf(edge);
    const source = documentOf(edge.source) ?? edge.source;
    const target = documentOf(edge.target) ?? edge.target;
    if (!kind || source === target || !known.has(source) || !known.has(target)) continue;
    const key = `${source} ${target} ${kind}`;
    const tie = ties.get(key) ?? { source, target, kind, count: 0 };
    ties.set(key, { ...tie, count: tie.count + 1 });
  }
  return [...ties.values()];
}

/** Documents that name nearly everything say little by it: the overview and the reference of variables. */
function weighed(graph: GraphView, ties: readonly MapTie[]): MapTie[] {
  const named = Map.groupBy(ties.filter(({ kind }) => kind === 'mentions'), ({ source }) => source);
  const things = new Set(ties.filter(({ kind }) => kind === 'mentions').map(({ target }) => target)).size;
  const said = ({ source, count, kind }: MapTie): number => (kind === 'mentions' ? count * (1 - (named.get(source)!.length / things) ** 2) : count);
  const most = Math.max(...ties.filter(({ kind }) => kind === 'refers').map(({ count }) => count));
  const totals = new Map<string, number>();
  for (const tie of ties) if (tie.kind !== 'refers') totals.set(lesserEnd(graph, tie), (totals.get(lesserEnd(graph, tie)) ?? 0) + said(tie));
  return ties.map((tie) => {
    const share = tie.kind === 'refers' ? Math.sqrt(tie.count / most) : said(tie) / (totals.get(lesserEnd(graph, tie)) || 1);
    return { ...tie, weight: Math.round(100 * share) / 100 };
  });
}

/** The end that is no document, or the target. */
function lesserEnd(graph: GraphView, { source, target }: MapTie): string {
  return graph.node(target)?.kind === 'document' ? source : target;
}

function degreesOf(ties: readonly MapTie[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target, count } of ties) for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + count);
  return degrees;
}

/** Phases that have a number, in their order. */
export function phaseNames(graph: GraphView): { number: number; title: string }[] {
  const phases = graph.nodes.flatMap((node) => (node.kind === 'phase' && Number(node.number) > 0 ? [{ number: Number(node.number), title: node.title }] : []));
  return phases.toSorted((a, b) => a.number - b.number);
}

/** The phase that brought each thing: its own, or the first whose documents name or satisfy it; the overview, which names all, left out. */
export function phasesOf(graph: GraphView, ties: readonly MapTie[]): Map<string, number> {
  const phases = new Map<string, number>();
  for (const node of graph.nodes) {
    if (node.kind === 'document') phases.set(node.id, Math.min(...node.phases.map(Number)));
    else if (node.kind === 'variable' && node.phase) phases.set(node.id, Number(node.phase));
    else if (node.kind === 'phase') phases.set(node.id, Number(node.number));
  }
  const own = new Set(phases.keys());
  for (const { source, target, kind } of ties) {
    const from = graph.node(source);
    if (own.has(target) || from?.kind !== 'document' || from.phases.length !== 1 || kind === 'introduces') continue;
    phases.set(target, Math.min(phases.get(source)!, phases.get(target) ?? Infinity));
  }
  return new Map([...phases].filter(([, phase]) => Number.isFinite(phase)));
}
