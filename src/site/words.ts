/** Words of the engine that pages and components print. */
import { componentName, rulesOf, type GraphView } from '#specgraph';

export { plural } from '#specgraph/text/lists';

/** How the set calls a part of its system: "component", "service". */
export function componentWord({ config }: Pick<GraphView, 'config'>): string {
  return componentName(config).one;
}

export function ruleCount({ config }: Pick<GraphView, 'config'>): number {
  return rulesOf(config).length;
}
