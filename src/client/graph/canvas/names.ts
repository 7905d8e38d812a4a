/** Chooses the names that are drawn, and their places. Pure. */
import { HEAD_KIND, traitsOf } from '../../../map/kinds.ts';
import { labelSize, placeLabels, type LabelBox, type Side } from '../../../map/labels.ts';
import type { Atlas } from './atlas.ts';
import { dotRadius, headRadius, type Shown, type Size, type Transform } from './levels.ts';
import { labelBesideDot, labelOf } from '../../../map/names.ts';

export interface Name {
  text: string;
  kind: 'group' | 'head' | 'inner';
  /** Index of the node, or of the group. */
  index: number;
  /** Middle of the dot and its radius, in pixels. */
  x: number;
  y: number;
  r: number;
  side: Side;
}

/** The largest number of names that are tried, the same where nodes are highlighted, and the number of letters after which a name is cut. */
const MAX_NAMES = 140;
const MAX_HIGHLIGHTED_NAMES = 45;
const MAX_LETTERS = 34;
/** Radius in pixels of a region from which its document is named, and zoom from which other nodes are. */
const MIN_NAMED_RADIUS_PX = 9;
const MIN_INNER_NAMES_ZOOM = 2;
/** The radius of a document's region, in pixels, from which its own name is drawn instead of that of its group. */
const MAX_GROUP_NAMES_RADIUS_PX = 30;

export interface NameSize {
  of(kind: Name['kind']): number;
}

/** @param highlighted if given, only these nodes are named, at any zoom */
export function placeNames(
  atlas: Atlas,
  visible: Uint8Array,
  shown: Shown,
  transform: Transform,
  size: Size,
  highlighted?: readonly number[],
): Name[] {
  const candidates = (
    highlighted
      ? highlightedNames(atlas, highlighted, transform)
      : nameCandidates(atlas, visible, shown, transform, size)
  ).filter(({ x, y, r }) => x > -r && y > -r && x < size.width + r && y < size.height + r);
  const boxes = candidates.map((name, i): LabelBox => {
    const height = nameSize(name.kind) * 1.25;
    const letterWidth = name.kind === 'inner' && traitsOf(atlas.kindOf(name.index)).isCode ? 0.61 : 0.56;
    return {
      id: String(i),
      x: name.x,
      y: name.y,
      r: name.r,
      width: name.text.length * nameSize(name.kind) * letterWidth,
      height,
      weight: name.weight,
    };
  });
  const sides = placeLabels(boxes, undefined, {
    left: 2,
    top: 2,
    right: size.width - 2,
    bottom: size.height - 2,
  });
  return candidates.flatMap(({ weight: _, ...name }, i) => {
    const side = sides.get(String(i));
    return side ? [{ ...name, side }] : [];
  });
}

export function nameSize(kind: Name['kind']): number {
  return kind === 'group' ? 12 : labelSize(kind === 'head' ? HEAD_KIND : kind);
}

type Candidate = Omit<Name, 'side'> & { weight: number };

function nameCandidates(
  atlas: Atlas,
  visible: Uint8Array,
  { regions, open, groups }: Shown,
  transform: Transform,
  size: Size,
): Candidate[] {
  const { scene } = atlas;
  const { k, x, y } = transform;
  const names: Candidate[] = groups
    .filter((group) => scene.columns.groups[group])
    .map((group) => {
      const circle = scene.groups[group];
      // The name is above a small circle, so that it does not cover its documents.
      return {
        kind: 'group',
        index: group,
        text: scene.columns.groups[group],
        x: k * circle.x + x,
        y: k * circle.y + y,
        r: k * circle.r,
        weight: 2 + circle.r / 1e6,
      };
    });
  const named = regions
    .filter(
      (region) => scene.regions[region].r * k >= MIN_NAMED_RADIUS_PX && visible[scene.columns.starts[region]],
    )
    .sort((a, b) => scene.regions[b].r - scene.regions[a].r || a - b)
    .slice(0, MAX_NAMES);
  for (const region of named)
    names.push(nodeName(atlas, scene.columns.starts[region], transform, scene.regions[region].r / 1000));
  if (named.length > 0 && scene.regions[named[0]].r * k > MAX_GROUP_NAMES_RADIUS_PX)
    names.splice(0, groups.length);
  if (k >= MIN_INNER_NAMES_ZOOM) {
    // Names near the middle of the picture come first, because readers look there.
    const distanceToMiddle = (node: number): number =>
      Math.hypot(k * scene.x[node] + x - size.width / 2, k * scene.y[node] + y - size.height / 2);
    const inner = open
      .flatMap((region) => nodesOf(atlas, region))
      .filter((node) => visible[node])
      .map((node) => ({ node, far: distanceToMiddle(node) }))
      .filter(({ far: distance }) => distance < size.width);
    names.push(
      ...inner
        .sort((a, b) => a.far - b.far)
        .slice(0, 2 * MAX_NAMES)
        .map(({ node, far: distance }) => nodeName(atlas, node, transform, -distance)),
    );
  }
  return names;
}

/** The first node is the centre that the others are tied to. */
function highlightedNames(atlas: Atlas, highlighted: readonly number[], transform: Transform): Candidate[] {
  return highlighted.slice(0, MAX_HIGHLIGHTED_NAMES).map((node, i) => {
    const name = nodeName(atlas, node, transform, -i);
    return i === 0 ? { ...name, weight: 3 } : name;
  });
}

function nodesOf(
  {
    scene: {
      columns: { starts },
    },
  }: Atlas,
  region: number,
): number[] {
  return Array.from({ length: starts[region + 1] - starts[region] - 1 }, (_, i) => starts[region] + 1 + i);
}

function nodeName(atlas: Atlas, node: number, { k, x, y }: Transform, order: number): Candidate {
  const isHead = atlas.isHead(node);
  const { scene } = atlas;
  const text = (isHead ? labelBesideDot : labelOf)(atlas.namePartsOf(node));
  return {
    kind: isHead ? 'head' : 'inner',
    index: node,
    text: text.length > MAX_LETTERS ? `${text.slice(0, MAX_LETTERS - 1).trimEnd()}…` : text,
    x: k * scene.x[node] + x,
    y: k * scene.y[node] + y,
    r: isHead ? headRadius(scene.regions[scene.regionOf[node]].r, k) : dotRadius(k),
    weight: (isHead ? 1 : 0) + order / 1000,
  };
}
