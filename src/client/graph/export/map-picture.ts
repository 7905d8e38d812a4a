/** Exports the picture of the map in light colours, whatever the theme of the page. */
import { paint } from '../../../map/paint/paint.ts';
import type { Palette } from '../../../map/paint/palette.ts';
import { SvgPen } from '../../../map/paint/pen.ts';
import type { Picture } from '../../../map/paint/picture.ts';
import { make } from '../../element.ts';
import { PNG_PIXEL_RATIO, pngOf, svgOf } from './pictures.ts';
import { readPalette } from '../canvas/palette.ts';

/** @param host an element of the page, where the colours are defined */
export function exportMap(
  host: HTMLElement,
  picture: Picture,
  type: 'png' | 'svg',
  title: string,
  url: string,
): Blob | Promise<Blob> {
  const palette = readLightPalette(host, picture);
  if (type === 'png') return pngOf(paintOnCanvas(picture, palette));
  const pen = new SvgPen(false);
  paint(pen, picture, { ...palette, textFont: 'sans-serif', codeFont: 'monospace' });
  return svgOf(pen.content, picture.size, title, url);
}

function readLightPalette(host: HTMLElement, { atlas }: Picture): Palette {
  const container = make('div', { hidden: true });
  container.style.colorScheme = 'light';
  host.append(container);
  const palette = readPalette(container, atlas.scene.columns.kinds);
  container.remove();
  return palette;
}

/** A separate canvas, so that the result does not depend on the screen. */
function paintOnCanvas(picture: Picture, palette: Palette): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: PNG_PIXEL_RATIO * picture.size.width,
    height: PNG_PIXEL_RATIO * picture.size.height,
  });
  const context = canvas.getContext('2d', { alpha: false })!;
  context.scale(PNG_PIXEL_RATIO, PNG_PIXEL_RATIO);
  paint(context, picture, palette);
  return canvas;
}
