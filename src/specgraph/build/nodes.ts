/** The nodes of the graph: documents with their sections and steps, variables, and what the configuration lists. */
import type { SpecConfig } from '../config.ts';
import type {
  DefinedKind,
  DefinedNode,
  DocumentFacts,
  DocumentNode,
  GraphNode,
  SectionFacts,
  SectionNode,
  StepNode,
  Definition,
  VariableNode,
} from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { oncePer } from '../resolve/once.ts';
import { compare } from '../text/ordered.ts';
import { joinSorted } from '../text/sorted-blocks.ts';
import type { Thing, ThingIndex } from '../resolve/things.ts';
import { fieldOf, phaseNumbers } from '../text/header-fields.ts';

/** @returns all nodes in the order of their ids */
export function nodesOf(
  documents: DocumentFacts[],
  definitions: Definition[],
  things: ThingIndex,
  config: SpecConfig,
): GraphNode[] {
  const others = [
    ...variableNodes(definitions),
    ...things.all.map(definedNode),
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
  return joinSorted([...documents.flatMap(nodesOfDocument), others.sort(byId)], byId);
}

function byId(a: GraphNode, b: GraphNode): number {
  return compare(a.id, b.id);
}

/** The document with its sections, and its steps: each sorted. */
const nodesOfDocument = oncePer((facts: DocumentFacts): GraphNode[][] => [
  [documentNode(facts), ...facts.sections.map((section) => sectionNode(facts, section))].sort(byId),
  stepNodes(facts).sort(byId),
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

function definedNode({ kind, node, id, document, definition }: Thing): DefinedNode {
  return {
    kind: kind.id as DefinedKind,
    id: node,
    title: definition.title ?? id,
    name: id,
    document: document.id,
    slug: definition.section,
    file: document.path,
    line: definition.range.line,
    fields: definition.fields,
  };
}

function variableNodes(definitions: Definition[]): VariableNode[] {
  const byName = Map.groupBy(definitions, (d) => d.name);
  return [...byName].map(([name, own]) => ({
    kind: 'variable',
    id: nodeId.variable(name),
    title: name,
    name,
    components: [...new Set(own.flatMap((d) => d.components))],
    phase: own[0].phase,
    counted: own.filter((d) => d.counted).length,
  }));
}
