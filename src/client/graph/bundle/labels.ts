/** The labels of the bundle view: titles of documents beside the circle, names of leaves along its rays. Pure. */
import { at, type BundleLayout, type PlacedLeaf } from './layout.ts';
import type { Highlight } from './highlight.ts';
import { labelBesideDot, labelOf } from '../../../map/names.ts';
import type { Frame } from './corners.ts';
import { apart, cutTo, roomFrom, turnOf, twoLines, type TurnedLabel } from './turned-labels.ts';

export interface BundleLabel extends TurnedLabel {
  kind: 'title' | 'leaf';
  node: PlacedLeaf['node'];
  lines: string[];
}

export interface View {
  /** Pixels per user unit, and where the middle of the circle stands on the screen. */
  k: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

const SIZES = { title: 13, leaf: 11 };
const LINE = 1.25;
/** Width in pixels from which titles stand around the circle. */
export const WIDE = 620;
/** Room for the arcs of the phases between the circle and the titles, in pixels. */
export const TITLE_GAP = 36;
const LEAF_GAP = 7;
/** Distance in pixels between leaves at which about every second one has room for its name. */
const ROOMY = 0.6 * SIZES.leaf * LINE;
const EDGE = 4;

/** @param taken boxes that labels must not cover; @returns places on the screen, in pixels */
export function bundleLabels(
  layout: BundleLayout,
  view: View,
  highlight: Highlight,
  taken: readonly Frame[] = [],
): BundleLabel[] {
  const frame = { left: EDGE, right: view.width - EDGE, top: EDGE, bottom: view.height - EDGE };
  const highlightedDocuments = new Set(
    [...highlight.leaves.keys()].flatMap((id) => layout.leaves.get(id)?.node.document ?? id),
  );
  const labels = [...layout.leaves.values()].flatMap((leaf) => {
    const { node } = leaf;
    const isCentre = node.id === highlight.centre?.id;
    // A narrow screen has room for the titles of highlighted documents only.
    if (node.kind === 'document' && !node.isMissing)
      return (highlight.on ? highlightedDocuments.has(node.id) : view.width >= WIDE || view.k > 1.5)
        ? [title(leaf, layout, view, isCentre ? 1e6 : highlight.on ? 0.5 : 1000)]
        : [];
    const isShown = highlight.on ? highlight.leaves.has(node.id) : layout.spacing * view.k >= ROOMY;
    const name =
      isShown &&
      leafName(
        leaf,
        layout,
        view,
        frame,
        isCentre ? 1e6 : (highlight.leaves.get(node.id) ?? 0) + (highlight.matches.has(node.id) ? 1e3 : 0),
      );
    return name ? [name] : [];
  });
  const shown = apart(labels, frame, taken);
  return labels.filter(({ id }) => shown.has(id));
}

function title(
  { node, angle }: PlacedLeaf,
  { radius }: BundleLayout,
  { k, x, y }: View,
  weight: number,
): BundleLabel {
  const lines = twoLines(labelBesideDot(node));
  const ray = at(angle, 1);
  const height = lines.length * SIZES.title * LINE;
  // A title near the top or the bottom is centred on its ray; elsewhere it begins or ends there.
  const isUpright = Math.abs(ray.x) < 0.22;
  const away = radius * k + TITLE_GAP;
  return {
    id: node.id,
    kind: 'title',
    node,
    lines,
    weight,
    turn: 0,
    height,
    anchor: isUpright ? 'middle' : ray.x > 0 ? 'start' : 'end',
    x: x + away * ray.x,
    y: y + away * ray.y + (isUpright ? (Math.sign(ray.y) * height) / 2 : (ray.y * height) / 3),
    width: Math.max(...lines.map((line) => line.length)) * SIZES.title * 0.56,
  };
}

function leafName(
  { node, angle, r }: PlacedLeaf,
  { radius }: BundleLayout,
  { k, x, y }: View,
  frame: Frame,
  weight: number,
): BundleLabel | undefined {
  const ray = at(angle, 1);
  const away = (radius + r) * k + LEAF_GAP;
  const [left, top] = [x + away * ray.x, y + away * ray.y];
  const letter = SIZES.leaf * (node.kind === 'variable' || node.kind === 'attribute' ? 0.62 : 0.55);
  const text = cutTo(
    labelOf(node),
    Math.min(44, Math.floor((roomFrom(left, top, ray.x, ray.y, frame) - SIZES.leaf / 2) / letter)),
  );
  return text === undefined
    ? undefined
    : {
        id: node.id,
        kind: 'leaf',
        node,
        lines: [text],
        weight,
        x: left,
        y: top,
        ...turnOf(angle),
        width: text.length * letter,
        height: SIZES.leaf * LINE,
      };
}
