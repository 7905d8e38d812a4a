/** The previews that a page shows when a reader points at a reference, as plain text and URLs. */
import {
  isDefined,
  isStep,
  isTitleSection,
  nodeId,
  type DefinedNode,
  type DocumentFacts,
  type GraphNode,
  type GraphView,
  type SectionFacts,
  type StepNode,
} from '#specgraph';
import { mentionsOf } from '../documents/backlinks.ts';
import { definitionPlace } from '../documents/definition-rows.ts';
import { documentEntry } from '../page-frame/navigation.ts';
import { ATTRIBUTE_SOURCES, partiesOf } from '../kinds/attributes.ts';
import { longLabelOfNode, nameOfKind } from '../kinds/labels.ts';
import { sectionOpening } from './section-opening.ts';
import { urlOfNode, urlOfPlace, urls } from '../urls.ts';
import { definitionsByName, descriptionOf, needOf, NEEDS } from '../variables/variable-rows.ts';
import type { Previews, Preview, PreviewLink, PreviewFact } from '../../payloads/previews.ts';
import { nameOfPlace, shortName } from '../document-names.ts';
import { describingFields, textOf } from '../variables/definition-values.ts';

const MAX_TEXT_LENGTH = 280;
const MAX_PARTS = 6;

/** The sections, steps and other parts of a document: one file, fetched when a reader first points at one of them. */
export function previewsOfDocument(graph: GraphView, facts: DocumentFacts): Previews {
  const steps = graph.nodes.flatMap((node) => (isStep(node) && node.document === facts.id ? [node] : []));
  return Object.fromEntries([
    ...facts.sections.map(
      (section) => [nodeId.section(facts.id, section.slug), previewOfSection(graph, facts, section)] as const,
    ),
    ...steps.map((step) => [step.id, previewOfStep(graph, facts, step)] as const),
    ...graph.nodes
      .filter(isDefined)
      .filter(({ id }) => nodeId.documentOf(id) === facts.id)
      .map((node) => [node.id, previewOfThing(graph, node)] as const),
  ]);
}

/** The documents themselves, and everything whose name is unique in the set. */
export function previewsOfNames(graph: GraphView): Previews {
  return Object.fromEntries(
    graph.nodes.flatMap((node) => {
      const preview = previewOfName(graph, node);
      return preview ? [[node.id, preview] as const] : [];
    }),
  );
}

function previewOfName(graph: GraphView, node: GraphNode): Preview | undefined {
  switch (node.kind) {
    case 'variable':
      return previewOfVariable(graph, node.name);
    case 'attribute':
      return previewOfAttribute(graph, node);
    case 'requirement':
      return previewOfRequirement(graph, node);
    case 'phase':
      return previewOfPhase(graph, node);
    case 'document':
      return previewOfDocument(graph, graph.document(node.id)!);
    default:
      return isDefined(node) && nodeId.documentOf(node.id) === undefined
        ? previewOfThing(graph, node)
        : undefined;
  }
}

function previewOfSection(graph: GraphView, facts: DocumentFacts, section: SectionFacts): Preview {
  const children = facts.sections.filter((child) => child.parent === section.slug);
  const opening = sectionOpening(facts, section.slug, MAX_TEXT_LENGTH);
  return {
    kind: 'section',
    title: section.heading,
    url: urls.section(facts.id, section.slug),
    place: documentLink(graph, facts),
    ...opening,
    ...(!opening.text &&
      !opening.code &&
      children.length > 0 && {
        parts: children
          .slice(0, MAX_PARTS)
          .map((child): PreviewLink => [child.heading, urls.section(facts.id, child.slug)]),
      }),
  };
}

function previewOfStep(graph: GraphView, facts: DocumentFacts, step: StepNode): Preview {
  const section = facts.sections.find(({ slug }) => slug === step.slug)!;
  return { ...previewOfSection(graph, facts, section), kind: 'step' };
}

function previewOfDocument(graph: GraphView, facts: DocumentFacts): Preview {
  const node = graph.documentNode(facts.id);
  // In a set with phases, the title is followed by the header block, and the text begins below the next heading.
  const hasHeader = (graph.config.phases ?? []).length > 0;
  const openings = facts.sections
    .filter(({ slug }) => !hasHeader || facts.sections.length === 1 || !isTitleSection(slug, facts))
    .map(({ slug }) => sectionOpening(facts, slug, MAX_TEXT_LENGTH));
  const opening = openings.find(({ text }) => text !== undefined);
  const phases =
    node.phases.length === 1
      ? [`${node.phases[0]} ${graph.node(nodeId.phase(node.phases[0]))?.title ?? ''}`]
      : node.phases;
  return {
    kind: 'document',
    title: facts.title,
    url: urls.document(facts.id),
    text: opening?.text,
    facts: withoutEmptyFacts([
      ['Document', shortName(graph, facts)],
      [
        phases.length > 1 ? 'Phases' : 'Phase',
        phases.join(', '),
        node.phases.length === 1 ? urlOfNode(graph, nodeId.phase(node.phases[0])) : undefined,
      ],
      ['Requirements', node.requirements.join(', ')],
      ['Version', node.version ?? ''],
    ]),
  };
}

