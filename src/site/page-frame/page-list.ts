/** Every page of the site, from which the 404 page suggests the nearest one. */
import { rulesOf, type GraphView, isPhase } from '#specgraph';
import { createNodeNamer } from '#specgraph/query';
import { kindViews, thingPaths } from '../kinds/things.ts';
import { urlOfNode, urls } from '../urls.ts';
import { shortName } from '../document-names.ts';

export interface PageLink {
  url: string;
  title: string;
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
    { url: urls.home(), title: 'Home' },
    { url: urls.about(), title: 'About' },
    { url: urls.guide(), title: 'Guide for authors' },
    { url: urls.editors(), title: 'In your editor' },
    { url: urls.variables(), title: 'Variables' },
    { url: urls.graph(), title: 'Graph' },
    { url: urls.phases(), title: 'Phases' },
    { url: urls.requirements(), title: 'Requirements' },
    { url: urls.attributes(), title: 'Attributes' },
    { url: urls.integrity(), title: 'Integrity' },
    { url: urls.print(), title: 'The whole specification, for paper' },
    ...graph.documents.map(({ id, number, title }) => ({
      url: urls.document(id),
      title: `${shortName(number, id)} ${title}`,
    })),
    ...kindViews(graph).map(({ title, url }) => ({ url, title })),
    ...thingPaths(graph).map(({ id }) => ({ url: urlOfNode(graph, id)!, title: name(id) })),
    ...nodes('phase'),
    ...nodes('variable'),
    ...rulesOf(graph.config).map(({ id }) => ({ url: urls.rule(id), title: `Rule ${id}` })),
  ];
}
