/** The pictures of the map that the build paints, with the same code as the browser. */
import { oncePer, type GraphView } from '#specgraph';
import { Atlas } from '../../map/atlas.ts';
import { HEAD_KIND } from '../../map/kinds.ts';
import { fittingTransform, visibleParts } from '../../map/levels.ts';
import { paint } from '../../map/paint/paint.ts';
import { paletteOfProperties, type Palette } from '../../map/paint/palette.ts';
import { SvgPen } from '../../map/paint/pen.ts';
import { NO_HIGHLIGHT, type Picture } from '../../map/paint/picture.ts';
import { placeNames } from '../../map/placed-names.ts';
import { sceneOf } from '../../map/scene.ts';
import { columnsOfMap } from './columns-of-map.ts';

/** In pixels, about the size of the map on a desktop screen and on a phone. */
const SIZES = {
  landscape: { width: 1030, height: 660 },
  portrait: { width: 358, height: 576 },
  small: { width: 600, height: 400 },
};

interface SvgPicture {
  width: number;
  height: number;
  /** SVG elements. */
  content: string;
}

/** The map of a graph, without findings and changes. */
export const atlasOf = oncePer((graph: GraphView) => new Atlas(sceneOf(columnsOfMap(graph))));
const portraitAtlasOf = oncePer((graph: GraphView) => new Atlas(sceneOf(columnsOfMap(graph), true)));

/** The documents with their strongest ties, as links: what the live map shows at first. */
export function documentPicture(graph: GraphView, isPortrait: boolean): SvgPicture {
  const size = SIZES[isPortrait ? 'portrait' : 'landscape'];
  const pen = new SvgPen(true);
  paint(pen, pictureOf((isPortrait ? portraitAtlasOf : atlasOf)(graph), size), paletteOfProperties());
  return { ...size, content: pen.content };
}

/** The documents with their strongest ties, without names. */
export function smallPicture(graph: GraphView): SvgPicture {
  return { ...SIZES.small, content: plainPicture(graph, SIZES.small, paletteOfProperties()) };
}

/** The documents without names, for small pictures. @param document id of the one that is highlighted with its ties */
export function plainPicture(
  graph: GraphView,
  size: { width: number; height: number },
  palette: Palette,
  document?: string,
): string {
  const atlas = atlasOf(graph);
  const picture = pictureOf(atlas, size);
  const centre = document === undefined ? -1 : atlas.indexOf(document);
  const { a, b } = atlas.scene.regionTies;
  const region = atlas.scene.regionOf[centre];
  const own = centre < 0 ? [] : [...a.keys()].filter((tie) => a[tie] === region || b[tie] === region);
  const nodes = own.flatMap((tie) => [a[tie], b[tie]]).map((end) => atlas.scene.columns.starts[end]);
  const highlight =
    centre < 0 ? NO_HIGHLIGHT : { centre, regionTies: own, nodes: [...new Set([...nodes, centre])] };
  const pen = new SvgPen(false);
  paint(pen, { ...picture, highlight, names: [] }, palette);
  return pen.content;
}

function pictureOf(atlas: Atlas, size: { width: number; height: number }): Picture {
  const visible = atlas.visible({ kinds: [HEAD_KIND] });
  const transform = fittingTransform(atlas.scene.box, size);
  const shown = visibleParts(atlas.scene, visible, transform, size);
  return {
    atlas,
    visible,
    shown,
    transform,
    size,
    highlight: NO_HIGHLIGHT,
    names: placeNames(atlas, visible, shown, transform, size),
    isMoving: false,
  };
}
