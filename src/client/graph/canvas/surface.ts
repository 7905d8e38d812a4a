/** The canvas in its host: its size in device pixels, and when it must be drawn again. */
import type { Size } from '../../../map/levels.ts';

export interface Surface {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  /** In CSS pixels. */
  readonly size: Size;
  onResize(listener: (before: Size) => void): void;
  destroy(): void;
}

/** More device pixels per CSS pixel are not visible, but cost time. */
const MAX_PIXEL_RATIO = 2;

export function createSurface(host: HTMLElement): Surface {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  // One finger scrolls the page.
  canvas.style.cssText = 'display: block; width: 100%; height: 100%; touch-action: pan-x pan-y';
  const context = canvas.getContext('2d', { alpha: false })!;
  let size: Size = { width: 0, height: 0 };
  let listener: ((before: Size) => void) | undefined;
  const measure = (): void => {
    size = { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
    const pixelRatio = Math.min(MAX_PIXEL_RATIO, devicePixelRatio);
    canvas.width = Math.round(size.width * pixelRatio);
    canvas.height = Math.round(size.height * pixelRatio);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  };
  const observer = new ResizeObserver(() => {
    if (host.clientWidth === size.width && host.clientHeight === size.height) return;
    const before = size;
    measure();
    listener?.(before);
  });
  measure();
  observer.observe(host);
  return {
    canvas,
    context,
    get size() {
      return size;
    },
    onResize: (newListener) => void (listener = newListener),
    destroy() {
      observer.disconnect();
      canvas.remove();
    },
  };
}

/** Calls back when the theme changes, in the page or in the system. @returns a function that stops the watching */
export function watchTheme(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
