/** What the search dialog looks through: short arrays, since the file is fetched. */
import { nodeId, RULES, type GraphView } from '#specgraph';
import { attributeGroups, requirementViews } from './registers.ts';
import { shortName } from './backlinks.ts';
import { urls } from './urls.ts';
import { variableRows } from './variables.ts';

export const SEARCH_KINDS = ['variable', 'document', 'section', 'requirement', 'attribute', 'phase', 'rule'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Index of the kind, title, URL, one line of context, and words that find it without being shown. */
export type SearchEntry = [kind: number, title: string, url: string, context: string, more?: string];

export interface SearchIndex {
  kinds: readonly SearchKind[];
  entries: SearchEntry[];
}

export function searchIndex(graph: GraphView): SearchIndex {
  const entry = (kind: SearchKind, title: string, url: string, context: string, more = ''): SearchEntry =>
    (more ? [SEARCH_KINDS.indexOf(kind), title, url, context, more] : [SEARCH_KINDS.indexOf(kind), title, url, context]);
  return {
    kinds: SEARCH_KINDS,
    entries: [
      ...variableRows(graph).map((row) => entry('variable', row.name, row.url, row.description, hiddenWords(graph, row.name))),
      ...graph.documents.map((d) => entry('document', d.title, urls.document(d.id), shortName(d.number, d.id))),
      ...graph.documents.flatMap((d) => d.sections.filter((section) => section.depth > 1)
        .map((section) => entry('section', section.heading, urls.section(d.id, section.slug), `${shortName(d.number, d.id)} ${d.title}`))),
      ...requirementViews(graph).map((r) => entry('requirement', r.id, urls.requirements(r.id), r.title)),
      ...attributeGroups(graph).flatMap((group) => group.attributes.map((a) => entry('attribute', a.name, urls.attributes(a.name), a.meaning))),
      ...graph.nodes.flatMap((node) => (node.kind === 'phase' ? [entry('phase', `Phase ${node.number}`, urls.phase(node.number), graph.node(nodeId.phase(node.number))!.title)] : [])),
      ...RULES.map((rule) => entry('rule', rule.id, urls.rule(rule.id), rule.summary)),
    ],
  };
}

/** What a variable may be set to and what it becomes: "krum" and `--database` lead to the variable. */
function hiddenWords(graph: GraphView, name: string): string {
  const own = graph.definitions.filter((definition) => definition.name === name);
  return [...new Set(own.flatMap(({ options, flowerMapping }) => [...(options ?? []), flowerMapping ?? '']))].filter(Boolean).join(' ');
}
