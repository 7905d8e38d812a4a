/** The text of every section, which the search dialog searches after the names. */
import { isTitleSection, type DocumentFacts, type GraphView } from '#specgraph';
import { encodeWordIndex, type SectionTexts, type WordIndex } from '../../payloads/word-index.ts';
import { urls } from '../urls.ts';

/** Which sections have which words. */
export function searchWords(graph: GraphView): WordIndex {
  return encodeWordIndex(
    graph.documents.map((facts) => ({ file: urls.searchText(facts.id), texts: searchTexts(facts) })),
  );
}

/** @returns the text under each heading of a document, code included, by the URL of the section */
export function searchTexts(facts: DocumentFacts): SectionTexts {
  const texts = textsOf(facts);
  return Object.fromEntries(
    facts.sections.flatMap(({ slug }) => {
      const text = texts.get(slug)?.join(' ').replace(/\s+/g, ' ').trim();
      const url = isTitleSection(slug, facts) ? urls.document(facts.id) : urls.section(facts.id, slug);
      return text ? [[url, text]] : [];
    }),
  );
}

/** Paragraphs, rows and code blocks of each section in the order of the document. */
function textsOf({ units, codeBlocks }: DocumentFacts): Map<string, string[]> {
  const prose = units
    .filter(({ kind }) => kind !== 'heading')
    .map(({ kind, section, text, sentences }) => ({
      section,
      text: kind === 'row' ? text.replaceAll(' | ', ' · ') : text,
      line: sentences[0]?.range.line ?? 0,
    }));
  const code = codeBlocks.map(({ section, text, range }) => ({
    section,
    text: withoutDrawing(text),
    line: range.line,
  }));
  const texts = new Map<string, string[]>();
  for (const { section, text } of [...prose, ...code].toSorted((a, b) => a.line - b.line)) {
    if (section === undefined) continue;
    const textsOfSection = texts.get(section);
    if (textsOfSection) textsOfSection.push(text);
    else texts.set(section, [text]);
  }
  return texts;
}

/** Removes the lines of text diagrams, which are noise in a search result. */
function withoutDrawing(text: string): string {
  return text.replace(/[\u2500-\u257f]+|[-=+|_*#~]{3,}/g, ' ');
}
