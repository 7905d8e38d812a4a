/** Titles of documents as pages show them. */
import { isSection, isTitleSection, type DocumentFacts, type GraphNode, type GraphView } from '#specgraph';

/** The id of a document as its files are called: "C#" for "C%23". */
export function nameInFiles(id: string): string {
  return id.replaceAll('%23', '#').replaceAll('%3A', ':');
}

/** Whether a node is the title of its document, which is no section of its own: it is reached as the document. */
export function isTitle(graph: GraphView, node: GraphNode | undefined): boolean {
  return isSection(node) && isTitleSection(node.slug, graph.document(node.document)!);
}

/**
 * The title for a place that shows the document's number beside it: without that number where the title begins with it.
 * "Errors" of "3. Errors", "EIP-3: Errors" and "# 03 - Errors" in document 03; a title alone is shown as it is written.
 */
export function titleBesideNumber(facts: DocumentFacts): string {
  return withoutOwnNumber(facts.title, facts.number);
}

/** @param number of the document; undefined where it has none */
function withoutOwnNumber(title: string, number: string | undefined): string {
  if (number === undefined) return title;
  const digits = number.replace(/^0+(?=\d)/, '').replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
  const written = `0*${digits}`;
  const alone = String.raw`[#§]?\s?${written}(?:[.:)]|\s[-–—])?`;
  // A word before the number, as in "BOLT #2: Peers"; without a mark behind it, the number may be part of the title.
  const withWord = String.raw`\p{Lu}[\p{L}\p{N}]*(?:[\s-]|\s?#)${written}(?:[.:)]|\s[-–—])`;
  return title.replace(new RegExp(String.raw`^(?:${alone}|${withWord})\s+(?=\S)`, 'u'), '');
}
