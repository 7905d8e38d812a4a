/** Decides what is drawn at each scale: regions and their ties at a small scale, single nodes at a larger one. Pure. */
import type { Scene, TieColumns } from './scene.ts';

/** Pixels per user unit, and where the origin lies on the screen. */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

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
  /** Whether the groups are so small that each stands for its documents. */
  areGroupsClosed: boolean;
  /** Indices of ties between groups, while these are small; then ties between regions are those within groups. */
  groupTies: number[];
  /** Indices of ties between regions of which at least one is in the picture. */
  regionTies: number[];
  /** Ties between single nodes in the picture; empty at a small scale. */
  ties: number[];
}

/** The radius from which the content of a region is drawn, in pixels, in sets of few and of many documents: much content takes long to draw. */
const MIN_OPEN_RADIUS_PX = { few: 24, many: 42 };
const MANY_REGIONS = 100;
/** Radius in pixels of the largest group up to which ties between groups stand for those between their regions. */
const MAX_GROUPED_RADIUS_PX = 170;
/** Radius in pixels of the largest group up to which a group stands for its documents. */
const MAX_CLOSED_GROUP_RADIUS_PX = 60;
/** The largest number of ties that are drawn. */
const MAX_REGION_TIES = 700;
const MAX_TIES = 3000;

/** Radius in pixels of a region from which its content is drawn. */
export function openRadius({ regions }: Pick<Scene, 'regions'>): number {
  return regions.length > MANY_REGIONS ? MIN_OPEN_RADIUS_PX.many : MIN_OPEN_RADIUS_PX.few;
}

/**
 * @param visible 1 for each node that passes the filters; a region without such a node is not shown
 * @param hasWeakTies whether ties between documents are shown that are not among the strongest
 */
export function visibleParts(
  scene: Scene,
  visible: Uint8Array,
  { k, x, y }: Transform,
  { width, height }: Size,
  hasWeakTies = false,
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
  const minOpenRadius = openRadius(scene);
  const open = regions.filter(
    (region) =>
      circles[region].r * k >= minOpenRadius &&
      hasVisibleNode(visible, starts[region] + 1, starts[region + 1]),
  );
  const { group } = scene.columns;
  const groupRadius = groups.length > 1 ? k * Math.max(...groups.map(({ r }) => r)) : Infinity;
  const isGrouped = groupRadius < MAX_GROUPED_RADIUS_PX;
  const areGroupsClosed = groupRadius < MAX_CLOSED_GROUP_RADIUS_PX;
  const groupsInPicture = new Set(regions.map((region) => group[region]));
  return {
    regions,
    open,
    groups:
      groups.length > 1
        ? [...groups.keys()].filter((one) => inPicture(groups[one].x, groups[one].y, groups[one].r))
        : [],
    areGroupsClosed,
    groupTies: isGrouped
      ? tiesToShow(scene.groupTies, hasWeakTies, (a, b) => groupsInPicture.has(a) || groupsInPicture.has(b))
      : [],
    regionTies: tiesToShow(
      scene.regionTies,
      hasWeakTies,
      (a, b) =>
        isInPicture[a] + isInPicture[b] > 0 &&
        isShown[a] + isShown[b] === 2 &&
        !(isGrouped && group[a] !== group[b]),
    ),
    ties: innerTies(scene, visible, open),
  };
}

function hasVisibleNode(visible: Uint8Array, from: number, to: number): boolean {
  for (let node = from; node < to; node++) if (visible[node]) return true;
  return false;
}

function tiesToShow(
  { a, b, isStrong }: TieColumns,
  hasWeakTies: boolean,
  isWanted: (a: number, b: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let tie = 0; tie < a.length && found.length < MAX_REGION_TIES; tie++)
    if ((hasWeakTies || isStrong[tie]) && isWanted(a[tie], b[tie])) found.push(tie);
  return found;
}

/** References between visible nodes of open regions, of which one is no document. */
function innerTies(
  { columns: { starts, from, to, tieKind, tieKinds }, regionOf }: Scene,
  visible: Uint8Array,
  open: readonly number[],
): number[] {
  const ties: number[] = [];
  const isOpen = new Set(open);
  const contains = tieKinds.indexOf('contains');
  for (const region of open) {
    for (let node = starts[region]; node < starts[region + 1]; node++) {
      if (!visible[node]) continue;
      for (let tie = from[node]; tie < from[node + 1]; tie++) {
        const isInner = node !== starts[region] || to[tie] !== starts[regionOf[to[tie]]];
        if (visible[to[tie]] && tieKind[tie] !== contains && isInner && isOpen.has(regionOf[to[tie]]))
          ties.push(tie);
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

/**
 * Radius of the dot of a document, in pixels: the more others refer to it, the larger.
 * @param importance from 0 to 1
 */
export function headRadius(regionRadius: number, importance: number, k: number): number {
  return Math.min(
    10 + 13 * Math.sqrt(importance),
    Math.max(1.5, 0.55 * regionRadius * k * (0.5 + 0.5 * Math.sqrt(importance))),
  );
}

/** Radius of the dot of a node other than a document, in pixels. */
export function dotRadius(k: number): number {
  return Math.min(5, Math.max(1.2, 4 * k));
}
