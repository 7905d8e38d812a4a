/** The whole specification as one document for printing. */
import type { DocumentFacts, GraphView } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { bookAnchor, renderDocument, toPrintChapter } from '../../render/index.ts';
import { counts } from '../counts.ts';
import { identityOf } from '../page-frame/identity.ts';
import { fileUrl } from './file-url.ts';
import { bookUrl } from './book-url.ts';
import { documentPage } from './document-page.ts';

export interface Chapter {
  /** Id of the document. */
  id: string;
  /** Links to the document and to its first heading lead there. */
  anchor: string;
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
  /** CSS for the running head of each chapter's pages. */
  css: string;
}

export function printBook({ graph, report }: Pick<Snapshot, 'graph' | 'report'>): Book {
  const { documents, sections, variables, requirements, phases, references } = counts({ graph, report });
  const { name, title } = identityOf(graph);
  const chapters = graph.documents.map((facts) => chapterOf(graph, facts));
  return {
    title,
    version: graph.documents[0] && graph.documentNode(graph.documents[0].id).version,
    figures: Object.entries({ documents, sections, variables, requirements, phases, references })
      .filter(([, value]) => value > 0)
      .map(([label, value]) => ({ label, value })),
    chapters,
    css: [
      ...chapters.map(
        (chapter, index) =>
          `@page chapter-${index} { @top-left { content: ${cssString(`${chapter.short}  ${chapter.title}`)} } }\n` +
          `.chapter-${index} { page: chapter-${index} }`,
      ),
      `@page { @top-right { content: ${cssString(name)} } }`,
    ].join('\n'),
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
    anchor: bookAnchor.chapter(graph, facts.id),
    title: page.heading,
    short: page.short,
    number: facts.number ?? '',
    facts: rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    sections: page.toc.map(({ slug, number, title }) => ({
      id: bookAnchor.place(graph, facts.id, slug),
      number,
      title,
    })),
  };
}

/** The text of a chapter as HTML. */
export function chapterHtml(
  snapshot: Pick<Snapshot, 'graph' | 'linkedFile' | 'earlier'>,
  id: string,
): Promise<string> {
  const { graph } = snapshot;
  const facts = graph.document(id)!;
  const chapter = bookAnchor.chapter(graph, id);
  const anchorOf = (name: string): string => bookAnchor.place(graph, id, name);
  return renderDocument(facts, {
    graph,
    earlier: snapshot.earlier,
    urlOf: (node) => bookUrl(graph, node),
    fileUrl: (url) => fileUrl(url, facts, snapshot),
    afterSection: () => undefined,
    isPlain: true,
    finish: [{ key: `${id} ${chapter}`, change: toPrintChapter({ chapter, anchorOf }) }],
  });
}

/** A CSS string. Characters that could end the string, the style sheet or its element are escaped as numbers. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^\w ,.:;()/-]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}
