/** The names that the search dialog searches, as short arrays to keep the fetched file small. */
import { nodeId, RULES, type GraphView } from '#specgraph';
import { attributeGroups } from '../kinds/attributes.ts';
import { requirementViews } from '../kinds/requirements.ts';
import { shortName } from '../documents/backlinks.ts';
import { urls } from '../urls.ts';
import { variableRows } from '../variables/variable-rows.ts';
import { SEARCH_KINDS, type SearchEntry, type SearchIndex, type SearchKind } from '../../payloads/search.ts';

export function searchIndex(graph: GraphView): SearchIndex {
  const entry = (
    kind: SearchKind,
    title: string,
    url: string,
    context: string,
    more?: string,
    place?: string,
  ): SearchEntry => {
    const number = SEARCH_KINDS.indexOf(kind);
    if (place) return [number, title, url, context, more ?? '', place];
    return more ? [number, title, url, context, more] : [number, title, url, context];
  };
  return {
    kinds: SEARCH_KINDS,
    entries: [
      ...variableRows(graph).map((row) =>
        entry(
          'variable',
          row.name,
          row.url,
          row.description,
          hiddenWords(graph, row.name),
          row.lines[0]?.place.label,
        ),
      ),
      ...graph.documents.map(({ id, number, title }) =>
        entry('document', title, urls.document(id), shortName(number, id)),
      ),
      ...graph.documents.flatMap((facts) =>
        facts.sections
          .filter((section) => section.depth > 1)
          .map((section) =>
            entry(
              section.step ? 'step' : 'section',
              section.heading,
              urls.section(facts.id, section.slug),
              `${shortName(facts.number, facts.id)} ${facts.title}`,
            ),
          ),
      ),
      ...requirementViews(graph).map(({ id, title }) =>
        entry('requirement', id, urls.requirements(id), title),
      ),
      ...attributeGroups(graph).flatMap((group) =>
        group.attributes.map(({ name, meaning }) => entry('attribute', name, urls.attributes(name), meaning)),
      ),
      ...graph.nodes.flatMap((node) =>
        node.kind === 'phase'
          ? [
              entry(
                'phase',
                `Phase ${node.number}`,
                urls.phase(node.number),
                graph.node(nodeId.phase(node.number))!.title,
              ),
            ]
          : [],
      ),
      ...RULES.map((rule) => entry('rule', rule.id, urls.rule(rule.id), rule.summary)),
    ],
  };
}

/** The options of a variable and the Flower option that it maps to: "krum" and `--database` find the variable. */
function hiddenWords(graph: GraphView, name: string): string {
  const own = graph.definitions.filter((definition) => definition.name === name);
  return [...new Set(own.flatMap(({ options, flowerMapping }) => [...(options ?? []), flowerMapping ?? '']))]
    .filter(Boolean)
    .join(' ');
}
