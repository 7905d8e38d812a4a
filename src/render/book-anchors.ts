/**
 * Anchors in the book: "14" is a chapter, "14.6-3" its Section 6.3. They are short, since the book has thousands of links.
 */
import { oncePer, type DocumentFacts, type GraphView } from '#specgraph';

/** What stands between a chapter and a place in it; no chapter's anchor holds it. */
const JOIN = '.';

interface BookAnchors {
  /** Anchors of chapters by the ids of their documents. */
  chapters: ReadonlyMap<string, string>;
  /** The short names of sections by their slugs, for each document. */
  sections: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const anchorsOf = oncePer((graph: GraphView): BookAnchors => {
  const { documents } = graph;
  const numbers = new Set(documents.flatMap(({ number }) => (/^[\w-]+$/.test(number ?? '') ? [number] : [])));
  const haveNumbers = numbers.size === documents.length;
  return {
    chapters: new Map(documents.map(({ id, number }, i) => [id, haveNumbers ? number! : String(i + 1)])),
    sections: new Map(documents.map((facts) => [facts.id, shortNames(facts)])),
  };
});

export const bookAnchor = {
  chapter: (graph: GraphView, document: string): string => anchorsOf(graph).chapters.get(document)!,

  /** @param id the slug of a section, or another id in the document */
  place(graph: GraphView, document: string, id: string): string {
    const { chapters, sections } = anchorsOf(graph);
    return `${chapters.get(document)!}${JOIN}${sections.get(document)?.get(id) ?? id}`;
  },

  /** The chapter that an anchor is, or is in. */
  chapterOf: (anchor: string): string => anchor.split(JOIN, 1)[0],
};

/** A section is known by its number where no other section or anchor of the document has that name. */
function shortNames({ sections, anchors }: DocumentFacts): Map<string, string> {
  const named = sections.flatMap(({ slug, number, step }) => {
    const name = number?.replaceAll('.', '-') ?? (step === undefined ? undefined : `step-${step}`);
    return name === undefined ? [] : [{ slug, name }];
  });
  const taken = new Set([...sections.map(({ slug }) => slug), ...anchors.map(({ name }) => name)]);
  const alike = Map.groupBy(named, ({ name }) => name.toLowerCase());
  return new Map(
    named
      .filter(({ name }) => alike.get(name.toLowerCase())!.length === 1 && !taken.has(name))
      .map(({ slug, name }) => [slug, name]),
  );
}
