/** Chooses the names that are drawn, and their places. Pure. */
import type { Atlas } from './atlas.ts';
import { traitsOf } from './kinds.ts';
import { placeLabels, wrapLabel, type LabelBox, type Side } from './labels.ts';
import { dotRadius, headRadius, type Shown, type Size, type Transform } from './levels.ts';
import { labelBesideDot, labelOf } from './names.ts';
import { DOCUMENT_ROOM, PORTRAIT_DOCUMENT_ROOM } from './scene.ts';

export interface Name {
  lines: string[];
  kind: 'lane' | 'group' | 'head' | 'inner';
  /** Index of the node, of the group or of the layer. */
  index: number;
  /** Middle of the dot and its radius, in pixels. */
  x: number;
  y: number;
  r: number;
  side: Side;
  /** Size of the letters, in pixels. */
  size: number;
  isCode?: boolean;
  /** Whether the node is not highlighted while others are. */
  isDimmed?: boolean;
}

/** The largest number of names that are tried, and the same for highlighted nodes. */
const MAX_NAMES = 140;
const MAX_HIGHLIGHTED_NAMES = 60;
/** The largest number of dots that names keep clear of. */
const MAX_OBSTACLES = 3000;
/** Width of a picture, in pixels, below which names are small and have short lines. */
const NARROW_BELOW_PX = 640;
/** Radius in pixels of a region from which its document is named, and scale from which other nodes are. */
const MIN_NAMED_RADIUS_PX = 9;
const MIN_INNER_NAMES_SCALE = 0.7;
/** The radius of a document's region, in pixels, from which its own name is drawn instead of that of its group. */
const MAX_GROUP_NAMES_RADIUS_PX = 30;
const LINE_HEIGHT = 1.25;
/** Average width of a bold letter in common fonts, as a fraction of the size of the letters. */
const BOLD_LETTER_WIDTH = 0.6;
/** Lines of a name, and those of a document that two lines would cut. */
const MAX_LINES = 2;
const MAX_LINES_OF_DOCUMENT = 3;
/** How much longer these lines may be where they would be cut as well. */
const LONG_LINE = 1.3;
/** Letters in a line of the name of a section, and of a variable, which has one line. */
const MAX_LETTERS = 26;
const MAX_CODE_LETTERS = 40;
/** The fewest letters in a line of a name inside the circle of its group. */
const MIN_LETTERS_INSIDE = 6;
const LEFT_FIRST = ['left', 'right', 'below', 'above'] as const;
const RIGHT_FIRST = ['right', 'left', 'below', 'above'] as const;

type Candidate = Omit<Name, 'side'> & {
  weight: number;
  sides?: readonly Side[];
  /** The lines of a long name where these find no room, the longest first. */
  shorter?: string[][];
};

interface View {
  atlas: Atlas;
  visible: Uint8Array;
  transform: Transform;
  size: Size;
}

/**
 * @param highlighted if given, these nodes are named first, at any scale
 * @param isMoving while the map moves, names may cover dots that have none
 */
export function placeNames(
  atlas: Atlas,
  visible: Uint8Array,
  shown: Shown,
  transform: Transform,
  size: Size,
  highlighted?: readonly number[],
  isMoving = false,
): Name[] {
  const view = { atlas, visible, transform, size };
  const named = highlighted ? highlightedNames(view, highlighted) : [];
  const known = new Set(highlighted);
  const others = nameCandidates(view, shown)
    .filter(({ kind, index }) => kind === 'lane' || kind === 'group' || !known.has(index))
    .map((name) =>
      highlighted && name.kind !== 'lane' ? { ...name, weight: name.weight - 5, isDimmed: true } : name,
    );
  const candidates = [...named, ...others].filter(
    ({ x, y, r }) => x > -r && y > -r && x < size.width + r && y < size.height + r,
  );
  const frame = { left: 2, top: 2, right: size.width - 2, bottom: size.height - 2 };
  // In a closed group, its documents are but a pattern.
  const hasObstacles = !isMoving && !shown.areGroupsClosed;
  const obstacles = hasObstacles ? dotsWithoutNames(view, shown, candidates) : [];
  const sidesOf = (names: readonly Candidate[]): Map<string, Side> =>
    placeLabels([...names.map(boxOf), ...obstacles], frame);
  let names: Candidate[] = candidates;
  let sides = sidesOf(names);
  // A long name that finds no room is shortened.
  while (names.some(({ shorter = [] }, i) => shorter.length > 0 && !sides.has(String(i)))) {
    names = names.map((name, i) => (sides.has(String(i)) ? name : shortened(name)));
    sides = sidesOf(names);
  }
  return names.flatMap(({ weight: _, sides: _sides, shorter: _shorter, ...name }, i) => {
    const side = sides.get(String(i));
    return side ? [{ ...name, side }] : [];
  });
}

