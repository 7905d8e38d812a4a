/** Everything that the page of a document shows around its text. */
import {
  documentOf,
  isTitleSection,
  nodeId,
  titleSection,
  type DocumentFacts,
  type GraphView,
  type SectionFacts,
} from '#specgraph';
import { backlinksOfDocument, byDocument, type BacklinkGroup } from './backlinks.ts';
import { documentEntry, type DocumentEntry } from '../page-frame/navigation.ts';
import { picture, type Picture } from '../pictures/neighbourhood.ts';
import { repositoryOf } from '../page-frame/repository.ts';
import { urlOfNode, urls } from '../urls.ts';
import { titleBesideNumber } from '../document-titles.ts';
import { numberAndTitle, shortName } from '../document-names.ts';

/** A common reading speed. */
const WORDS_PER_MINUTE = 220;
const MAX_DESCRIPTION_LENGTH = 200;

export interface Named {
  label: string;
  title: string;
  /** Undefined where only headers name it: it has no page. */
  url?: string;
}

export interface TocEntry {
  slug: string;
  /** Number as written in the heading; empty without one. */
  number: string;
  title: string;
  children: TocEntry[];
}

export interface DocumentPage {
  title: string;
  /** The title, for places that show the number beside it. */
  heading: string;
  /** Anchor of the title, for links to the first heading. */
  slug: string;
  short: string;
  description: string;
  phases: Named[];
  requirements: Named[];
  version?: string;
  status?: string;
  /** Phase of the last change. */
  changed?: Named;
  words: number;
  minutes: number;
  /** Lines of the Markdown file. */
  lines: number;
  source: string;
  /** URL at which the file can be edited; undefined without a repository. */
  edit?: string;
  toc: TocEntry[];
  /** References from other documents to this one or anything in it, and the number of these documents. */
  references: { count: number; documents: number };
  /** Sentences of other documents that point at this one as a whole. */
  backlinks: BacklinkGroup[];
  backlinkCount: number;
  previous?: DocumentEntry;
  next?: DocumentEntry;
  picture: Picture;
}

export function documentPage(graph: GraphView, facts: DocumentFacts): DocumentPage {
  const node = graph.documentNode(facts.id);
  const index = graph.documents.indexOf(facts);
  const backlinks = backlinksOfDocument(graph, facts.id);
  const neighbour = (index: number): DocumentEntry | undefined =>
    graph.documents[index] && documentEntry(graph.documents[index]);
  const phase = (number: string): Named => ({
    label: number,
    title: graph.node(nodeId.phase(number))?.title ?? '',
    url: urlOfNode(graph, nodeId.phase(number)),
  });
  return {
    title: facts.title,
    heading: titleBesideNumber(facts),
    slug: titleSection(facts)?.slug ?? 'page:title',
    short: shortName(graph, facts),
    description: firstSentences(facts),
    phases: node.phases.map(phase),
    requirements: node.requirements.map((id) => ({
      label: id,
      title: graph.node(nodeId.requirement(id))?.title ?? '',
      url: urlOfNode(graph, nodeId.requirement(id)),
    })),
    version: node.version,
    status: node.status,
    changed: node.updatedPhase ? phase(node.updatedPhase) : undefined,
    words: facts.words,
    minutes: Math.max(1, Math.round(facts.words / WORDS_PER_MINUTE)),
    lines: facts.lines,
    source: urls.markdown(facts.id),
    edit: repositoryOf(graph)?.edit(facts.path),
    toc: tableOfContents(facts),
    backlinks: byDocument(backlinks),
    references: referencesFromOthers(graph, facts.id),
    backlinkCount: backlinks.length,
    previous: neighbour(index - 1),
    next: neighbour(index + 1),
    picture: neighbourhoodOf(graph, facts),
  };
}

/** How many levels of headings the contents show. */
const TOC_LEVELS = 3;

/** Headings below the title, nested. Those of a level that is left out stand under the heading above them. */
function tableOfContents(facts: DocumentFacts): TocEntry[] {
  const entry = (section: SectionFacts): TocEntry => ({
    slug: section.slug,
    number: section.number ?? '',
    title: section.number && section.heading.startsWith(section.number) ? section.title : section.heading,
    children: [],
  });
  const top: TocEntry[] = [];
  // The open headings, from the outermost to the innermost, each with the list of those below it.
  const open: { depth: number; children: TocEntry[] }[] = [{ depth: 0, children: top }];
  for (const section of facts.sections) {
    if (isTitleSection(section.slug, facts)) continue;
    while (open.at(-1)!.depth >= section.depth) open.pop();
    if (open.length > TOC_LEVELS) continue;
    const own = entry(section);
    open.at(-1)!.children.push(own);
    open.push({ depth: section.depth, children: own.children });
  }
  return top;
}

function neighbourhoodOf(graph: GraphView, facts: DocumentFacts): Picture {
  const name = (id: string) => {
    const document = graph.document(id)!;
    return {
      id,
      label: numberAndTitle(document),
      kind: 'document' as const,
      url: urls.document(id),
    };
  };
  const count = (ids: (string | undefined)[]) =>
    [
      ...Map.groupBy(
        ids.filter((id) => id !== undefined),
        (id) => id,
      ),
    ]
      .map(([id, all]) => ({ ...name(id), count: all.length }))
      .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return picture({
    centre: { label: name(facts.id).label, kind: 'document' },
    left: count(graph.referencesTo(facts.id).map((edge) => nodeId.documentOf(edge.source))),
    right: count(graph.referencesFrom(facts.id).map((edge) => nodeId.documentOf(edge.target))),
  });
}

function referencesFromOthers(graph: GraphView, id: string): DocumentPage['references'] {
  const references = graph.referencesTo(id);
  return {
    count: references.length,
    documents: new Set(references.map(({ source }) => documentOf(source))).size,
  };
}

/** The beginning of the text, for search engines and previews. */
function firstSentences(facts: DocumentFacts): string {
  const second = facts.sections[1]?.slug;
  const unit = facts.units.find(
    (candidate) => candidate.kind === 'paragraph' && candidate.section === second,
  );
  const text = unit?.text.replace(/\s+/g, ' ') ?? facts.title;
  return text.length <= MAX_DESCRIPTION_LENGTH
    ? text
    : `${text.slice(0, MAX_DESCRIPTION_LENGTH - 3).replace(/\s\S*$/, '')} …`;
}
