/** Builds one graph from the facts of all documents: plain data, sorted, the same bytes for the same input. */
import type { SpecConfig } from './config.ts';
import type {
  Corpus,
  DocumentFacts,
  DocumentNode,
  GraphEdge,
  GraphNode,
  ReadProblem,
  SectionFacts,
  SectionNode,
  SourceFile,
  SourceRange,
  StatedValue,
  StepNode,
  Tree,
  VariableDefinition,
  VariableNode,
} from './model/index.ts';
import { computeQuantities } from './quantities.ts';
import { indexDocuments, type DocumentIndex } from './resolve/document-index.ts';
import { nodeId } from './resolve/ids.ts';
import { isExternal, resolveLink, type LinkScope } from './resolve/links.ts';
import { oncePer } from './resolve/once.ts';
import { resolveReference, type ReferenceScope } from './resolve/references.ts';
import { readDefinitions, readStatedValues } from './resolve/variables.ts';
import { fieldOf, phaseNumbers } from './text/header-fields.ts';
import { compare } from './text/ordered.ts';

/** The whole result of reading a set of documents. Nothing in it is changed after it is built. */
export interface Graph {
  root: string;
  config: SpecConfig;
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Number of links that leave the set; nobody follows them. */
  externalLinks: number;
  documents: DocumentFacts[];
  definitions: VariableDefinition[];
  stated: StatedValue[];
  /** The configured quantities by name. */
  quantities: Record<string, number>;
  readProblems: ReadProblem[];
  /** Files that contracts name and that are not documents. */
  others: SourceFile[];
}

/**
 * @param corpus what was loaded
 * @param documents the facts of `corpus.files`, in any order
 * @param kept edges of an earlier graph of the same set; a document is resolved again where its edges can have changed
 */
export function buildGraph(
  corpus: Corpus,
  documents: DocumentFacts[],
  config: SpecConfig,
  kept: EdgeCache = createEdgeCache(),
): Graph {
  const sorted = documents.toSorted((a, b) => compare(a.path, b.path));
  const index = indexDocuments(sorted);
  const definitions = readDefinitions(config, index);
  const names = new Set(definitions.map((d) => d.name));
  const edges = [
    ...structureEdges(index, definitions, config),
    ...textEdges(corpus, index, names, config, kept),
  ].toSorted(compareEdges);
  countMentions(definitions, edges);
  return {
    root: corpus.root,
    config,
    nodes: nodesOf(sorted, definitions, config).toSorted((a, b) => compare(a.id, b.id)),
    edges,
    externalLinks: sorted.reduce((sum, d) => sum + d.links.filter((link) => isExternal(link.url)).length, 0),
    documents: sorted,
    definitions,
    stated: readStatedValues(sorted, names),
    quantities: computeQuantities({ documents: sorted, definitions, config }),
    readProblems: corpus.problems,
    others: corpus.others,
  };
}

// ---------------------------------------------------------------- nodes

function nodesOf(
  documents: DocumentFacts[],
  definitions: VariableDefinition[],
  config: SpecConfig,
): GraphNode[] {
  return [
    ...documents.flatMap(nodesOfDocument),
    ...variableNodes(definitions),
    ...(config.names?.attributes ?? []).map((a) => ({
      kind: 'attribute' as const,
      id: nodeId.attribute(a.name),
      title: a.name,
      ...a,
    })),
    ...(config.requirements ?? []).map((r) => ({
      kind: 'requirement' as const,
      id: nodeId.requirement(r.id),
      title: r.title,
    })),
    ...(config.phases ?? []).map((p) => ({
      kind: 'phase' as const,
      id: nodeId.phase(p.number),
      title: p.name,
      number: p.number,
    })),
  ];
}

const nodesOfDocument = oncePer((facts: DocumentFacts): GraphNode[] => [
  documentNode(facts),
  ...facts.sections.map((section) => sectionNode(facts, section)),
  ...stepNodes(facts),
]);

function documentNode(facts: DocumentFacts): DocumentNode {
  const header = (label: string): string => fieldOf(facts.header, label)?.value ?? '';
  const footer = (label: string): string => fieldOf(facts.footer, label)?.value ?? '';
  return {
    kind: 'document',
    id: nodeId.document(facts.id),
    title: facts.title,
    file: facts.path,
    number: facts.number,
    version: footer('Version') || undefined,
    status: header('Status') || undefined,
    phases: phaseNumbers(header('Phase')),
    updatedPhase: /updated Phase (\d+)/.exec(footer('Phase'))?.[1] ?? phaseNumbers(footer('Phase')).at(-1),
    requirements: header('Requirement').split(/,\s*/).filter(Boolean),
    lines: facts.lines,
    words: facts.words,
  };
}

