/** The names that the search dialog searches, as short arrays to keep the fetched file small. */
import { RULES, type DocumentFacts, type GraphView } from '#specgraph';
import { attributeGroups } from '../kinds/attributes.ts';
import { requirementViews } from '../kinds/requirements.ts';
import { shortName } from '../documents/backlinks.ts';
import { urls } from '../urls.ts';
import { variableRows, type VariableRow } from '../variables/variable-rows.ts';
import { SEARCH_KINDS, type SearchEntry, type SearchIndex, type SearchKind } from '../../payloads/search.ts';

export function searchIndex(graph: GraphView): SearchIndex {
  return {
    kinds: SEARCH_KINDS,
    entries: [
      ...variableRows(graph).map((row) => variableEntry(graph, row)),
      ...graph.documents.map(documentEntry),
      ...graph.documents.flatMap(sectionEntries),
      ...requirementViews(graph).map(({ id, title }) =>
        entry('requirement', id, urls.requirements(id), title),
      ),
      ...attributeGroups(graph)
        .flatMap((group) => group.attributes)
        .map(({ name, meaning }) => entry('attribute', name, urls.attributes(name), meaning)),
      ...graph.nodes
        .filter((node) => node.kind === 'phase')
        .map(({ number, title }) => entry('phase', `Phase ${number}`, urls.phase(number), title)),
      ...RULES.map((rule) => entry('rule', rule.id, urls.rule(rule.id), rule.summary)),
    ],
  };
}

/** An entry without trailing fields that are empty. */
function entry(
  kind: SearchKind,
  title: string,
  url: string,
  context: string,
  hiddenWords?: string,
  place?: string,
): SearchEntry {
  const number = SEARCH_KINDS.indexOf(kind);
  if (place) return [number, title, url, context, hiddenWords ?? '', place];
  return hiddenWords ? [number, title, url, context, hiddenWords] : [number, title, url, context];
}

function variableEntry(graph: GraphView, { name, url, description, lines }: VariableRow): SearchEntry {
  return entry('variable', name, url, description, valuesOf(graph, name), lines[0]?.place.label);
}

function documentEntry({ id, number, title }: DocumentFacts): SearchEntry {
  return entry('document', title, urls.document(id), shortName(number, id));
}

function sectionEntries({ id, number, title, sections }: DocumentFacts): SearchEntry[] {
  const context = `${shortName(number, id)} ${title}`;
  return sections
    .filter((section) => section.depth > 1)
    .map(({ step, heading, slug }) =>
      entry(step ? 'step' : 'section', heading, urls.section(id, slug), context),
    );
}

/** The options of a variable and the Flower option that it maps to: "krum" and `--database` find the variable. */
function valuesOf(graph: GraphView, name: string): string {
  const own = graph.definitions.filter((definition) => definition.name === name);
  return [...new Set(own.flatMap(({ options, flowerMapping }) => [...(options ?? []), flowerMapping ?? '']))]
    .filter(Boolean)
    .join(' ');
}
