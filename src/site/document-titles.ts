/** Titles of documents as pages show them. */
import { parse } from 'yaml';
import { oncePer, type DocumentFacts } from '#specgraph';

const FRONT_MATTER = /^---[ \t]*\r?\n(?<yaml>[^]*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The heading of the first level; undefined for a document that has none. */
export function titleSection({
  sections,
}: Pick<DocumentFacts, 'sections'>): DocumentFacts['sections'][number] | undefined {
  return sections.find(({ depth }) => depth === 1);
}

/**
 * The title: the heading of the first level, else the `title` of the front matter, from which Jekyll, Hugo, Docusaurus and
 * others make one, else the first heading or the id.
 */
export const titleOf = oncePer((facts: DocumentFacts): string =>
  titleSection(facts) ? facts.title : (frontMatterTitle(facts.source) ?? facts.title),
);

function frontMatterTitle(source: string): string | undefined {
  const yaml = FRONT_MATTER.exec(source)?.groups!.yaml;
  if (yaml === undefined || !/^title\s*:/m.test(yaml)) return undefined;
  try {
    const { title } = parse(yaml) as { title?: unknown };
    const text = typeof title === 'string' || typeof title === 'number' ? String(title).trim() : '';
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * The title for a place that shows the document's number beside it: without that number where the title begins with it.
 * "Errors" of "3. Errors", "EIP-3: Errors" and "# 03 - Errors" in document 03; a title alone is shown as it is written.
 */
export function titleBesideNumber(facts: DocumentFacts): string {
  return withoutOwnNumber(titleOf(facts), facts.number);
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