function sectionNode(facts: DocumentFacts, section: SectionFacts): SectionNode {
  return {
    kind: 'section',
    id: nodeId.section(facts.id, section.slug),
    title: section.heading,
    document: facts.id,
    slug: section.slug,
    number: section.number,
    depth: section.depth,
    file: facts.path,
    line: section.range.line,
    endLine: section.endLine,
    parent: section.parent && nodeId.section(facts.id, section.parent),
  };
}

function stepNodes(facts: DocumentFacts): StepNode[] {
  const seen = new Set<string>();
  const nodes: StepNode[] = [];
  for (const section of facts.sections) {
    if (section.step === undefined || seen.has(section.step)) continue;
    seen.add(section.step);
    nodes.push({
      kind: 'step',
      id: nodeId.step(facts.id, section.step),
      title: section.title,
      document: facts.id,
      number: section.step,
      slug: section.slug,
      file: facts.path,
      line: section.range.line,
      previous: nodes.at(-1)?.id,
    });
  }
  return nodes;
}

function variableNodes(definitions: VariableDefinition[]): VariableNode[] {
  const byName = Map.groupBy(definitions, (d) => d.name);
  return [...byName].map(([name, own]) => ({
    kind: 'variable',
    id: nodeId.variable(name),
    title: name,
    name,
    appliances: [...new Set(own.flatMap((d) => d.appliances))],
    phase: own[0].phase,
    counted: own.filter((d) => d.counted).length,
  }));
}

// ---------------------------------------------------------------- edges

function structureEdges(
  index: DocumentIndex,
  definitions: VariableDefinition[],
  config: SpecConfig,
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  const add = (
    kind: GraphEdge['kind'],
    source: string,
    target: string,
    range?: SourceRange,
    text?: string,
  ): void =>
    void edges.push({ kind, source, target, resolved: true, range, text, via: range ? 'header' : undefined });
  const requirements = new Set((config.requirements ?? []).map((r) => r.id));
  const phases = new Set((config.phases ?? []).map((p) => p.number));
  for (const { facts } of index.all) {
    const document = nodeId.document(facts.id);
    const requirement = fieldOf(facts.header, 'Requirement');
    for (const id of requirement?.value.split(/,\s*/) ?? []) {
      if (requirements.has(id)) add('satisfies', document, nodeId.requirement(id), requirement!.range, id);
    }
    const phase = fieldOf(facts.header, 'Phase');
    const numbers = phaseNumbers(phase?.value ?? '');
    // A document with several phases (the overview) describes them; none of them introduced it.
    if (numbers.length === 1 && phases.has(numbers[0]))
      add('introduces', nodeId.phase(numbers[0]), document, phase!.range, phase!.value);
  }
  for (const definition of definitions) {
    const variable = nodeId.variable(definition.name);
    if (definition.phase && phases.has(definition.phase))
      add('introduces', nodeId.phase(definition.phase), variable, definition.range, definition.name);
    for (const place of definition.facets.definition)
      addPlace(edges, 'defines', index, place, variable, definition.name);
    for (const place of definition.facets.validation)
      addPlace(edges, 'validates', index, place, variable, definition.name);
  }
  for (const phase of config.phases ?? [])
    for (const on of phase.dependsOn) add('depends', nodeId.phase(phase.number), nodeId.phase(on));
  return [...index.all.flatMap(({ facts }) => outlineEdges(facts)), ...dedupe(edges).sort(compareEdges)];
}

const outlineEdges = oncePer((facts: DocumentFacts): GraphEdge[] => {
  const edge = (source: string, target: string): GraphEdge => ({
    kind: 'contains',
    source,
    target,
    resolved: true,
    range: undefined,
    text: undefined,
    via: undefined,
  });
  return facts.sections
    .flatMap((section) => {
      const id = nodeId.section(facts.id, section.slug);
      const above = edge(
        section.parent ? nodeId.section(facts.id, section.parent) : nodeId.document(facts.id),
        id,
      );
      return section.step ? [above, edge(id, nodeId.step(facts.id, section.step))] : [above];
    })
    .sort(compareEdges);
});

