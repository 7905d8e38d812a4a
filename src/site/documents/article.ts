/** Renders the text of a document with its backlinks, once for each state of the set. */
import type { Element } from 'hast';
import { countMentions, nodeId, type DocumentFacts, type GraphView } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { element, renderDocument, type Addition } from '../../render/index.ts';
import { backlinksOfSection, type Backlink } from './backlinks.ts';
import { fileUrl } from './file-url.ts';
import { definitionRows } from './definition-rows.ts';
import { sectionPicture } from '../pictures/neighbourhood.ts';
import { pictureElement } from '../pictures/neighbourhood-svg.ts';
import { repositoryOf } from '../page-frame/repository.ts';
import { urlOfNode, urls } from '../urls.ts';
import { plural } from '../words.ts';

const rendered = new Map<string, { state: string; html: string }>();

/** @param marked whether to mark the pieces with their names, for a page that follows the author's saves */
export async function renderArticle(
  facts: DocumentFacts,
  snapshot: Snapshot,
  marked = false,
): Promise<string> {
  const { graph, stamp } = snapshot;
  const previous = rendered.get(facts.id);
  const state = `${stamp} ${marked}`;
  if (previous?.state === state) return previous.html;
  const rows = definitionRows(graph, facts);
  const html = await renderDocument(facts, {
    graph,
    marked,
    earlier: snapshot.earlier,
    urlOf: (node) => urlOfNode(graph, node),
    fileUrl: (url) => fileUrl(url, facts, snapshot),
    afterSection: (slug) => endOfSection(graph, facts, slug),
    definedAt: (line) => rows.get(line),
    usesLink: (node) => usesElement(graph, node),
    sourceLink: (slug) => sourceElement(graph, facts, slug),
  });
  rendered.set(facts.id, { state, html });
  return html;
}

/** "Referenced by 4", which unfolds to the referring sentences with their places. */
function backlinksElement(backlinks: Backlink[], surroundings: Element[]): Element {
  const items = backlinks.map(({ url, short, section, sentence }) =>
    element('li', {}, [
      element('a', { href: url }, [element('b', {}, [text(short)]), text(` ${section}`)]),
      element('p', {}, [
        text(sentence.before),
        element('mark', {}, [text(sentence.words)]),
        text(sentence.after),
      ]),
    ]),
  );
  return element('details', { className: ['backlinks'] }, [
    element('summary', {}, [text('Referenced by '), element('b', {}, [text(String(backlinks.length))])]),
    element('ul', {}, items),
    ...surroundings,
  ]);
}

/** The backlinks of a section and the picture of its neighbourhood; undefined without backlinks. */
function endOfSection(graph: GraphView, facts: DocumentFacts, slug: string): Addition | undefined {
  const backlinks = backlinksOfSection(graph, facts.id, slug);
  if (backlinks.length === 0) return undefined;
  // Only main sections get a picture.
  const main = facts.sections.find((section) => section.slug === slug)!.depth <= 2;
  const picture = main ? sectionPicture(graph, facts.id, slug) : undefined;
  return {
    key: JSON.stringify([
      backlinks.map(({ url, short, section, sentence }) => [url, short, section, sentence]),
      picture,
    ]),
    element: () =>
      backlinksElement(backlinks, [
        ...(picture ? [pictureElement(picture, ['Referred to by', 'Refers to'])] : []),
        element('p', { className: ['neighbourhood-link'] }, [
          element('a', { href: urls.graphNear(nodeId.section(facts.id, slug)) }, [
            text('See it in the graph'),
          ]),
          text(' '),
          element('a', { href: urls.graphImpact(nodeId.section(facts.id, slug)) }, [
            text('What to read again when it changes'),
          ]),
        ]),
      ]),
  };
}

/** The link "42 mentions" in the row that defines a name. It leads to the page that lists them; a script unfolds them in place. */
function usesElement(graph: GraphView, node: string): Element | undefined {
  const count = countMentions(graph.incoming(node));
  const page = urlOfNode(graph, node);
  // On the page of a variable, the mentions stand far below the top.
  const url = graph.node(node)?.kind === 'variable' ? `${page}#mentions` : page;
  if (count === 0 || !page) return undefined;
  const label = plural(count, 'mention');
  return element(
    'a',
    {
      href: url,
      className: ['uses'],
      'data-uses': urls.uses(node),
      'aria-label': `${label} of ${nodeId.nameOf(node)}`,
    },
    [text(label)],
  );
}

function sourceElement(graph: GraphView, facts: DocumentFacts, slug: string): Element | undefined {
  const section = facts.sections.find((candidate) => candidate.slug === slug);
  const url = section && repositoryOf(graph)?.source(facts.path, section.range.line, section.endLine);
  return url
    ? element(
        'a',
        { href: url, className: ['permalink', 'source-link'], 'aria-label': `Source of ${section.heading}` },
        [text('source')],
      )
    : undefined;
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}
