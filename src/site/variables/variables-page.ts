/** The page of all variables: its rows, the facets with their counts, and the data that its script filters. */
import { nodeId, type GraphView } from '#specgraph';
import { hasUserInputs } from '#profiles/user-inputs';
import {
  countValues,
  INITIAL_STATE,
  type FacetName,
  type VariableItem,
} from '../../payloads/variables-filter.ts';
import { urlOfPlace } from '../urls.ts';
import {
  NEEDS,
  variableRows,
  variableTotals,
  type Need,
  type VariableRow,
  type VariableTotals,
} from './variable-rows.ts';
import { numberAndTitle, shortName } from '../document-names.ts';
import { componentTitle } from './definition-values.ts';

export interface FacetValue {
  value: string;
  label: string;
  /** The full text, where the label is shortened. */
  title?: string;
  count: number;
}

export interface FacetView {
  name: FacetName;
  title: string;
  values: FacetValue[];
}

export interface VariablesPage {
  rows: readonly VariableRow[];
  totals: VariableTotals;
  /** The variables that the count leaves out, each with the section that defines it. */
  outside: { name: string; url: string; section: string; sectionUrl: string }[];
  facets: FacetView[];
  items: VariableItem[];
  /** How the specification calls a part of its system: "Component". */
  component: string;
  /** Facts for the formats of the profile; absent where the set has none. */
  userInputs?: { phases: [string, string][]; title: string };
}

export function variablesPage(graph: GraphView): VariablesPage {
  const rows = variableRows(graph);
  const totals = variableTotals(graph);
  const items = rows.map(itemOf);
  return {
    rows,
    totals,
    items,
    outside: rows
      .filter((row) => totals.uncounted.includes(row.name))
      .map((row) => {
        const place = graph.definitions.find(({ name }) => name === row.name)!.range;
        const { number, id } = graph.document(place.file)!;
        return {
          name: row.name,
          url: row.url,
          section: `Section ${row.lines[0].section} of ${shortName(graph, { number, id })}`,
          sectionUrl: urlOfPlace(graph, place) ?? row.url,
        };
      }),
    facets: facetViews(graph, items),
    component: componentTitle(graph),
    userInputs: hasUserInputs(graph)
      ? {
          phases: (graph.config.phases ?? []).map(({ number, name }) => [number, name]),
          title: `user inputs of ${graph.config.title ?? graph.root}`,
        }
      : undefined,
  };
}

function itemOf({ name, phase, documents, order, mentions, text, lines }: VariableRow): VariableItem {
  return {
    name,
    phase,
    documents,
    order,
    mentions,
    text,
    lines: lines.map((line) => ({
      components: line.components,
      type: line.type,
      default: line.default,
      need: line.need,
    })),
  };
}

function facetViews(graph: GraphView, items: VariableItem[]): FacetView[] {
  const counts = countValues(items, INITIAL_STATE);
  const facet = (
    name: FacetName,
    title: string,
    label: (value: string) => Omit<FacetValue, 'value' | 'count'>,
  ): FacetView => ({
    name,
    title,
    values: [...counts[name]]
      .map(([value, count]) => ({ value, count, ...label(value) }))
      .toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true })),
  });
  return [
    facet('component', componentTitle(graph), (label) => ({ label })),
    facet('mandatory', 'Mandatory', (need) => ({ label: NEEDS[need as Need] })),
    facet('phase', 'Phase', (number) => ({
      label: `${number} ${graph.node(nodeId.phase(number))?.title ?? ''}`.trim(),
    })),
    facet('type', 'Type', (label) => ({ label: label || 'none' })),
    facet('document', 'Mentioned in', (id) => {
      const facts = graph.document(nodeId.documentOf(id)!)!;
      return { label: numberAndTitle(facts), title: facts.title };
    }),
  ];
}
