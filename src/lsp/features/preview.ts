/** The preview of a node as Markdown: what it is, where it is defined, and how its definition begins. */
import {
  isAttribute,
  isDefined,
  isDocument,
  isPart,
  isVariable,
  longLabelOf,
  nodeId,
  writtenId,
  type Definition,
  type DocumentFacts,
  type FieldValue,
  type GraphNode,
  type GraphView,
} from '#specgraph';
import { plural } from '#specgraph/text/lists';
import type { ReadSet } from '../read-set.ts';
import { openingOf } from './opening.ts';
import { definitionsOf, placesOf, referencesTo, sectionOf } from './targets.ts';

/** Title, place, opening or fields, and the number of references; paragraphs of Markdown. */
export function previewOf(set: ReadSet, id: string): string | undefined {
  const { graph } = set;
  const node = graph.node(id);
  if (!node) return undefined;
  const references = referencesTo(graph, [id]).length;
  return [
    `**${escapeMarkdown(titleOf(graph, node))}**`,
    placeOf(set, node),
    bodyOf(graph, node),
    references > 0 ? plural(references, 'reference') : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** "6d. Recovery", "Step 7b: Join", "FL_EDGE_BACKOFF". */
export function titleOf(graph: GraphView, node: GraphNode): string {
  if (isDocument(node)) return node.title;
  const section = isPart(node) ? sectionOf(graph, node.document, node.slug) : undefined;
  if (section && section.range.line === definitionsOf(graph, node.id)[0]?.line) return section.heading;
  const kind = graph.kind(node.kind);
  const written = writtenId(node) ?? nodeId.nameOf(node.id);
  return kind ? longLabelOf(kind, written, node.title) : written;
}

function placeOf(set: ReadSet, node: GraphNode): string {
  const { graph } = set;
  if (isDocument(node)) return codeSpan(node.file);
  const kind = graph.kind(node.kind)?.name.one ?? node.kind;
  const [definition] = placesOf(set, node.id);
  if (!definition) return capitalised(kind);
  const document = graph.document(definition.file);
  return `${capitalised(kind)} in ${codeSpan(`${definition.file}:${definition.line}`)}${document ? `, ${escapeMarkdown(document.title)}` : ''}`;
}

function bodyOf(graph: GraphView, node: GraphNode): string {
  if (isDocument(node)) return openingOfDocument(graph.document(node.id)!);
  if (isVariable(node))
    return graph.definitions
      .filter(({ name }) => name === node.name)
      .map((definition) => fieldsOf(graph, definition))
      .join('\n\n');
  if (isAttribute(node)) return escapeMarkdown(node.meaning);
  if (isPart(node)) {
    const section = sectionOf(graph, node.document, node.slug);
    return section ? openingOf(graph.document(node.document)!, section) : '';
  }
  if (isDefined(node)) return fieldsOfThing(graph, node);
  return '';
}

/** The header of a document is in its first section; its text begins below the first heading of the second level. */
function openingOfDocument(facts: DocumentFacts): string {
  const section = facts.sections.find(({ depth }) => depth === 2) ?? facts.sections[0];
  return section ? openingOf(facts, section) : '';
}

function fieldsOf({ scheme }: GraphView, definition: Definition): string {
  const fields = (scheme?.fields ?? []).flatMap(({ id, label }) => {
    const value = shown(definition.fields[id]);
    return value === '' ? [] : [`- ${label}: ${codeSpan(value)}`];
  });
  const components = definition.components.join(', ');
  return [
    ...(components ? [`- ${capitalised(scheme?.component.one ?? 'component')}: ${components}`] : []),
    ...fields,
  ].join('\n');
}

function fieldsOfThing(
  graph: GraphView,
  node: GraphNode & { fields?: Record<string, string>; slug?: string },
): string {
  const fields = Object.entries(node.fields ?? {})
    .filter(([field, value]) => field !== 'title' && value !== '' && value !== node.title)
    .map(([field, value]) => `- ${capitalised(field)}: ${escapeMarkdown(value)}`);
  if (fields.length > 0 || !node.slug) return fields.join('\n');
  const document = nodeDocument(graph, node.id);
  const section = document?.sections.find(({ slug }) => slug === node.slug);
  const isHeading = section?.range.line === definitionsOf(graph, node.id)[0]?.line;
  return document && section && isHeading ? openingOf(document, section) : '';
}

function nodeDocument(graph: GraphView, id: string): DocumentFacts | undefined {
  const [definition] = definitionsOf(graph, id);
  return definition && graph.document(definition.file);
}

function shown(value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join(', ');
}

function codeSpan(text: string): string {
  const ticks = text.includes('`') ? '``' : '`';
  return `${ticks}${text.startsWith('`') || text.endsWith('`') ? ` ${text} ` : text}${ticks}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