function shortened(name: Candidate): Candidate {
  const [lines, ...shorter] = name.shorter ?? [];
  return lines ? { ...name, lines, shorter } : name;
}

export function lineHeightOf({ size }: Pick<Name, 'size'>): number {
  return size * LINE_HEIGHT;
}

/** The width is estimated from the letters, because the build has no fonts. */
function boxOf({ lines, kind, x, y, r, size, isCode, weight, sides }: Candidate, i: number): LabelBox {
  const letterWidth = isCode ? 0.61 : kind === 'head' ? BOLD_LETTER_WIDTH : 0.57;
  return {
    id: String(i),
    x,
    y,
    r,
    width: Math.max(...lines.map(({ length }) => length)) * size * letterWidth,
    height: lines.length * size * LINE_HEIGHT,
    weight,
    sides,
  };
}

/** The dots that are drawn but have no candidate: no name may cover them. */
function dotsWithoutNames(
  { atlas, visible, transform, size }: View,
  { regions, open }: Shown,
  candidates: readonly Candidate[],
): LabelBox[] {
  const named = new Set(
    candidates.filter(({ kind }) => kind === 'head' || kind === 'inner').map(({ index }) => index),
  );
  const drawn = [
    ...regions.map((region) => atlas.scene.columns.starts[region]),
    ...open.flatMap((region) => innerNodes(atlas, region)),
  ];
  return drawn
    .filter((node) => visible[node] && !named.has(node))
    .map((node) => ({
      ...dotOf(atlas, node, transform),
      id: `dot ${node}`,
      width: 1e6,
      height: 1e6,
      weight: -1e3,
    }))
    .filter(({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height)
    .slice(0, MAX_OBSTACLES);
}

function innerNodes(
  {
    scene: {
      columns: { starts },
    },
  }: Atlas,
  region: number,
): number[] {
  return Array.from({ length: starts[region + 1] - starts[region] - 1 }, (_, i) => starts[region] + 1 + i);
}

function nameCandidates(view: View, shown: Shown): Candidate[] {
  const { regions, open } = shown;
  const { atlas, visible, transform, size } = view;
  const { scene } = atlas;
  const { k } = transform;
  const isOpen = new Set(open);
  const heads = regions
    .filter(
      (region) => scene.regions[region].r * k >= MIN_NAMED_RADIUS_PX && visible[scene.columns.starts[region]],
    )
    .sort((a, b) => scene.importance[b] - scene.importance[a] || a - b)
    .slice(0, MAX_NAMES)
    .map((region) => {
      const name = nodeName(view, scene.columns.starts[region], 1 + scene.importance[region]);
      // The name is outside the circle of sections and other things.
      return isOpen.has(region) ? { ...name, r: Math.max(name.r, k * scene.regions[region].r) } : name;
    });
  const hasNamedDocuments = regions.some((region) => scene.regions[region].r * k > MAX_GROUP_NAMES_RADIUS_PX);
  const names = [...laneNames(view), ...(hasNamedDocuments ? [] : groupNames(view, shown)), ...heads];
  if (k < MIN_INNER_NAMES_SCALE) return names;
  // Names near the middle of the picture come first, because readers look there.
  const inner = open
    .flatMap((region) => innerNodes(atlas, region))
    .filter((node) => visible[node])
    .map((node) => {
      const { x, y } = dotOf(atlas, node, transform);
      return { node, distance: Math.hypot(x - size.width / 2, y - size.height / 2) };
    })
    .filter(({ distance }) => distance < size.width)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 2 * MAX_NAMES);
  return [...names, ...inner.map(({ node, distance }) => nodeName(view, node, -distance / 1000))];
}

function laneNames({ atlas: { scene }, transform: { k, x, y } }: View): Candidate[] {
  return scene.lanes.flatMap((lane, index) =>
    lane.name === ''
      ? []
      : [
          {
            kind: 'lane' as const,
            index,
            lines: [lane.name],
            x: k * lane.x + x,
            y: k * lane.y + y,
            r: 0,
            size: 11,
            weight: 9,
            sides: [scene.isPortrait ? 'right' : 'below'] as const,
          },
        ],
  );
}

/** The name is inside a closed group where it has room; otherwise above, so that it does not cover documents. */
function groupNames(
  { atlas: { scene }, transform: { k, x, y } }: View,
  { groups, areGroupsClosed }: Shown,
): Candidate[] {
  return groups
    .filter((group) => scene.columns.groups[group])
    .map((group) => {
      const circle = scene.groups[group];
      const [name, size] = [scene.columns.groups[group], areGroupsClosed ? 11 : 12];
      const letters = Math.floor((1.9 * k * circle.r) / (0.57 * size));
      const isInside = areGroupsClosed && letters >= MIN_LETTERS_INSIDE;
      return {
        kind: 'group' as const,
        index: group,
        // Each folder of a path has a line where one line is too short.
        lines: isInside ? wrapLabel(name.replaceAll('/', '/ '), letters, 3) : [name],
        x: k * circle.x + x,
        y: k * circle.y + y,
        r: k * circle.r,
        size,
        weight: 2 + circle.r / 1e6,
        sides: isInside ? (['inside'] as const) : (['above', 'below'] as const),
      };
    });
}

/** The first node is the centre that the others are tied to. */
function highlightedNames(view: View, highlighted: readonly number[]): Candidate[] {
  const centre = highlighted.length > 0 ? dotOf(view.atlas, highlighted[0], view.transform).x : 0;
  return highlighted.slice(0, MAX_HIGHLIGHTED_NAMES).map((node, i) => {
    const name = nodeName(view, node, i === 0 ? 8 : (view.atlas.isHead(node) ? 3 : 2) - i / 1000);
    // The names of the nodes around the centre are on the outer side.
    return name.kind === 'head' || i === 0
      ? name
      : { ...name, sides: name.x < centre ? LEFT_FIRST : RIGHT_FIRST };
  });
}

function nodeName({ atlas, transform, size }: View, node: number, weight: number): Candidate {
  const isHead = atlas.isHead(node);
  const isNarrow = size.width < NARROW_BELOW_PX;
  const text = (isHead ? labelBesideDot : labelOf)(atlas.namePartsOf(node));
  const isCode = traitsOf(atlas.kindOf(node)).isCode;
  const letters = isHead ? lettersOfDocument(transform.k, isNarrow) : isCode ? MAX_CODE_LETTERS : MAX_LETTERS;
  const [lines, ...shorter] = isHead
    ? formsOfDocument(text, letters)
    : [wrapLabel(text, letters, isCode ? 1 : MAX_LINES)];
  return {
    kind: isHead ? 'head' : 'inner',
    index: node,
    lines,
    shorter,
    ...dotOf(atlas, node, transform),
    size: isHead && !isNarrow ? 13 : 11,
    isCode,
    weight,
  };
}

/** The lines of the name of a document, and shorter ones: all of it if two, three or three longer lines hold it. */
function formsOfDocument(text: string, letters: number): string[][] {
  const forms: string[][] = [];
  for (const [width, lines] of [
    [letters, MAX_LINES],
    [letters, MAX_LINES_OF_DOCUMENT],
    [Math.floor(letters * LONG_LINE), MAX_LINES_OF_DOCUMENT],
  ]) {
    const form = wrapLabel(text, width, lines);
    forms.unshift(form);
    if (!form.some((line) => line.endsWith('…'))) return forms;
  }
  // Longer lines that hold no more than a part of it are not worth their room.
  return forms.slice(1);
}

/** The number of letters after which the name of a document continues in a second line: neighbours have room beside it. */
function lettersOfDocument(k: number, isNarrow: boolean): number {
  const room = isNarrow ? 0.92 * k * PORTRAIT_DOCUMENT_ROOM.width : 0.92 * k * DOCUMENT_ROOM.width;
  return Math.min(26, Math.max(17, Math.floor(room / (BOLD_LETTER_WIDTH * (isNarrow ? 11 : 13)))));
}

function dotOf(atlas: Atlas, node: number, { k, x, y }: Transform): { x: number; y: number; r: number } {
  const { scene } = atlas;
  return { x: k * scene.x[node] + x, y: k * scene.y[node] + y, r: radiusPx(atlas, node, k) };
}

/** Radius of the dot of a node, in pixels. */
export function radiusPx(atlas: Atlas, node: number, k: number): number {
  const { regions, regionOf, importance } = atlas.scene;
  const region = regionOf[node];
  return atlas.isHead(node) ? headRadius(regions[region].r, importance[region], k) : dotRadius(k);
}
