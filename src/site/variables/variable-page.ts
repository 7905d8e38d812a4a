/** The page of a variable: its definitions, the values stated elsewhere, and all its mentions. */
import { DEFINITION_FACET, nodeId, type GraphView, type Place, type Definition } from '#specgraph';
import { quote } from '#profiles/templates';
import { hasUserInputs, inputParts, USER_INPUT_FIELD, type InputPart } from '#profiles/user-inputs';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { interactionNotes, relatedNames, type InteractionNote } from './interactions.ts';
import { picture, type Picture } from '../pictures/neighbourhood.ts';
import { statedRows, type StatedRow } from './stated-values.ts';
import { urlOfNode, urlOfPlace, urls } from '../urls.ts';
import { definitionsByName, descriptionOf, needOf, NEEDS, variableRows } from './variable-rows.ts';
import { nameOfPlace, numberAndTitle, shortName } from '../document-names.ts';
import { listOf, textOf } from './definition-values.ts';

export type { InputPart };

export interface PlaceLink {
  label: string;
  url: string;
}

export interface FacetState {
  facet: string;
  title: string;
  /** "present", "missing", or "none" where the variable need not have it. */
  state: 'present' | 'missing' | 'none';
  places: PlaceLink[];
}

export interface UserInputView {
  /** The line of a USER_INPUTS block; absent where the template sets the value. */
  line?: string;
  /** A line of CONTEXT with the default value; absent without a default. */
  example?: string;
  parts: InputPart[];
}

export interface DefinitionView {
  component: string;
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
  /** Fields that have no place of their own on the page. */
  further: { label: string; value: string }[];
  /** Absent where the set has no USER_INPUTs. */
  userInput?: UserInputView;
  facets: FacetState[];
}

export interface VariablePage {
  /** Id of the node of the variable. */
  id: string;
  name: string;
  description: string;
  phase?: { number: string; title: string; url?: string };
  definitions: DefinitionView[];
  stated: StatedRow[];
  notes: InteractionNote[];
  related: { name: string; url: string }[];
  mentions: BacklinkGroup[];
  mentionCount: number;
  picture: Picture;
  previous?: { name: string; url: string };
  next?: { name: string; url: string };
}

/** @throws {RangeError} for a variable that no table defines */
export function variablePage(graph: GraphView, name: string): VariablePage {
  const definitions = definitionsByName(graph).get(name);
  if (!definitions) throw new RangeError(`No variable ${name}.`);
  const rows = variableRows(graph);
  const index = rows.findIndex((row) => row.name === name);
  const id = nodeId.variable(name);
  const sentences = mentionsOf(graph, id);
  const mentions = byDocument(sentences);
  const notes = interactionNotes(graph, definitions);
  const related = relatedNames(notes);
  const phase = definitions[0].phase;
  return {
    id,
    name,
    description: descriptionOf(graph, definitions),
    phase: phase
      ? {
          number: phase,
          title: graph.node(nodeId.phase(phase))?.title ?? '',
          url: urlOfNode(graph, nodeId.phase(phase)),
        }
      : undefined,
    definitions: definitions.map((definition) => definitionView(graph, definition)),
    stated: statedRows(graph, definitions),
    notes,
    related,
    mentions,
    mentionCount: definitions[0].mentions,
    picture: picture({
      centre: { label: name, kind: 'variable' },
      left: mentions.map((group) => mentioningDocument(graph, group)).toSorted((a, b) => b.count - a.count),
      right: surroundings(notes, related),
    }),
    previous: rows[index - 1],
    next: rows[index + 1],
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

function definitionView(graph: GraphView, definition: Definition): DefinitionView {
  const link = (place: Place): PlaceLink => ({
    label: nameOfPlace(graph, place),
    url: urlOfPlace(graph, place) ?? '#',
  });
  return {
    component: definition.components.join(' + '),
    group: definition.group,
    number: definition.number,
    counted: definition.counted,
    section: `Section ${definition.section} of ${shortName(graph, graph.document(definition.range.file)!)}`,
    type: textOf(definition, 'type') ?? '',
    need: NEEDS[needOf(definition)],
    options: [...listOf(definition, 'options')],
    default: textOf(definition, 'default') ?? '',
    validation: textOf(definition, 'validation'),
    further: furtherFields(graph, definition),
    place: link(definition.range),
    userInput: hasUserInputs(graph) ? userInputView(definition) : undefined,
    facets: facetTitles(graph).map(([facet, title]) => ({
      facet,
      title,
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

/** Fields that the page shows in a form of their own. */
const SHOWN_FIELDS = new Set(['type', 'default', 'mandatory', 'options', 'validation', USER_INPUT_FIELD]);

function furtherFields({ scheme }: GraphView, definition: Definition): DefinitionView['further'] {
  return (scheme?.fields ?? [])
    .filter(({ id }) => !SHOWN_FIELDS.has(id))
    .flatMap(({ id, label }) => {
      const value = textOf(definition, id);
      return value ? [{ label, value }] : [];
    });
}

function userInputView(definition: Definition): UserInputView {
  const userInput = textOf(definition, USER_INPUT_FIELD);
  const fallback = textOf(definition, 'default');
  return {
    line: userInput === undefined ? undefined : `${definition.name} = "${userInput}"`,
    example: fallback ? `${definition.name} = ${quote(fallback)}` : undefined,
    parts: userInput === undefined ? [] : inputParts(userInput),
  };
}

/** The facets of a variable with their titles; its own row is the first. */
function facetTitles({ scheme }: GraphView): [facet: string, title: string][] {
  return [
    [DEFINITION_FACET, 'definition row'],
    ...(scheme?.facets ?? []).map(({ id, title }): [string, string] => [id, title]),
  ];
}
