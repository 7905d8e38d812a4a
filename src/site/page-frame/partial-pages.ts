/** Which pages a set has: one without content does not exist. */
import { isRequirement, type GraphView } from '#specgraph';
import { hasUserInputs } from '#profiles/user-inputs';

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
      return config.site?.builderRules !== undefined && hasUserInputs(graph) && hasPage('variables', graph);
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
