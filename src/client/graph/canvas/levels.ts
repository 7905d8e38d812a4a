/** Decides what is drawn at each scale: regions and their ties at a small scale, single nodes at a larger one. Pure. */
import type { Transform } from '../state/camera.ts';
import type { Scene, TieColumns } from '../../../map/scene.ts';

export type { Transform };

export interface Size {
  width: number;
  height: number;
}

export interface Shown {
  /** Regions that reach into the picture. */
  regions: number[];
  /** The visible regions that are large enough for their content to be drawn. */
  open: number[];
  /** Groups in the picture, where there are several. */
  groups: number[];
  /** Indices of the strongest ties between groups, while these are small; then ties between regions are those within groups. */
  groupTies: number[];
  /** Indices of the strongest ties between regions of which at least one is in the picture. */
  regionTies: number[];
  /** Ties of single nodes in the picture; empty at a small scale. */
  ties: number[];
}

/** Radius in pixels from which the content of a region is drawn, and from which its ties are. */
export const MIN_OPEN_RADIUS_PX = 42;
const MIN_TIES_RADIUS_PX = 150;
/** Radius in pixels of the largest group up to which ties between groups stand for those between their regions. */
const MAX_GROUPED_RADIUS_PX = 170;
/** The largest number of ties that are drawn. */
const MAX_REGION_TIES = 700;
const MAX_TIES = 3000;

/** @param visible 1 for each node that passes the filters; a region without such a node is not shown */
export function visibleParts(
  scene: Scene,
  visible: Uint8Array,
  { k, x, y }: Transform,
  { width, height }: Size,
): Shown {
  const inPicture = (cx: number, cy: number, r: number): boolean =>
    k * (cx + r) + x > 0 && k * (cx - r) + x < width && k * (cy + r) + y > 0 && k * (cy - r) + y < height;
  const {
    regions: circles,
    groups,
    columns: { starts },
  } = scene;
  const regions: number[] = [];
  const isShown = Uint8Array.from(circles, (_, region) =>
    Number(hasVisibleNode(visible, starts[region], starts[region + 1])),
  );
  const isInPicture = new Uint8Array(circles.length);
  circles.forEach((circle, region) => {
    if (!isShown[region] || !inPicture(circle.x, circle.y, circle.r)) return;
    regions.push(region);
    isInPicture[region] = 1;
  });
  const open = regions.filter((region) => circles[region].r * k >= MIN_OPEN_RADIUS_PX);
  const { group } = scene.columns;
  const isGrouped = groups.length > 1 && k * Math.max(...groups.map(({ r }) => r)) < MAX_GROUPED_RADIUS_PX;
  const groupsInPicture = new Set(regions.map((region) => group[region]));
  return {
    regions,
    open,
    groups:
      groups.length > 1
        ? [...groups.keys()].filter((one) => inPicture(groups[one].x, groups[one].y, groups[one].r))
        : [],
    groupTies: isGrouped
      ? strongestTies(scene.groupTies, (a, b) => groupsInPicture.has(a) || groupsInPicture.has(b))
      : [],
    regionTies: strongestTies(
      scene.regionTies,
      (a, b) =>
        isInPicture[a] + isInPicture[b] > 0 &&
        isShown[a] + isShown[b] === 2 &&
        !(isGrouped && group[a] !== group[b]),
    ),
    ties: innerTies(
      scene,
      visible,
      open.filter((region) => circles[region].r * k >= MIN_TIES_RADIUS_PX),
    ),
  };
}

function hasVisibleNode(visible: Uint8Array, from: number, to: number): boolean {
  for (let node = from; node < to; node++) if (visible[node]) return true;
  return false;
}

function strongestTies({ a, b }: TieColumns, isWanted: (a: number, b: number) => boolean): number[] {
  const found: number[] = [];
  for (let tie = 0; tie < a.length && found.length < MAX_REGION_TIES; tie++)
    if (isWanted(a[tie], b[tie])) found.push(tie);
  return found;
}

/** Ties within regions that are drawn large. */
function innerTies(
  { columns: { starts, from, to }, regionOf }: Scene,
  visible: Uint8Array,
  regions: readonly number[],
): number[] {
  const ties: number[] = [];
  for (const region of regions) {
    for (let node = starts[region]; node < starts[region + 1]; node++) {
      for (let tie = from[node]; tie < from[node + 1]; tie++) {
        if (visible[node] && visible[to[tie]] && regionOf[to[tie]] === region) ties.push(tie);
        if (ties.length === MAX_TIES) return ties;
      }
    }
  }
  return ties;
}

/** The transform that shows the whole box. */
export function fittingTransform(
  { left, right, top, bottom }: Scene['box'],
  { width, height }: Size,
  margin = 16,
): Transform {
  const k = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** Radius of the dot of a head, in pixels: it grows with its region up to the size that its number needs. */
export function headRadius(regionRadius: number, k: number): number {
  return Math.min(15, Math.max(1.5, 0.45 * regionRadius * k));
}

/** Radius of the dot of a node other than a document, in pixels. */
export function dotRadius(k: number): number {
  return Math.min(5, Math.max(1.2, 2.2 * k));
}
