import { fieldOf } from '../text/header-fields.ts';
import type { Problem } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** The overview lists all requirements, so it cannot meet one itself. */
export const uncoveredRequirement: Rule = {
  id: 'uncovered-requirement',
  group: 'claims',
  severity: 'error',
  summary: 'Every requirement is met by a document and listed in the overview',
  *check(graph, { config }) {
    const overview = config.overview && graph.document(config.overview.document);
    if (!overview) return;
    const at = fieldOf(overview.header, 'Requirement')?.range ?? overview.titleRange;
    for (const { id, title } of config.requirements ?? []) {
      const met = graph
        .incoming(nodeId.requirement(id))
        .filter((edge) => edge.kind === 'satisfies')
        .map((edge) => edge.source);
      if (!met.some((source) => source !== nodeId.document(overview.id))) yield unmet(id, title, at, graph);
      else if (!met.includes(nodeId.document(overview.id))) {
        yield {
          at,
          message: `${id} is missing from the requirements of ${overview.path}.`,
          suggestion: `add ${id}`,
        };
      }
    }
  },
};

function unmet(id: string, title: string, at: Problem['at'], graph: GraphView): Problem {
  const named = graph.incoming(nodeId.requirement(id)).find((edge) => edge.kind === 'mentions');
  return {
    at,
    message: `${id} (${title}) stands in the header of no document, so nothing claims to meet it.`,
    related: named?.range && [
      { at: { file: named.range.file, line: named.range.line }, note: 'it is named here' },
    ],
  };
}
