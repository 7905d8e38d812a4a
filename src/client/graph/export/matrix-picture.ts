/** The matrix as a self-contained picture in light colours. */
import { genericFont, PROPERTIES, propertiesToWrite } from './content.ts';
import { makeSvgElement, MEDIA_TYPES, PNG_PIXEL_RATIO, pngOf, SVG } from './pictures.ts';

/** @param url of the page with its state */
export function exportMatrix(
  svg: SVGSVGElement,
  type: 'png' | 'svg',
  title: string,
  url: string,
): Blob | Promise<Blob> {
  const picture = standaloneSvg(svg, title, url);
  return type === 'svg' ? new Blob([picture], { type: MEDIA_TYPES.svg }) : pngOfSvg(picture);
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
