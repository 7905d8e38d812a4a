/** The labels of the bundle view: titles of documents beside the circle, names of leaves along its rays. Pure. */
import { isHead, traitsOf } from '../../../map/kinds.ts';
import { pointOnCircle, type BundleLayout, type PlacedLeaf } from './layout.ts';
import type { Highlight } from './highlight.ts';
import { labelBesideDot, labelOf } from '../../../map/names.ts';
import type { Frame } from './corners.ts';
import {
  labelsWithoutOverlap,
  truncate,
  distanceToFrame,
  rotationOf,
  splitIntoTwoLines,
  type TurnedLabel,
} from './turned-labels.ts';

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
const LINE_HEIGHT = 1.25;
/** Width in pixels from which titles stand around the circle. */
export const MIN_WIDTH_FOR_TITLES = 620;
/** Room for the arcs of the phases between the circle and the titles, in pixels. */
export const TITLE_GAP = 36;
const LEAF_GAP = 7;
/** Distance in pixels between leaves at which about every second one has room for its name. */
const MIN_SPACING_FOR_NAMES = 0.6 * SIZES.leaf * LINE_HEIGHT;
const FRAME_MARGIN = 4;

/** @param occupied boxes that labels must not cover; @returns places on the screen, in pixels */
export function bundleLabels(
  layout: BundleLayout,
  view: View,
  highlight: Highlight,
  occupied: readonly Frame[] = [],
): BundleLabel[] {
  const frame = {
    left: FRAME_MARGIN,
    right: view.width - FRAME_MARGIN,
    top: FRAME_MARGIN,
    bottom: view.height - FRAME_MARGIN,
  };
  const highlightedDocuments = new Set(
    [...highlight.leaves.keys()].flatMap((id) => layout.leaves.get(id)?.node.document ?? id),
  );
  const labels = [...layout.leaves.values()].flatMap((leaf) => {
    const { node } = leaf;
    const isCentre = node.id === highlight.centre?.id;
    // A narrow screen has room for the titles of highlighted documents only.
    if (isHead(node) && !node.isMissing)
      return (
        highlight.isActive
          ? highlightedDocuments.has(node.id)
          : view.width >= MIN_WIDTH_FOR_TITLES || view.k > 1.5
      )
        ? [titleLabel(leaf, layout, view, isCentre ? 1e6 : highlight.isActive ? 0.5 : 1000)]
        : [];
    const isShown = highlight.isActive
      ? highlight.leaves.has(node.id)
      : layout.spacing * view.k >= MIN_SPACING_FOR_NAMES;
    const name =
      isShown &&
      leafLabel(
        leaf,
        layout,
        view,
        frame,
        isCentre ? 1e6 : (highlight.leaves.get(node.id) ?? 0) + (highlight.matches.has(node.id) ? 1e3 : 0),
      );
    return name ? [name] : [];
  });
  const shown = labelsWithoutOverlap(labels, frame, occupied);
  return labels.filter(({ id }) => shown.has(id));
}

function titleLabel(
  { node, angle }: PlacedLeaf,
  { radius }: BundleLayout,
  { k, x, y }: View,
  weight: number,
): BundleLabel {
  const lines = splitIntoTwoLines(labelBesideDot(node));
  const ray = pointOnCircle(angle, 1);
  const height = lines.length * SIZES.title * LINE_HEIGHT;
  // A title near the top or the bottom is centred on its ray; elsewhere it begins or ends there.
  const isUpright = Math.abs(ray.x) < 0.22;
  const distance = radius * k + TITLE_GAP;
  return {
    id: node.id,
    kind: 'title',
    node,
    lines,
    weight,
    turn: 0,
    height,
    anchor: isUpright ? 'middle' : ray.x > 0 ? 'start' : 'end',
    x: x + distance * ray.x,
    y: y + distance * ray.y + (isUpright ? (Math.sign(ray.y) * height) / 2 : (ray.y * height) / 3),
    width: Math.max(...lines.map((line) => line.length)) * SIZES.title * 0.56,
  };
}

function leafLabel(
  { node, angle, r }: PlacedLeaf,
  { radius }: BundleLayout,
  { k, x, y }: View,
  frame: Frame,
  weight: number,
): BundleLabel | undefined {
  const ray = pointOnCircle(angle, 1);
  const distance = (radius + r) * k + LEAF_GAP;
  const [left, top] = [x + distance * ray.x, y + distance * ray.y];
  const letterWidth = SIZES.leaf * (traitsOf(node.kind).isCode ? 0.62 : 0.55);
  const text = truncate(
    labelOf(node),
    Math.min(
      44,
      Math.floor((distanceToFrame(left, top, ray.x, ray.y, frame) - SIZES.leaf / 2) / letterWidth),
    ),
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
        ...rotationOf(angle),
        width: text.length * letterWidth,
        height: SIZES.leaf * LINE_HEIGHT,
      };
}
