/** How pages name documents and places in them. The only module of the site that builds these names. */
import type { DocumentFacts, GraphView } from '#specgraph';
import { nameInFiles } from './document-titles.ts';
import { documentEntry } from './page-frame/navigation.ts';

/** "spec/14" for a document with a number, where the set has a prefix; else the number or the id. */
export function shortName(
  { config }: Pick<GraphView, 'config'>,
  { number, id }: Pick<DocumentFacts, 'number' | 'id'>,
): string {
  if (number === undefined) return nameInFiles(id);
  return config.documentPrefix === undefined ? number : `${config.documentPrefix}/${number}`;
}

/** A short name of the place: "spec/03:207". */
export function nameOfPlace(graph: GraphView, { file, line }: { file: string; line: number }): string {
  const facts = graph.document(file);
  return `${facts?.number === undefined ? file : shortName(graph, facts)}:${line}`;
}

/** "14 Edge and Auto-Scaling"; the title alone for a document without a number. */
export function numberAndTitle(facts: DocumentFacts): string {
  const { number, title } = documentEntry(facts);
  return `${number} ${title}`.trim();
}
