/** The names that the search dialog searches, as short arrays to keep the fetched file small. */
import { rulesOf, type DocumentFacts, type GraphView, type SectionFacts, isPhase } from '#specgraph';
import { attributeGroups } from '../kinds/attributes.ts';
import { requirementViews } from '../kinds/requirements.ts';
import { urls } from '../urls.ts';
import { variableRows, type VariableRow } from '../variables/variable-rows.ts';
import { SEARCH_KINDS, type SearchEntry, type SearchIndex, type SearchKind } from '../../payloads/search.ts';
import { shortName } from '../document-names.ts';
import { describingFields, listOf, textOf } from '../variables/definition-values.ts';

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
        .filter(isPhase)
        .map(({ number, title }) => entry('phase', `Phase ${number}`, urls.phase(number), title)),
      ...rulesOf(graph.config).map((rule) => entry('rule', rule.id, urls.rule(rule.id), rule.summary)),
    ],
  };
}

/** An entry without trailing fields that are empty. */
function entry(
  kind: SearchKind,
  title: string,
  url: string,
  context: string,
  { number = '', hiddenWords = '', place = '' } = {},
): SearchEntry {
  const names = [SEARCH_KINDS.indexOf(kind), title, url, context] as const;
  if (place) return [...names, number, hiddenWords, place];
  if (hiddenWords) return [...names, number, hiddenWords];
  return number ? [...names, number] : [...names];
}

function variableEntry(graph: GraphView, { name, url, description, lines }: VariableRow): SearchEntry {
  return entry('variable', name, url, description, {
    hiddenWords: valuesOf(graph, name),
    place: lines[0]?.place.label,
  });
}

function documentEntry({ id, number, title }: DocumentFacts): SearchEntry {
  return entry('document', title, urls.document(id), shortName(number, id));
}

function sectionEntries({ id, number, title, sections }: DocumentFacts): SearchEntry[] {
  const context = `${shortName(number, id)} ${title}`;
  return sections
    .filter((section) => section.depth > 1)
    .map((section) =>
      entry(section.step ? 'step' : 'section', section.heading, urls.section(id, section.slug), context, {
        number: numberOf(section),
      }),
    );
}

/** The number as readers search it. The letter of an appendix alone would be found too often. */
function numberOf({ step, number, heading }: SectionFacts): string {
  if (step) return `Step ${step}`;
  if (!number || /\d/.test(number)) return number ?? '';
  return heading.startsWith(`Appendix ${number}`) ? `Appendix ${number}` : '';
}

/** The options of a variable and what it is for: "krum" and `--database` find the variable. */
function valuesOf(graph: GraphView, name: string): string {
  const own = graph.definitions.filter((definition) => definition.name === name);
  const words = own.flatMap((definition) => [
    ...listOf(definition, 'options'),
    ...describingFields(graph.scheme).map(({ id }) => textOf(definition, id) ?? ''),
  ]);
  return [...new Set(words)].filter(Boolean).join(' ');
}
