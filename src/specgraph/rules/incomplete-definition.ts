import type { Problem } from '../model/index.ts';
import { facetReader, type ThingGap } from '../resolve/thing-facets.ts';
import type { Thing } from '../resolve/things.ts';
import { sectionName } from '../text/describe.ts';
import { withArticle } from '../text/lists.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** `incomplete-variable` does the same for variables. */
export const incompleteDefinition: Rule = {
  id: 'incomplete-definition',
  group: 'kinds',
  severity: 'error',
  summary: 'A thing that is defined stands in every place where one of its kind must stand',
  *check(graph) {
    for (const [kind, things] of Map.groupBy(graph.things.all, (thing) => thing.kind)) {
      if ((kind.facets ?? []).length === 0) continue;
      const gapsOf = facetReader(kind, graph);
      for (const thing of things) for (const gap of gapsOf(thing)) yield describe(thing, gap, graph);
    }
  },
};

function describe({ kind, id, definition }: Thing, { facet, at }: ThingGap, graph: GraphView): Problem {
  const where = sectionName(graph.document(at.path)!, at.section);
  return {
    at: definition.range,
    message: `The ${kind.name.one} "${id}" has no ${facet.title} in ${where}.`,
    suggestion: `add ${withArticle(facet.title)} there`,
    related: [{ at: { file: at.path, line: at.section.range.line }, note: 'where it must stand' }],
  };
}
