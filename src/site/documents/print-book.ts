/** The whole specification as one document, for paper. */
import { documentOf, type DocumentFacts, type GraphView } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { toPrintChapter, renderDocument } from '../../render/index.ts';
import { counts } from '../mdx-pages/counts.ts';
import { documentPage } from './document-page.ts';

export interface Chapter {
  /** Anchor of the chapter, and of its title as links to the first heading say it. */
  id: string;
  title: string;
  /** "spec/14". */
  short: string;
  number: string;
  /** Header facts in reading order: "Phase", "9 - Edge and Auto-Scaling". */
  facts: { label: string; value: string }[];
  sections: { id: string; number: string; title: string }[];
}

export interface Book {
  title: string;
  version?: string;
  figures: { label: string; value: number }[];
  chapters: Chapter[];
  /** Rules for the running head of each chapter's pages. */
  css: string;
}

export function printBook({ graph, report }: Pick<Snapshot, 'graph' | 'report'>): Book {
  const { documents, sections, variables, requirements, phases, references } = counts({ graph, report });
  const chapters = graph.documents.map((facts) => chapterOf(graph, facts));
  return {
    title: graph.config.title ?? 'Specification',
    version: graph.documents[0] && graph.documentNode(graph.documents[0].id).version,
    figures: Object.entries({ documents, sections, variables, requirements, phases, references }).map(
      ([label, value]) => ({ label, value }),
    ),
    chapters,
    css: chapters
      .map(
        (chapter, index) =>
          `@page chapter-${index} { @top-left { content: ${cssString(`${chapter.short}  ${chapter.title}`)} } }\n` +
          `.chapter-${index} { page: chapter-${index} }`,
      )
      .join('\n'),
  };
}

function chapterOf(graph: GraphView, facts: DocumentFacts): Chapter {
  const page = documentPage(graph, facts);
  const rows: [string, string][] = [
    [
      page.phases.length > 1 ? 'Phases' : 'Phase',
      page.phases.length > 1
        ? page.phases.map(({ label }) => label).join(', ')
        : page.phases.map(({ label, title }) => `${label} - ${title}`).join(),
    ],
    [
      page.requirements.length > 1 ? 'Requirements' : 'Requirement',
      page.requirements.map(({ label }) => label).join(', '),
    ],
    ['Status', page.status ?? ''],
    ['Version', page.version ?? ''],
    ['Last change', page.changed ? `Phase ${page.changed.label}` : ''],
  ];
  return {
    id: facts.id,
    title: page.title,
    short: page.short,
    number: facts.number ?? '',
    facts: rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    sections: page.toc.map(({ slug, number, title }) => ({ id: sectionId(facts.id, slug), number, title })),
  };
}

/** The text of a chapter as HTML. */
export function chapterHtml(graph: GraphView, id: string): Promise<string> {
  const facts = graph.document(id)!;
  return renderDocument(facts, {
    graph,
    urlOf: (node) => bookUrl(graph, node),
    afterSection: () => undefined,
    finish: [[toPrintChapter, { prefix: sectionId(id, ''), chapter: id }]],
  });
}

/** Where in the book a node is found: a variable where it is defined, a requirement where it is met. */
export function bookUrl(graph: GraphView, id: string): string | undefined {
  const node = graph.node(id);
  const sourceOf = (kind: string): string | undefined =>
    graph.incoming(id).find((edge) => edge.kind === kind && documentOf(edge.source))?.source;
  switch (node?.kind) {
    case 'document':
      return `#${id}`;
    case 'section':
      return node.depth > 1 ? `#${sectionId(node.document, node.slug)}` : `#${node.document}`;
    case 'step':
      return `#${sectionId(node.document, node.slug)}`;
    case 'variable':
      return placeOf(graph, sourceOf('defines'));
    case 'requirement':
      return placeOf(
        graph,
        graph
          .incoming(id)
          .find((edge) => edge.kind === 'satisfies' && graph.documentNode(edge.source).phases.length === 1)
          ?.source,
      );
    default:
      return undefined;
  }
}

function placeOf(graph: GraphView, id: string | undefined): string | undefined {
  return id === undefined ? undefined : bookUrl(graph, id);
}

/** Slugs hold no full stop: no two documents can meet. */
function sectionId(document: string, slug: string): string {
  return `${document}.${slug}`;
}

/** A title is anybody's text; in a style sheet every letter that could end the string or the element is written as its number. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\w ,.:;()/&'-]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `).replace(/&|'/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}
