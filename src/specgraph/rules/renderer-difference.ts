import type { GraphEdge } from '../model/index.ts';
import { placeOf } from '../text/describe.ts';
import { joinWords } from '../text/lists.ts';
import type { Rule } from './rule.ts';

export const rendererDifference: Rule = {
  id: 'renderer-difference',
  group: 'links',
  severity: 'warn',
  summary: 'A link works with every renderer that the configuration names',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges)
      if (edge.differs) yield { at: edge.urlRange ?? placeOf(edge), message: messageOf(edge) };
  },
};

function messageOf({ url, differs }: GraphEdge): string {
  const { works, fails, spellings = [] } = differs!;
  const anchors = spellings.map(({ renderer, anchor }) => `"#${anchor}" with ${renderer}`);
  const written = anchors.length > 0 ? `: the anchor is ${joinWords(anchors, 'and')}` : '';
  return `"${url}" works with ${joinWords(works, 'and')} and not with ${joinWords(fails, 'and')}${written}.`;
}
