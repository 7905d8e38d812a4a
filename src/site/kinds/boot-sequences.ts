/** The sequence of steps of each component, with the steps that later phases added. */
import { nodeId, type DocumentFacts, type GraphView, type StepNode, isStep } from '#specgraph';
import { urlOfNode, urls } from '../urls.ts';
import { splitStepTitle } from './step-title.ts';
import { shortName } from '../document-names.ts';

interface Link {
  label: string;
  title: string;
  url: string;
}

export interface BootStep {
  number: string;
  /** Without the phase that the heading names. */
  title: string;
  url: string;
  /** The later phase that added the step, and the document of that phase that specifies it. */
  inserted?: { phase: Link & { number: string }; document?: Link };
  /** Other documents that name the step. */
  namedIn: Link[];
}

export interface BootStage {
  /** Empty where the document names no stages. */
  title: string;
  steps: BootStep[];
}

export interface BootSequence {
  component: string;
  /** The section that holds the sequence. */
  section: Link;
  stages: BootStage[];
  count: number;
  inserted: number;
}

export function bootSequences(graph: GraphView): BootSequence[] {
  return (graph.config.stepSequences ?? []).flatMap(({ component, document }) => {
    const facts = graph.document(document);
    if (!facts) return [];
    const nodes = graph.nodes
      .filter((node): node is StepNode => isStep(node) && node.document === facts.id)
      .toSorted((a, b) => a.line - b.line);
    if (nodes.length === 0) return [];
    const steps = nodes.map((node) => stepOf(graph, facts, node));
    return [
      {
        component,
        section: sectionAround(graph, facts, nodes[0]),
        stages: stagesOf(facts, nodes[0], steps),
        count: steps.length,
        inserted: steps.filter((step) => step.inserted).length,
      },
    ];
  });
}

function stepOf(graph: GraphView, facts: DocumentFacts, node: StepNode): BootStep {
  const { words: title, phase } = splitStepTitle(node.title);
  const isLater = phase !== undefined && !graph.documentNode(facts.id).phases.includes(phase);
  const incoming = graph
    .incoming(node.id)
    .filter((edge) => edge.kind === 'refers')
    .map((edge) => edge.range!.file);
  const others = [...new Set(incoming)].filter((file) => file !== facts.path).toSorted();
  return {
    number: node.number,
    title,
    url: urlOfNode(graph, node.id)!,
    inserted: isLater
      ? {
          phase: {
            number: phase,
            label: `Phase ${phase}`,
            title: graph.node(nodeId.phase(phase))?.title ?? '',
            url: urls.phase(phase),
          },
          document: specifyingDocument(graph, facts, node, phase, incoming),
        }
      : undefined,
    namedIn: others.map((file) => documentLink(graph, graph.document(file)!)),
  };
}

/** The document of the phase that the step refers to most often, or else the one that refers to the step most often. */
function specifyingDocument(
  graph: GraphView,
  facts: DocumentFacts,
  node: StepNode,
  phase: string,
  incoming: readonly string[],
): Link | undefined {
  const isOfPhase = (other: DocumentFacts | undefined): other is DocumentFacts => {
    const phases = other ? graph.documentNode(other.id).phases : [];
    return phases.length === 1 && phases[0] === phase;
  };
  const referredTo = graph
    .outgoing(nodeId.section(facts.id, node.slug))
    .filter((edge) => edge.kind === 'refers' && edge.resolved)
    .map((edge) => nodeId.documentOf(edge.target))
    .map((id) => (id === undefined ? undefined : graph.document(id)));
  const referring = incoming.map((file) => graph.document(file));
  const mostNamed = [referredTo, referring].map((all) => mostFrequent(all.filter(isOfPhase))).find(Boolean);
  return mostNamed && documentLink(graph, mostNamed);
}

/** The most frequent document; the first by id where several are. */
function mostFrequent(all: readonly DocumentFacts[]): DocumentFacts | undefined {
  return [...Map.groupBy(all, ({ id }) => id).values()].toSorted(
    (a, b) => b.length - a.length || (a[0].id < b[0].id ? -1 : 1),
  )[0]?.[0];
}

function documentLink(graph: GraphView, facts: DocumentFacts): Link {
  return { label: shortName(graph, facts), title: facts.title, url: urls.document(facts.id) };
}

function sectionAround(graph: GraphView, facts: DocumentFacts, { slug }: StepNode): Link {
  const parent = facts.sections.find(
    (section) => section.slug === facts.sections.find((candidate) => candidate.slug === slug)?.parent,
  );
  const where = shortName(graph, facts);
  return parent
    ? {
        label: `${where}, Section ${parent.number ?? parent.title}`,
        title: parent.title,
        url: urls.section(facts.id, parent.slug),
      }
    : { label: where, title: facts.title, url: urls.document(facts.id) };
}

/** Reads the table "Stage | Steps" of the section around the steps. A cell such as "2-6, with Step 3a" names the first and the last step of its stage. */
function stagesOf(facts: DocumentFacts, first: StepNode, steps: readonly BootStep[]): BootStage[] {
  const parent = facts.sections.find(({ slug }) => slug === first.slug)?.parent;
  const table = facts.tables.find(
    ({ section, header }) =>
      section === parent && /^stage$/i.test(header[0]?.text ?? '') && /^steps$/i.test(header[1]?.text ?? ''),
  );
  const stages = new Map<string, string>();
  for (const { cells } of table?.rows ?? []) {
    const numbers = cells[1].text.match(/\d+[a-z]?/g) ?? [];
    const places = numbers
      .map((number) => steps.findIndex((step) => step.number === number))
      .filter((place) => place >= 0);
    for (const step of steps.slice(Math.min(...places), Math.max(...places) + 1))
      stages.set(step.number, cells[0].text);
  }
  return steps.reduce<BootStage[]>((all, step) => {
    const title = stages.get(step.number) ?? '';
    if (all.at(-1)?.title !== title) all.push({ title, steps: [] });
    all.at(-1)!.steps.push(step);
    return all;
  }, []);
}
