/** Turns zooming, panning, pinching, pointing and clicking on the canvas into events with places in pixels. */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import type { Size, Transform } from '../../../map/levels.ts';

export interface GestureEvents {
  moved(): void;
  /** A movement has ended. */
  movementEnded(): void;
  /** The pointer is at a place, in pixels; without a place it has left the canvas. */
  hover(left?: number, top?: number): void;
  click(left: number, top: number, touch: boolean): void;
  open(left: number, top: number): void;
}

export interface Gestures {
  readonly transform: Transform;
  /** The smallest and the largest scale, in pixels per user unit. */
  readonly extent: readonly [number, number];
  /** Shows a part of the map at once, without a transition. */
  showAtOnce(to: Transform): void;
  animateTo(to: Transform): void;
  scaleBy(factor: number): void;
  /** Brings a place into view, closer where a scale is given. */
  reveal(x: number, y: number, size: Size, scale?: number): void;
  /** Keeps the same place in the middle after the canvas has changed its size. */
  resized(before: Size, after: Size): void;
  stop(): void;
}

/** The smallest scale, as a multiple of the scale that shows everything, and the largest one, in pixels per user unit. */
const MIN_ZOOM = 0.5;
const MAX_SCALE = 8;
const TRANSITION_MS = 240;

/** @param wholeTransform the transform that shows the whole map; it is applied first */
export function createGestures(
  canvas: HTMLCanvasElement,
  wholeTransform: Transform,
  events: GestureEvents,
): Gestures {
  const target = select<HTMLCanvasElement, unknown>(canvas);
  let transform: Transform = wholeTransform;
  const zooming = zoom<HTMLCanvasElement, unknown>()
    // One finger scrolls the page, two fingers move and zoom the map.
    .filter(
      (event: MouseEvent | TouchEvent) =>
        !('touches' in event && event.type === 'touchstart' && event.touches.length < 2) &&
        !(event.ctrlKey && event.type !== 'wheel') &&
        !('button' in event && event.button),
    )
    .scaleExtent([MIN_ZOOM * wholeTransform.k, Math.max(MAX_SCALE, wholeTransform.k)])
    .on('zoom', ({ transform: next }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      transform = next;
      events.moved();
    })
    .on('end', () => events.movementEnded());
  const showAtOnce = (to: Transform): void =>
    void target.call(zooming.transform, zoomIdentity.translate(to.x, to.y).scale(to.k));
  const animateTo = (to: Transform): void => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) showAtOnce(to);
    else
      target
        .transition()
        .duration(TRANSITION_MS)
        .call(zooming.transform, zoomIdentity.translate(to.x, to.y).scale(to.k));
  };
  const placeOf = (event: MouseEvent): [number, number] => [event.offsetX, event.offsetY];

  target
    .call(zooming)
    .on('dblclick.zoom', null)
    .on(
      'pointermove.map',
      (event: PointerEvent) =>
        event.pointerType !== 'touch' && event.buttons === 0 && events.hover(...placeOf(event)),
    )
    .on('pointerleave.map', () => events.hover())
    .on('click.map', (event: PointerEvent) => events.click(...placeOf(event), event.pointerType === 'touch'))
    .on('dblclick.map', (event: MouseEvent) => events.open(...placeOf(event)));
  showAtOnce(wholeTransform);
  return {
    get transform() {
      return transform;
    },
    get extent() {
      return zooming.scaleExtent();
    },
    showAtOnce,
    animateTo,
    scaleBy(factor) {
      const [cx, cy] = [canvas.clientWidth / 2, canvas.clientHeight / 2];
      const [low, high] = zooming.scaleExtent();
      const k = Math.min(high, Math.max(low, transform.k * factor));
      const ratio = k / transform.k;
      animateTo({ k, x: cx - ratio * (cx - transform.x), y: cy - ratio * (cy - transform.y) });
    },
    reveal(x, y, { width, height }, scale) {
      const k = scale ?? transform.k;
      const [left, top] = [transform.k * x + transform.x, transform.k * y + transform.y];
      const isVisible =
        Math.abs(left - width / 2) < 0.45 * width && Math.abs(top - height / 2) < 0.45 * height;
      if (!isVisible || scale) animateTo({ k, x: width / 2 - k * x, y: height / 2 - k * y });
    },
    resized(before, after) {
      showAtOnce({
        k: transform.k,
        x: transform.x + (after.width - before.width) / 2,
        y: transform.y + (after.height - before.height) / 2,
      });
    },
    stop() {
      target.interrupt();
      target.on('.zoom', null).on('.map', null);
    },
  };
}
