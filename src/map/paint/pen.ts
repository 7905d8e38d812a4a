/** What the map is painted with: the 2D context of a canvas, or a pen that writes SVG. */

type CanvasPen = Pick<
  CanvasRenderingContext2D,
  | 'globalAlpha'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'setLineDash'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'fillText'
  | 'strokeText'
>;

export interface Pen extends CanvasPen {
  /** Makes everything until the next `endLink` a link. A canvas has no links. */
  startLink?(url: string, label: string): void;
  endLink?(): void;
}

/** Writes SVG. It knows full circles only, and neither gradients nor patterns. */
export class SvgPen implements Pen {
  globalAlpha = 1;
  fillStyle: Pen['fillStyle'] = '#000';
  strokeStyle: Pen['strokeStyle'] = '#000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private readonly hasLinks: boolean;
  private readonly parts: string[] = [];
  private path = '';
  private dash = '';
  /** The outline that the next text has below it. */
  private outline: Record<string, string> | undefined;

  constructor(hasLinks: boolean) {
    this.hasLinks = hasLinks;
  }

  /** The elements that have been drawn so far. */
  get content(): string {
    return this.parts.join('');
  }

  startLink(url: string, label: string): void {
    if (this.hasLinks) this.parts.push(`<a href="${escape(url)}" aria-label="${escape(label)}">`);
  }

  endLink(): void {
    if (this.hasLinks) this.parts.push('</a>');
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${short(x)} ${short(y)}`;
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path += `C${[ax, ay, bx, by, x, y].map(short).join(' ')}`;
  }

  arc(x: number, y: number, r: number): void {
    const size = short(r);
    this.path += `M${short(x - r)} ${short(y)}a${size} ${size} 0 1 0 ${short(2 * r)} 0a${size} ${size} 0 1 0 ${short(-2 * r)} 0`;
  }

  setLineDash(segments: Iterable<number>): void {
    this.dash = [...segments].join(' ');
  }

  fill(): void {
    this.add('path', { d: this.path, fill: String(this.fillStyle) });
  }

  stroke(): void {
    this.add('path', { d: this.path, fill: 'none', ...this.strokeAttributes() });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.add('rect', {
      x: short(x),
      y: short(y),
      width: short(width),
      height: short(height),
      fill: String(this.fillStyle),
    });
  }

  fillText(text: string, x: number, y: number): void {
    const attributes = {
      x: short(x),
      y: short(y),
      style: `font:${this.font}`,
      ...(this.textAlign !== 'start' && { 'text-anchor': this.textAlign === 'center' ? 'middle' : 'end' }),
      ...(this.textBaseline === 'middle' && { 'dominant-baseline': 'central' }),
      fill: String(this.fillStyle),
      ...this.outline,
    };
    this.outline = undefined;
    this.add('text', attributes, text);
  }

  /** Only before the same text is filled: one element has both. */
  strokeText(): void {
    this.outline = { ...this.strokeAttributes(), 'paint-order': 'stroke' };
  }

  private strokeAttributes(): Record<string, string> {
    return {
      stroke: String(this.strokeStyle),
      'stroke-width': short(this.lineWidth),
      ...(this.lineJoin !== 'miter' && { 'stroke-linejoin': this.lineJoin }),
      ...(this.dash && { 'stroke-dasharray': this.dash }),
    };
  }

  private add(name: string, attributes: Record<string, string>, text?: string): void {
    const all: Record<string, string> =
      this.globalAlpha < 1
        ? { ...attributes, opacity: String(Math.round(100 * this.globalAlpha) / 100) }
        : attributes;
    const written = Object.entries(all).map(([key, value]) => ` ${key}="${escape(value)}"`);
    this.parts.push(
      text === undefined
        ? `<${name}${written.join('')}/>`
        : `<${name}${written.join('')}>${escape(text)}</${name}>`,
    );
  }
}

/** A length in pixels; a tenth of a pixel is not visible. */
function short(value: number): string {
  return String(Math.round(10 * value) / 10);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