function previewOfVariable(graph: GraphView, name: string): Preview {
  const definitions = definitionsByName(graph).get(name)!;
  const rows = definitions.map((definition): PreviewFact[] => [
    ['Type', [textOf(definition, 'type'), NEEDS[needOf(definition)]].filter(Boolean).join(', ')],
    ['Default', textOf(definition, 'default') ?? ''],
    ['Options', textOf(definition, 'options') ?? ''],
    ['Validation', textOf(definition, 'validation') ?? ''],
    ...describingFields(graph.scheme).map(({ id, label }): PreviewFact => [
      label,
      textOf(definition, id) ?? '',
    ]),
    ['Defined in', nameOfPlace(graph, definition.range), urlOfPlace(graph, definition.range)],
  ]);
  // A value that is the same in all definitions is shown once.
  const facts = rows[0].flatMap((first, field): PreviewFact[] => {
    if (rows.every((row) => row[field][1] === first[1])) return [first];
    return rows.map((row, i) => {
      const [label, value, url] = row[field];
      return [`${label}, ${definitions[i].components.join(' + ')}`, value, url];
    });
  });
  return {
    kind: 'variable',
    title: name,
    url: urls.variable(name),
    text: [descriptionOf(graph, definitions)].filter(Boolean),
    facts: withoutEmptyFacts(facts),
  };
}

function previewOfAttribute(graph: GraphView, node: GraphNode & { kind: 'attribute' }): Preview {
  const place = definitionPlace(graph, node.id);
  const { publishedBy, readBy } = partiesOf(graph, node);
  const names = (parties: typeof readBy): string => parties.map(({ who }) => who).join('; ');
  return {
    kind: 'attribute',
    title: node.name,
    url: urls.attributes(node.name),
    text: [node.meaning],
    facts: withoutEmptyFacts([
      ['Source', ATTRIBUTE_SOURCES[node.source] ?? node.source],
      ['Published by', names(publishedBy)],
      ['Read by', names(readBy)],
      ['Listed in', place ? nameOfPlace(graph, place) : '', place && urlOfPlace(graph, place)],
      ['Named in', documentsNaming(graph, node.id)],
    ]),
  };
}

function previewOfRequirement(graph: GraphView, node: GraphNode): Preview {
  const place = definitionPlace(graph, node.id);
  const satisfied = graph
    .incoming(node.id)
    .filter(({ kind }) => kind === 'satisfies')
    .map(({ source }) => graph.document(source)!)
    .filter(({ id }) => graph.documentNode(id).phases.length === 1);
  return {
    kind: 'requirement',
    title: nodeId.nameOf(node.id),
    url: urlOfNode(graph, node.id)!,
    text: [node.title],
    facts: withoutEmptyFacts([
      ['Listed in', place ? nameOfPlace(graph, place) : '', place && urlOfPlace(graph, place)],
    ]),
    parts: satisfied.map((facts) => documentLink(graph, facts)),
  };
}

function previewOfPhase(graph: GraphView, node: GraphNode & { kind: 'phase' }): Preview {
  const introduced = graph
    .outgoing(node.id)
    .filter(({ kind }) => kind === 'introduces')
    .map(({ target }) => graph.node(target)!);
  const depends = graph
    .outgoing(node.id)
    .filter(({ kind }) => kind === 'depends')
    .map(({ target }) => graph.node(target)!);
  const variables = introduced.filter(({ kind }) => kind === 'variable').length;
  return {
    kind: 'phase',
    title: `Phase ${node.number}: ${node.title}`,
    url: urls.phase(node.number),
    facts: withoutEmptyFacts([
      ['Builds on', depends.map((phase) => `Phase ${'number' in phase ? phase.number : ''}`).join(', ')],
      ['Variables', variables > 0 ? String(variables) : ''],
    ]),
    parts: introduced.flatMap(({ id, kind }) =>
      kind === 'document' ? [documentLink(graph, graph.document(id)!)] : [],
    ),
  };
}

/** A thing that a document defines: its fields, or what stands under the heading that defines it. */
function previewOfThing(graph: GraphView, node: DefinedNode): Preview {
  const facts = graph.document(node.document)!;
  const section = facts.sections.find(({ slug }) => slug === node.slug);
  const opening =
    section?.range.line === node.line ? sectionOpening(facts, section.slug, MAX_TEXT_LENGTH) : undefined;
  return {
    kind: node.kind,
    kindName: nameOfKind(graph.kind(node.kind)!),
    title: longLabelOfNode(graph, node),
    url: urlOfNode(graph, node.id) ?? '#',
    place: documentLink(graph, facts),
    ...opening,
    facts: withoutEmptyFacts([
      ...Object.entries(node.fields ?? {})
        .filter(([field, value]) => field !== 'title' && value !== node.title)
        .map(([field, value]): PreviewFact => [field, value]),
      ['Defined in', nameOfPlace(graph, node), urlOfPlace(graph, node)],
    ]),
  };
}

/** "spec/01, spec/04, spec/08". */
function documentsNaming(graph: GraphView, node: string): string {
  return [...new Set(mentionsOf(graph, node).map(({ short }) => short))].join(', ');
}

function documentLink(graph: GraphView, facts: DocumentFacts): PreviewLink {
  return [`${shortName(graph, facts)} ${documentEntry(facts).title}`, urls.document(facts.id)];
}

/** Removes facts without a value, and URLs that are undefined. */
function withoutEmptyFacts(facts: PreviewFact[]): PreviewFact[] {
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value, url]) => (url ? [label, value, url] : [label, value]));
}
