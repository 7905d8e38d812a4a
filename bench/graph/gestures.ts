/** The scripted zoom and drag. It runs in the page, one event a frame, so that no other process slows it. */
import type {} from './contestants/contest.ts';

export interface Frames {
  /** Milliseconds between the frames that had an event. */
  times: number[];
  /** Whether the script ended within the limit. */
  finished: boolean;
}

export async function zoomAndDrag(limit: number): Promise<Frames> {
  const ZOOM_FRAMES = 60;
  const DRAG_FRAMES = 60;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const host = document.querySelector('#host')!;
  const middle = { x: host.clientWidth / 2, y: host.clientHeight / 2 };
  const target = (): Element => document.elementFromPoint(middle.x, middle.y) ?? host;
  const mouse = (type: string, x: number, y: number, buttons: number, on: EventTarget): boolean =>
    on.dispatchEvent(
      new (type.startsWith('pointer') ? PointerEvent : MouseEvent)(type, {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: x,
        clientY: y,
        button: 0,
        buttons,
        pointerId: 1,
        pointerType: 'mouse',
      } as PointerEventInit),
    );
  const times: number[] = [];
  const started = performance.now();
  let last = await frame();
  const step = async (): Promise<boolean> => {
    const now = await frame();
    times.push(now - last);
    last = now;
    return performance.now() - started < limit;
  };
  const wheel = async (direction: number): Promise<boolean> => {
    for (let i = 0; i < ZOOM_FRAMES; i++) {
      if (i % window.wheel.every === 0) {
        target().dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            view: window,
            clientX: middle.x,
            clientY: middle.y,
            deltaY: direction * window.wheel.delta,
          }),
        );
      }
      if (!(await step())) return false;
    }
    return true;
  };
  const drag = async (): Promise<boolean> => {
    const on = target();
    for (const type of ['pointerdown', 'mousedown']) mouse(type, middle.x, middle.y, 1, on);
    for (let i = 1; i <= DRAG_FRAMES; i++) {
      // Away and back again, along a curve.
      const way = Math.sin((Math.PI * i) / DRAG_FRAMES);
      for (const type of ['pointermove', 'mousemove'])
        mouse(type, middle.x + 320 * way, middle.y + 160 * way * way, 1, on);
      if (!(await step())) return false;
    }
    for (const type of ['pointerup', 'mouseup']) mouse(type, middle.x, middle.y, 0, on);
    return true;
  };
  const finished = (await wheel(1)) && (await drag()) && (await wheel(-1));
  return { times, finished };
}