function addPlace(
  edges: GraphEdge[],
  kind: GraphEdge['kind'],
  index: DocumentIndex,
  place: { file: string; line: number },
  target: string,
  text: string,
): void {
  const facts = index.byPath.get(place.file)!.facts;
  const section = facts.sections.findLast((s) => s.range.line <= place.line);
  const range = { file: place.file, line: place.line, column: 1, endLine: place.line, endColumn: 1 };
  edges.push({
    kind,
    source: section ? nodeId.section(facts.id, section.slug) : facts.id,
    target,
    resolved: true,
    range,
    text,
    via: 'table',
  });
}

/** A variable that two tables list is introduced once. */
function dedupe(edges: GraphEdge[]): GraphEdge[] {
  const seen = new Set<string>();
  return edges.filter((edge) => {
    const key = `${edge.kind} ${edge.source} ${edge.target} ${edge.kind === 'introduces' ? '' : (edge.range?.line ?? '')}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The edges of each document, and a key of everything that they were resolved against. */
export interface EdgeCache {
  surroundings: string;
  byDocument: WeakMap<DocumentFacts, GraphEdge[]>;
}

export function createEdgeCache(): EdgeCache {
  return { surroundings: '', byDocument: new WeakMap() };
}

/** Everything in a document that references of other documents can point at. */
const targetsOf = oncePer((facts: DocumentFacts): string =>
  JSON.stringify([
    facts.path,
    facts.id,
    facts.number,
    facts.title,
    facts.sections.map((s) => [s.slug, s.number, s.step, s.title, s.label, s.lists]),
    facts.anchors.map((anchor) => anchor.name),
  ]),
);

function textEdges(
  corpus: Corpus,
  index: DocumentIndex,
  variables: ReadonlySet<string>,
  config: SpecConfig,
  kept: EdgeCache,
): GraphEdge[] {
  const surroundings = [
    corpus.root,
    corpus.repositoryRoot,
    JSON.stringify(corpus.repository),
    ...variables,
    ...index.all.map(({ facts }) => targetsOf(facts)),
  ].join('\n');
  if (surroundings !== kept.surroundings) Object.assign(kept, { surroundings, byDocument: new WeakMap() });
  let usedTree = false;
  const tree: Tree = {
    kind: (path) => ((usedTree = true), corpus.tree.kind(path)),
    otherCases: (path) => ((usedTree = true), corpus.tree.otherCases(path)),
    isIgnored: (path) => ((usedTree = true), corpus.tree.isIgnored?.(path) ?? false),
  };
  const { root, repositoryRoot, repository } = corpus;
  const links: LinkScope = { index, tree, root, repositoryRoot, repository };
  const references: ReferenceScope = {
    index,
    tree,
    config,
    variables,
    attributes: new Set(config.names?.attributes.map((a) => a.name)),
    requirements: new Set(config.requirements?.map((r) => r.id)),
    phases: new Set(config.phases?.map((p) => p.number)),
    claimsToBeName: config.names && new RegExp(`^(?:${config.names.pattern})$`),
  };
  return index.all.flatMap(({ facts }) => {
    const before = kept.byDocument.get(facts);
    if (before) return before;
    usedTree = false;
    const edges = [
      ...facts.links.map((link) => resolveLink(link, facts, links)),
      ...facts.references.map((reference) => resolveReference(reference, facts, references)),
    ]
      .filter((edge) => edge !== undefined)
      .sort(compareEdges);
    // Other files can change without notice, so a document whose links were looked up among them is resolved again.
    if (!usedTree) kept.byDocument.set(facts, edges);
    return edges;
  });
}

function countMentions(definitions: VariableDefinition[], edges: GraphEdge[]): void {
  const counts = new Map<string, number>();
  for (const edge of edges)
    if (edge.kind === 'mentions' && edge.resolved)
      counts.set(edge.target, (counts.get(edge.target) ?? 0) + 1);
  for (const definition of definitions)
    definition.mentions = counts.get(nodeId.variable(definition.name)) ?? 0;
}

// ---------------------------------------------------------------- order

/** Compares by place. Edges without a place come first, in the order of their ends. */
function compareEdges(a: GraphEdge, b: GraphEdge): number {
  return (
    compare(a.range?.file ?? '', b.range?.file ?? '') ||
    (a.range?.line ?? 0) - (b.range?.line ?? 0) ||
    (a.range?.column ?? 0) - (b.range?.column ?? 0) ||
    compare(a.kind, b.kind) ||
    compare(a.source, b.source) ||
    compare(a.target, b.target)
  );
}
