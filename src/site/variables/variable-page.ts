/** The page of a variable: its definitions, the values stated elsewhere, and all its mentions. */
import { FACETS, nodeId, type Facet, type GraphView, type Place, type VariableDefinition } from '#specgraph';
import { quote } from '../../payloads/builder/quote.ts';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { inputParts, type InputPart } from './input-parts.ts';
import { interactionNotes, relatedNames, type InteractionNote } from './interactions.ts';
import { picture, type Picture } from '../pictures/neighbourhood.ts';
import { statedRows, type StatedRow } from './stated-values.ts';
import { urlOfPlace, urls } from '../urls.ts';
import { definitionsByName, descriptionOf, needOf, NEEDS, variableRows } from './variable-rows.ts';
import { nameOfPlace, numberAndTitle } from '../document-names.ts';

export interface PlaceLink {
  label: string;
  url: string;
}

export interface FacetState {
  facet: Facet;
  title: string;
  /** "present", "missing", or "none" where the variable need not have it. */
  state: 'present' | 'missing' | 'none';
  places: PlaceLink[];
}

export interface DefinitionView {
  appliance: string;
  group: string;
  /** "Section 4 of spec/03". */
  section: string;
  place: PlaceLink;
  number?: number;
  counted: boolean;
  type: string;
  need: string;
  options: string[];
  default: string;
  validation?: string;
  flowerMapping?: string;
  /** The line of a USER_INPUTS block. */
  line?: string;
  /** A line of CONTEXT with the default value; absent without a default. */
  example?: string;
  parts: InputPart[];
  facets: FacetState[];
}

export interface VariablePage {
  /** Id of the node of the variable. */
  id: string;
  name: string;
  description: string;
  phase?: { number: string; title: string; url: string };
  definitions: DefinitionView[];
  stated: StatedRow[];
  notes: InteractionNote[];
  related: { name: string; url: string }[];
  mentions: BacklinkGroup[];
  /** Numbers of references, and of the sentences that hold them. */
  mentionCount: number;
  sentenceCount: number;
  picture: Picture;
  previous?: { name: string; url: string };
  next?: { name: string; url: string };
}

/** @throws {RangeError} for a variable that no table defines */
export function variablePage(graph: GraphView, name: string): VariablePage {
  const own = definitionsByName(graph).get(name);
  if (!own) throw new RangeError(`No variable ${name}.`);
  const rows = variableRows(graph);
  const at = rows.findIndex((row) => row.name === name);
  const id = nodeId.variable(name);
  const sentences = mentionsOf(graph, id);
  const mentions = byDocument(sentences);
  const notes = interactionNotes(graph, own);
  const related = relatedNames(notes);
  const phase = own[0].phase;
  return {
    id,
    name,
    description: descriptionOf(own),
    phase: phase
      ? { number: phase, title: graph.node(nodeId.phase(phase))?.title ?? '', url: urls.phase(phase) }
      : undefined,
    definitions: own.map((definition) => definitionView(graph, definition)),
    stated: statedRows(graph, own),
    notes,
    related,
    mentions,
    mentionCount: own[0].mentions,
    sentenceCount: sentences.length,
    picture: picture({
      centre: { label: name, kind: 'variable' },
      left: mentions.map((group) => mentioningDocument(graph, group)).toSorted((a, b) => b.count - a.count),
      right: surroundings(notes, related),
    }),
    previous: rows[at - 1],
    next: rows[at + 1],
  };
}

function mentioningDocument(graph: GraphView, { document, backlinks }: BacklinkGroup) {
  return {
    label: numberAndTitle(graph.document(document)!),
    kind: 'document' as const,
    url: urls.document(document),
    count: backlinks.length,
  };
}

/** The interaction notes, then the variables that they name. */
function surroundings(notes: InteractionNote[], related: { name: string; url: string; count: number }[]) {
  return [
    ...notes.map((note) => ({
      label: `${note.where} ${note.heading}`,
      kind: 'section' as const,
      url: note.url,
      count: Math.max(1, note.sentences.length),
    })),
    ...related.map(({ name, url, count }) => ({ label: name, kind: 'variable' as const, url, count })),
  ];
}

function definitionView(graph: GraphView, definition: VariableDefinition): DefinitionView {
  const link = (place: Place): PlaceLink => ({
    label: nameOfPlace(graph, place),
    url: urlOfPlace(graph, place) ?? '#',
  });
  const number = graph.document(definition.range.file)?.number;
  return {
    appliance: definition.appliances.join(' + '),
    group: definition.group,
    number: definition.number,
    counted: definition.counted,
    section: `Section ${definition.section}${number ? ` of spec/${number}` : ''}`,
    type: definition.type ?? '',
    need: NEEDS[needOf(definition)],
    options: definition.options ?? [],
    default: definition.default ?? '',
    validation: definition.validation,
    flowerMapping: definition.flowerMapping,
    place: link(definition.range),
    line: definition.userInput === undefined ? undefined : `${definition.name} = "${definition.userInput}"`,
    example: definition.default ? `${definition.name} = ${quote(definition.default)}` : undefined,
    parts: definition.userInput === undefined ? [] : inputParts(definition.userInput),
    facets: (Object.keys(FACETS) as Facet[]).map((facet) => ({
      facet,
      title: FACETS[facet],
      state:
        definition.facets[facet].length > 0
          ? 'present'
          : definition.required.includes(facet)
            ? 'missing'
            : 'none',
      places: definition.facets[facet].map(link),
    })),
  };
}
