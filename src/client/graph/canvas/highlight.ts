/** Decides what is highlighted: a node with its neighbours, a tie, an answer, or the matches of the search. Pure. */
import type { Atlas } from '../../../map/atlas.ts';
import type { TieEnds } from '../../../map/model.ts';
import { NO_HIGHLIGHT, type Highlight } from '../../../map/paint/picture.ts';
import type { LargeAnswer } from './answer-finder.ts';

/** The largest number of highlighted ties; the strongest ones are highlighted. */
const MAX_HIGHLIGHTED_TIES = 500;
/** The largest number of variables and other things that are shown around a selected document. */
const MAX_GUESTS = 16;

/**
 * @param centre index of the node under the pointer or of the selected one
 * @param isSelected whether hidden neighbours of the centre are shown too
 */
export function highlightOfNode(
  atlas: Atlas,
  visible: Uint8Array,
  centre: number,
  isSelected: boolean,
): Highlight {
  return atlas.isHead(centre)
    ? highlightOfDocument(atlas, visible, centre, isSelected)
    : highlightOfPart(atlas, visible, centre);
}

function highlightOfDocument(
  atlas: Atlas,
  visible: Uint8Array,
  centre: number,
  isSelected: boolean,
): Highlight {
  const { regionTies, regionOf, columns } = atlas.scene;
  const ties = tiesOfRegion(atlas, regionOf[centre], visible);
  const others = ties
    .flatMap((tie) => [regionTies.a[tie], regionTies.b[tie]])
    .map((region) => columns.starts[region]);
  const things = thingsOfDocument(atlas, centre).filter((node) => visible[node] || isSelected);
  return { ...NO_HIGHLIGHT, centre, regionTies: ties, nodes: [...new Set([centre, ...others, ...things])] };
}

/** A node that is no document: with lines to its visible neighbours. A hidden section counts for its document. */
function highlightOfPart(atlas: Atlas, visible: Uint8Array, centre: number): Highlight {
  const { columns, source } = atlas.scene;
  const contains = columns.tieKinds.indexOf('contains');
  const shown = (node: number): number =>
    node === centre || visible[node] || !atlas.isPart(node) ? node : atlas.headOf(node);
  const { outgoing, incoming } = atlas.tiesOf(centre);
  const lines = new Map<string, [from: number, to: number]>();
  for (const tie of [...outgoing, ...incoming].sort((a, b) => columns.count[b] - columns.count[a])) {
    const [from, to] = [shown(source[tie]), shown(columns.to[tie])];
    if (columns.tieKind[tie] !== contains && from !== to && lines.size < MAX_HIGHLIGHTED_TIES)
      lines.set(`${from} ${to}`, [from, to]);
  }
  const all = [...lines.values()].flat();
  return { ...NO_HIGHLIGHT, centre, lines: all, nodes: [...new Set([centre, ...all])] };
}

/** Variables and other things outside documents that a document or its sections name, most references first. */
function thingsOfDocument(atlas: Atlas, document: number): number[] {
  const { columns, source, regionOf } = atlas.scene;
  const counts = new Map<number, number>();
  const count = (node: number, tie: number): void => {
    if (
      columns.isGuest[columns.kind[node]] &&
      !atlas.isPart(node) &&
      !atlas.isHead(node) &&
      !columns.isMissing[node]
    )
      counts.set(node, (counts.get(node) ?? 0) + columns.count[tie]);
  };
  const region = regionOf[document];
  for (let node = columns.starts[region]; node < columns.starts[region + 1]; node++) {
    if (node !== document && !atlas.isPart(node)) continue;
    const { outgoing, incoming } = atlas.tiesOf(node);
    for (const tie of outgoing) count(columns.to[tie], tie);
    for (const tie of incoming) count(source[tie], tie);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MAX_GUESTS)
    .map(([node]) => node);
}

/** The tie between two documents, in whichever direction; undefined where there is none. */
export function highlightOfTie(
  atlas: Atlas,
  visible: Uint8Array,
  { source, target }: TieEnds,
): Highlight | undefined {
  const [from, to] = [atlas.indexOf(source), atlas.indexOf(target)];
  if (from < 0 || to < 0 || !visible[from] || !visible[to]) return undefined;
  const { regionTies, regionOf } = atlas.scene;
  const [m, n] = [regionOf[from], regionOf[to]];
  const tie = regionTies.a.findIndex(
    (a, i) => (a === m && regionTies.b[i] === n) || (a === n && regionTies.b[i] === m),
  );
  return tie < 0 ? undefined : { ...NO_HIGHLIGHT, regionTies: [tie], nodes: [from, to] };
}

/** The highlight of an answer; undefined where the answer is empty. */
export function highlightOfAnswer(found: LargeAnswer): Highlight | undefined {
  return found.answer.isEmpty
    ? undefined
    : {
        ...NO_HIGHLIGHT,
        nodes: [...found.highlighted],
        questionNodes: new Set(found.highlighted.subarray(0, found.questionNodeCount)),
        lines: found.lines,
        path: found.path,
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
