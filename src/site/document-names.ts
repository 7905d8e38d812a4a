/** How pages name documents and places in them. The only module of the site that builds these names. */
import type { DocumentFacts, GraphView } from '#specgraph';
import { documentEntry } from './page-frame/navigation.ts';

/** "spec/14" for a document with a number, the id or the path for one without. */
export function shortName(number: string | undefined, otherwise: string): string {
  return number ? `spec/${number}` : otherwise;
}

/** A short name of the place: "spec/03:207". */
export function nameOfPlace(graph: GraphView, { file, line }: { file: string; line: number }): string {
  return `${shortName(graph.document(file)?.number, file)}:${line}`;
}

/** "14 Edge and Auto-Scaling"; the title alone for a document without a number. */
export function numberAndTitle(facts: DocumentFacts): string {
  const { number, title } = documentEntry(facts);
  return `${number} ${title}`.trim();
}
