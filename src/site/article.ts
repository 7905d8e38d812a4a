/** The rendered text of a document, with its backlinks; once for each state of the set. */
import type { Element } from 'hast';
import { nodeId, type DocumentFacts, type GraphView } from '#specgraph';
import type { Snapshot } from '../integration/live-project.ts';
import { element } from '../integration/render/article.ts';
import { renderDocument } from '../integration/render/render-markdown.ts';
import { backlinksOfSection, countMentions, type Backlink } from './backlinks.ts';
import { definitionRows } from './definition-rows.ts';
import { sectionPicture } from './neighbourhood.ts';
import { pictureElement } from './neighbourhood-svg.ts';
import { repository } from './repository.ts';
import { urlOfNode, urls } from './urls.ts';

const rendered = new Map<string, { stamp: string; html: string }>();

/** @param marked whether its pieces are marked with their names, for a page that follows the author */
export async function articleOf(facts: DocumentFacts, { graph, stamp }: Snapshot, marked = false): Promise<string> {
  const kept = rendered.get(facts.id);
  if (kept?.stamp === stamp) return kept.html;
  const rows = definitionRows(graph, facts);
  const html = await renderDocument(facts, {
    graph, marked,
    urlOf: (node) => urlOfNode(graph, node),
    afterSection: (slug) => backlinksElement(backlinksOfSection(graph, facts.id, slug), surroundings(graph, facts.id, slug)),
    definedAt: (line) => rows.get(line),
    usesLink: (node) => usesElement(graph, node),
    sourceLink: (slug) => sourceElement(facts, slug),
  });
  rendered.set(facts.id, { stamp, html });
  return html;
}

/** "Referenced by 4": unfolds to the sentences, each with its place. Undefined where nothing refers. */
export function backlinksElement(backlinks: Backlink[], picture: Element[] = []): Element | undefined {
  if (backlinks.length === 0) return undefined;
  const items = backlinks.map(({ url, short, section, sentence }) => element('li', {}, [
    element('a', { href: url }, [element('b', {}, [text(short)]), text(` ${section}`)]),
    element('p', {}, [text(sentence.before), element('mark', {}, [text(sentence.words)]), text(sentence.after)]),
  ]));
  return element('details', { className: ['backlinks'] }, [
    element('summary', {}, [text('Referenced by '), element('b', {}, [text(String(backlinks.length))])]),
    element('ul', {}, items),
    ...picture,
  ]);
}

/** What surrounds a section: a way to the live graph, and for a main section, before which one stops to look, a picture. */
function surroundings(graph: GraphView, document: string, slug: string): Element[] {
  const link = element('a', { href: urls.graphNear(nodeId.section(document, slug)) }, [text('See it in the graph')]);
  const main = graph.document(document)?.sections.find((section) => section.slug === slug)?.depth === 2;
  const picture = main ? sectionPicture(graph, document, slug) : undefined;
  return [...(picture ? [pictureElement(picture, ['Referred to by', 'Refers to'])] : []), element('p', { className: ['neighbourhood-link'] }, [link])];
}

/** "42 uses" behind the name in its row: leads to the page that lists them, unfolds them in place with script. */
export function usesElement(graph: GraphView, node: string): Element | undefined {
  const count = countMentions(graph, node);
  const name = graph.node(node)?.kind === 'requirement' ? node.slice('requirement:'.length) : graph.node(node)?.title;
  const page = urlOfNode(graph, node);
  // The page of a variable has its mentions below much else.
  const url = graph.node(node)?.kind === 'variable' ? `${page}#mentions` : page;
  if (count === 0 || !page) return undefined;
  const label = `${count} use${count === 1 ? '' : 's'}`;
  return element('a', { href: url, className: ['uses'], 'data-uses': urls.uses(node), 'aria-label': `${label} of ${name}` }, [text(label)]);
}

function sourceElement(facts: DocumentFacts, slug: string): Element | undefined {
  const section = facts.sections.find((candidate) => candidate.slug === slug);
  const url = section && repository()?.source(facts.path, section.range.line, section.endLine);
  return url ? element('a', { href: url, className: ['permalink', 'source-link'], 'aria-label': `Source of ${section.heading}` }, [text('source')]) : undefined;
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}
