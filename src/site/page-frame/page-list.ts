/** Every page of the site, from which the 404 page suggests the nearest one. */
import { rulesOf, type GraphView, isPhase } from '#specgraph';
import { createNodeNamer } from '#specgraph/query';
import { thingPaths } from '../kinds/things.ts';
import { urlOfNode, urls } from '../urls.ts';
import { allPages } from './site-pages.ts';
import { shortName } from '../document-names.ts';

export interface PageLink {
  url: string;
  title: string;
}

/** A page of the site that is no page of a document, a variable or another thing of the specification. */
export interface SitePage extends PageLink {
  /** Other words that readers look for it with. */
  aliases?: readonly string[];
}

export function sitePages(graph: GraphView): SitePage[] {
  return [
    { url: urls.home(), title: 'Home', aliases: ['start', 'front page'] },
    {
      url: urls.print(),
      title: 'The whole specification, for paper',
      aliases: ['print', 'the whole specification', 'whole specification', 'paper', 'book', 'pdf'],
    },
    ...allPages(graph).map(({ label, url, aliases }) => ({ url, title: label, aliases })),
  ];
}

export function pageList({ graph }: { graph: GraphView }): PageLink[] {
  const nodes = (kind: string): PageLink[] =>
    graph.nodes
      .filter((node) => node.kind === kind)
      .map((node) => ({
        url: urlOfNode(graph, node.id)!,
        title: isPhase(node) ? `Phase ${node.number}: ${node.title}` : node.title,
      }));
  const name = createNodeNamer(graph);
  return [
    ...sitePages(graph),
    ...graph.documents.map(({ id, number, title }) => ({
      url: urls.document(id),
      title: `${shortName(graph, { number, id })} ${title}`,
    })),
    ...thingPaths(graph).map(({ id }) => ({ url: urlOfNode(graph, id)!, title: name(id) })),
    ...nodes('phase'),
    ...nodes('variable'),
    ...rulesOf(graph.config).map(({ id }) => ({ url: urls.rule(id), title: `Rule ${id}` })),
  ];
}
