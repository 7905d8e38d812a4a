/** Decides what is highlighted: a node with its neighbours, or else the matches of the search. Pure. */
import type { LargeAnswer } from './answer-finder.ts';
import type { Atlas } from './atlas.ts';
import type { Highlight } from './paint.ts';

/** The largest number of highlighted ties; the strongest ones are highlighted. */
const MAX_HIGHLIGHTED_TIES = 500;

export const NO_HIGHLIGHT: Highlight = { outgoing: [], incoming: [], regionTies: [] };

/**
 * @param centre index of the node under the pointer or of the selected one; -1 for none
 * @param matches indices of the nodes that match the search; undefined without a search
 */
export function highlightOf(
  atlas: Atlas,
  visible: Uint8Array,
  centre: number,
  selected: number,
  matches?: ArrayLike<number>,
): Highlight {
  if (centre < 0 || !visible[centre])
    return matches
      ? { ...NO_HIGHLIGHT, nodes: Array.from(matches).filter((node) => visible[node]) }
      : NO_HIGHLIGHT;
  const {
    scene: {
      columns: { to, count, starts },
      source,
      regionOf,
    },
  } = atlas;
  const strongest = (ties: number[], end: ArrayLike<number>): number[] =>
    ties
      .filter((tie) => visible[end[tie]])
      .sort((a, b) => count[b] - count[a] || a - b)
      .slice(0, MAX_HIGHLIGHTED_TIES);
  const { outgoing: out, incoming: into } = atlas.tiesOf(centre);
  const highlight = { outgoing: strongest(out, to), incoming: strongest(into, source) };
  const regionTies = atlas.isHead(centre) ? tiesOfRegion(atlas, regionOf[centre], visible) : [];
  const heads = regionTies
    .flatMap((tie) => [atlas.scene.regionTies.a[tie], atlas.scene.regionTies.b[tie]])
    .map((region) => starts[region])
    .filter((head) => visible[head]);
  const nodes = new Set([
    centre,
    ...heads,
    ...highlight.outgoing.map((tie) => to[tie]),
    ...highlight.incoming.map((tie) => source[tie]),
  ]);
  return { centre, selected, ...highlight, regionTies, nodes: [...nodes] };
}

/** The highlight of an answer; undefined where the answer is empty. */
export function highlightOfAnswer({
  answer,
  highlighted,
  questionNodeCount: starts,
  lines,
}: LargeAnswer): Highlight | undefined {
  return answer.isEmpty
    ? undefined
    : {
        ...NO_HIGHLIGHT,
        nodes: [...highlighted],
        questionNodes: new Set(highlighted.subarray(0, starts)),
        answerLines: lines,
      };
}

function tiesOfRegion(
  {
    scene: {
      regionTies: { a, b },
      columns: { starts },
    },
  }: Atlas,
  region: number,
  visible: Uint8Array,
): number[] {
  const found: number[] = [];
  for (let tie = 0; tie < a.length && found.length < MAX_HIGHLIGHTED_TIES; tie++) {
    if ((a[tie] === region || b[tie] === region) && visible[starts[a[tie]]] && visible[starts[b[tie]]])
      found.push(tie);
  }
  return found;
}
