/** The pages of the site besides those of documents. A page without content does not exist. */
import type { GraphView } from '#specgraph';
import { kindViews } from '../kinds/things.ts';
import { route, urls } from '../urls.ts';
import { hasPage, type PartialPage } from './partial-pages.ts';

export interface LabelledPage {
  label: string;
  url: string;
  /** Other words that readers look for it with. */
  aliases?: readonly string[];
}

function partialPage(page: PartialPage, label: string, url: string, graph: GraphView): LabelledPage[] {
  return hasPage(page, graph) ? [{ label, url }] : [];
}

/** The pages in the header, behind the documents. */
export function mainPages(graph: GraphView): LabelledPage[] {
  return [
    ...partialPage('variables', 'Variables', urls.variables(), graph),
    ...(hasPage('variables', graph)
      ? []
      : kindViews(graph)
          .slice(0, MAX_KINDS_IN_HEADER)
          .map(({ title, url }) => ({ label: title, url }))),
    { label: 'Graph', url: urls.graph() },
    ...partialPage('phases', 'Phases', urls.phases(), graph),
    ...partialPage('requirements', 'Requirements', urls.requirements(), graph),
    { label: 'Integrity', url: urls.integrity() },
  ];
}

const MAX_KINDS_IN_HEADER = 2;

/** All pages, for the drawer. */
export function allPages(graph: GraphView): LabelledPage[] {
  return [
    ...partialPage('variables', 'Variables', urls.variables(), graph),
    ...partialPage('builder', 'Context builder', urls.builder(), graph),
    { label: 'Graph', url: urls.graph() },
    ...partialPage('phases', 'Phases', urls.phases(), graph),
    ...partialPage('boot', 'Boot sequences', urls.boot(), graph),
    ...partialPage('requirements', 'Requirements', urls.requirements(), graph),
    ...partialPage('attributes', 'Attributes', urls.attributes(), graph),
    ...kindViews(graph).map(({ title, url }) => ({ label: title, url })),
    { label: 'Integrity', url: urls.integrity() },
    { label: 'About', url: urls.about() },
    ...ownLinks(graph),
  ];
}

/** The links that the configuration adds. */
function ownLinks({ config }: GraphView): LabelledPage[] {
  return (config.site?.links ?? []).map(({ label, href, aliases }) => ({
    label,
    aliases,
    url: /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href) ? href : route(href),
  }));
}
