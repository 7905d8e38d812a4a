/** Exports the visible map, as a self-contained picture or as data. */
import type { MapData } from '../../map/model.ts';
import { exportData, fileNameOf, genericFont, PROPERTIES, propertiesToWrite } from './export-content.ts';
import type { MapState } from './state/state.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png', json: 'application/json' } as const;
export type ExportType = keyof typeof MEDIA_TYPES;
/** Pixels of the PNG for each pixel of the page. */
export const PNG_PIXEL_RATIO = 2;

/** Exports an SVG of the page as a picture. @param url of the page with its state */
export function exportOfSvg(
  type: Exclude<ExportType, 'json'>,
  svg: SVGSVGElement,
  title: string,
  url: string,
): Blob | Promise<Blob> {
  const picture = standaloneSvg(svg, title, url);
  return type === 'svg' ? new Blob([picture], { type: MEDIA_TYPES.svg }) : pngOfSvg(picture);
}

/**
 * Downloads the visible map when a button (`data-export`) is pressed.
 * @param exportAs undefined while there is nothing to export
 */
export function handleExportButtons(
  root: HTMLElement,
  getState: () => MapState,
  exportAs: (type: ExportType, state: MapState) => Blob | Promise<Blob> | undefined,
): void {
  root.addEventListener('click', (event) => {
    const type = (event.target as HTMLElement).closest<HTMLElement>('[data-export]')?.dataset.export as
      ExportType | undefined;
    const state = getState();
    const content = type && exportAs(type, state);
    if (content) void Promise.resolve(content).then((blob) => download(blob, fileNameOf(state, type)));
    // The menu of the buttons closes.
    if (content) (event.target as HTMLElement).closest('details')?.removeAttribute('open');
  });
}

/** An SVG file of elements that state their colours. @param content the elements */
export function svgOf(
  content: string,
  { width, height }: { width: number; height: number },
  title: string,
  url: string,
): Blob {
  const words = [makeSvgElement('title', title), makeSvgElement('desc', `${title}. ${url}`)];
  const head = words.map((element) => new XMLSerializer().serializeToString(element)).join('');
  return new Blob(
    [
      `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="${SVG}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">${head}${content}</svg>\n`,
    ],
    { type: MEDIA_TYPES.svg },
  );
}

/** @param url of the page with its state */
export function jsonOf(shown: MapData, state: MapState, url: string): Blob {
  return new Blob([`${JSON.stringify(exportData(shown, state, url), null, 2)}\n`], {
    type: MEDIA_TYPES.json,
  });
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The picture in light colours, with every style written into it. */
function standaloneSvg(svg: SVGSVGElement, title: string, url: string): string {
  const { width, height } = sizeOf(svg);
  const clone = svg.cloneNode(true) as SVGSVGElement;
  // The clone stands beside the original, so that the same styles apply; the colours are those of the light theme.
  const container = document.createElement('div');
  container.style.cssText = `color-scheme: light; background: var(--ground); position: fixed; left: -99999px; top: 0; width: ${width}px; height: ${height}px`;
  container.append(clone);
  svg.parentElement!.append(container);
  for (const pinned of clone.querySelectorAll('[data-pinned]')) pinned.removeAttribute('transform');
  const colour = createColourConverter();
  for (const write of collectStyleWriters(clone, undefined, colour)) write();
  const ground = colour(getComputedStyle(container).backgroundColor);
  container.remove();
  for (const [name, value] of [
    ['xmlns', SVG],
    ['viewBox', `0 0 ${width} ${height}`],
    ['width', width],
    ['height', height],
    ['role', 'img'],
  ] as const)
    clone.setAttribute(name, String(value));
  clone.prepend(
    makeSvgElement('title', title),
    makeSvgElement('desc', `${title}. ${url}`),
    makeSvgElement('rect', '', { width, height, fill: ground }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(clone)}\n`;
}

function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  const { width, height } = svg.getBoundingClientRect();
  return { width: Math.round(width), height: Math.round(height) };
}

/** Reads all styles before anything is written, because a style depends on the classes of the elements above. */
function collectStyleWriters(
  element: SVGElement,
  parentValues: ReadonlyMap<string, string> | undefined,
  colour: (value: string) => string,
): (() => void)[] {
  const style = getComputedStyle(element);
  // Invisible elements are left out.
  if (parentValues && (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0'))
    return [() => element.remove()];
  const values = new Map(
    PROPERTIES.map(({ name, colour: isColour }) => {
      const value = style.getPropertyValue(name);
      return [name, name === 'font-family' ? genericFont(value) : isColour ? colour(value) : value];
    }),
  );
  const { transform } = style;
  const writeStyles = (): void => {
    for (const { name } of [...element.attributes])
      if (/^(?:class|style|role|tabindex|transform|data-|aria-)/.test(name)) element.removeAttribute(name);
    for (const [name, value] of propertiesToWrite(values, parentValues)) element.setAttribute(name, value);
    if (transform !== 'none') element.setAttribute('transform', transform);
  };
  return [
    writeStyles,
    ...[...element.children].flatMap((child) => collectStyleWriters(child as SVGElement, values, colour)),
  ];
}

/** Converts colours of any colour space to a form that every program reads. */
function createColourConverter(): (value: string) => string {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })!;
  const cache = new Map<string, string>([['none', 'none']]);
  return (value) => {
    const cached = cache.get(value);
    if (cached !== undefined) return cached;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    const converted =
      alpha === 0
        ? 'none'
        : `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    cache.set(value, converted);
    return converted;
  };
}

function makeSvgElement(
  name: string,
  text: string,
  attributes: Record<string, string | number> = {},
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('The picture could not be painted.'))),
      MEDIA_TYPES.png,
    ),
  );
}

async function pngOfSvg(picture: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([picture], { type: MEDIA_TYPES.svg }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: PNG_PIXEL_RATIO * image.naturalWidth,
      height: PNG_PIXEL_RATIO * image.naturalHeight,
    });
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}
