/** Edges that follow from headings, header fields, tables of variables and the configuration. */
import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, GraphEdge, SourceRange, Definition } from '../model/index.ts';
import type { DocumentIndex } from '../resolve/document-index.ts';
import { nodeId } from '../resolve/ids.ts';
import type { Thing, ThingIndex } from '../resolve/things.ts';
import { oncePer } from '../resolve/once.ts';
import { fieldOf, phaseNumbers } from '../text/header-fields.ts';
import { compareEdges } from './order.ts';

/** @returns the outline of each document, and the other edges; each list is sorted */
export function structureEdges(
  index: DocumentIndex,
  definitions: Definition[],
  things: ThingIndex,
  config: SpecConfig,
): GraphEdge[][] {
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
    const { requirement, named, phase, numbers } = headerOf(facts);
    for (const id of named) {
      if (requirements.has(id)) add('satisfies', document, nodeId.requirement(id), requirement!.range, id);
    }
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
    for (const place of definition.facets.validation ?? [])
      addPlace(edges, 'validates', index, place, variable, definition.name);
  }
  for (const thing of things.all) edges.push(definitionEdge(thing));
  for (const phase of config.phases ?? [])
    for (const on of phase.dependsOn) add('depends', nodeId.phase(phase.number), nodeId.phase(on));
  return [...index.all.map(({ facts }) => outlineEdges(facts)), ...placedByFile(dedupe(edges))];
}

/** What the header of a document says of requirements and phases. */
const headerOf = oncePer(({ header }: DocumentFacts) => {
  const requirement = fieldOf(header, 'Requirement');
  const phase = fieldOf(header, 'Phase');
  return {
    requirement,
    named: requirement?.value.split(/,\s*/) ?? [],
    phase,
    numbers: phaseNumbers(phase?.value ?? ''),
  };
});

/** The edges of each file in a list of its own, sorted; those without a place are one more list. */
function placedByFile(edges: readonly GraphEdge[]): GraphEdge[][] {
  return [...Map.groupBy(edges, ({ range }) => range?.file).values()].map((own) => own.sort(compareEdges));
}

/** A section contains what is unique in its document, and defines what the whole set knows. */
function definitionEdge({ kind, node, id, document, definition }: Thing): GraphEdge {
  const source = definition.section
    ? nodeId.section(document.id, definition.section)
    : nodeId.document(document.id);
  return {
    kind: kind.scope === 'set' ? 'defines' : 'contains',
    source,
    target: node,
    resolved: true,
    range: definition.range,
    text: id,
    via: definition.form === 'table' ? 'table' : definition.form === 'code' ? 'block' : 'prose',
  };
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
