/** The pages of the site besides those of documents. A page without content does not exist. */
import { isRequirement, type GraphView } from '#specgraph';
import { isOpenNebula } from '../profiles.ts';
import { kindViews } from '../kinds/things.ts';
import { route, urls } from '../urls.ts';

export interface LabelledPage {
  label: string;
  url: string;
  /** Other words that readers look for it with. */
  aliases?: readonly string[];
}

/** Pages that only some sets have. */
export type PartialPage =
  'attributes' | 'boot' | 'builder' | 'kinds' | 'phases' | 'requirements' | 'variables';

export function hasPage(page: PartialPage, graph: GraphView): boolean {
  const { config } = graph;
  switch (page) {
    case 'attributes':
      return (config.names?.attributes ?? []).length > 0;
    case 'boot':
      return (config.stepSequences ?? []).length > 0;
    case 'builder':
      return config.site?.builderRules !== undefined && isOpenNebula(graph) && hasPage('variables', graph);
    case 'kinds':
      return Object.keys(config.kinds ?? {}).length > 0;
    case 'phases':
      return (config.phases ?? []).length > 0;
    case 'requirements':
      return graph.nodes.some(isRequirement);
    case 'variables':
      return graph.definitions.length > 0;
  }
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
