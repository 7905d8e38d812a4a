/** The pages of the site besides those of documents. A page without content does not exist. */
import type { GraphView } from '#specgraph';
import { kindViews } from '../kinds/things.ts';
import { route, urls } from '../urls.ts';
import { labelOf, PAGES, type NamedPage } from './page-labels.ts';
import { hasPage, type PartialPage } from './partial-pages.ts';

export interface LabelledPage {
  label: string;
  url: string;
  /** Other words that readers look for it with. */
  aliases?: readonly string[];
}

function namedPage(page: NamedPage, url: string, graph: GraphView): LabelledPage {
  const label = labelOf(page, graph);
  const { label: usual, aliases = [] } = PAGES[page];
  return { label, url, aliases: label === usual ? aliases : [usual, ...aliases] };
}

function partialPage(page: PartialPage & NamedPage, url: string, graph: GraphView): LabelledPage[] {
  return hasPage(page, graph) ? [namedPage(page, url, graph)] : [];
}

function kindPages(graph: GraphView): LabelledPage[] {
  return kindViews(graph).map(({ title, url }) => ({ label: title, url }));
}

/** The pages in the header, behind the documents. */
export function mainPages(graph: GraphView): LabelledPage[] {
  return [
    ...partialPage('variables', urls.variables(), graph),
    ...(hasPage('variables', graph) ? [] : kindPages(graph).slice(0, MAX_KINDS_IN_HEADER)),
    namedPage('graph', urls.graph(), graph),
    ...partialPage('phases', urls.phases(), graph),
    ...partialPage('requirements', urls.requirements(), graph),
    namedPage('integrity', urls.integrity(), graph),
  ];
}

const MAX_KINDS_IN_HEADER = 2;

/** All pages, for the drawer. */
export function allPages(graph: GraphView): LabelledPage[] {
  return [
    ...partialPage('variables', urls.variables(), graph),
    ...partialPage('builder', urls.builder(), graph),
    namedPage('graph', urls.graph(), graph),
    ...partialPage('phases', urls.phases(), graph),
    ...partialPage('boot', urls.boot(), graph),
    ...partialPage('requirements', urls.requirements(), graph),
    ...partialPage('attributes', urls.attributes(), graph),
    ...kindPages(graph),
    namedPage('integrity', urls.integrity(), graph),
    namedPage('about', urls.about(), graph),
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

/** The specifications between which the switch changes; empty where there is only this one. */
export function specifications({ config }: GraphView): (LabelledPage & { isHere: boolean })[] {
  return (config.site?.specifications ?? []).map(({ name, href }) => ({
    label: name,
    url: href,
    isHere: href === route(),
  }));
}
