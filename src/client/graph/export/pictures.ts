/** What the pictures of the map and of the matrix share. */
export const SVG = 'http://www.w3.org/2000/svg';
export const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png', json: 'application/json' } as const;
export type ExportType = keyof typeof MEDIA_TYPES;
/** Pixels of the PNG for each pixel of the page. */
export const PNG_PIXEL_RATIO = 2;

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

export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('The picture could not be painted.'))),
      MEDIA_TYPES.png,
    ),
  );
}

export function makeSvgElement(
  name: string,
  text: string,
  attributes: Record<string, string | number> = {},
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}
