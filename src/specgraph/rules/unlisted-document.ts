import { columnOf } from '../text/tables.ts';
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import { sectionName } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const unlistedDocument: Rule = {
  id: 'unlisted-document',
  group: 'documents',
  severity: 'error',
  summary: 'The tables of the overview link to every document of the set',
  *check(graph, { config }) {
    const overview = config.overview && graph.document(config.overview.document);
    const section = overview && graph.section(overview.id, config.overview!.section);
    if (!overview || !section) return;
    const listed = listedDocuments(overview, section, config.overview!.column, graph);
    for (const facts of graph.documents) {
      if (facts.number === undefined || facts.id === overview.id || listed.has(facts.id)) continue;
      yield {
        at: section.range,
        message: `${facts.path} ("${facts.title}") is missing from the tables of ${sectionName(overview, section)}.`,
        suggestion: `add a row with a link to ${facts.path}`,
      };
    }
  },
};

/** Documents that a table of the section or of its subsections links to. */
function listedDocuments(
  overview: DocumentFacts,
  section: SectionFacts,
  column: string | undefined,
  graph: GraphView,
): Set<string> {
  const slugs = graph.sectionTree(overview, section);
  const tables = overview.tables.filter(
    (table) => table.section && slugs.has(table.section) && (!column || columnOf(table, column) >= 0),
  );
  const inTable = (line: number): boolean =>
    tables.some((table) => line >= table.range.line && line <= table.range.endLine);
  return new Set(
    graph
      .referencesFrom(overview.id)
      .filter((edge) => edge.via === 'link' && inTable(edge.range!.line))
      .map((edge) => documentOf(edge.target) ?? ''),
  );
}
