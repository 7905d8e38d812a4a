/** The live map of a large specification on a canvas: laid out in a worker, drawn only when something changes. */
import type { MapData, MapNode } from '../../../site/graph-data.ts';
import { showsSame, type MapState, type Relation } from '../state.ts';
import type { MapView, ViewEvents } from '../view.ts';
import { cameraOf, sameCamera, transformFor, type Camera, type Frame } from '../camera.ts';
import { relationsOf, walkable } from './answers.ts';
import { Atlas } from './atlas.ts';
import { encode } from './columns.ts';
import { gesturesOn, type Gestures } from './gestures.ts';
import type { Request, Reply } from './layout.worker.ts';
import { fitting, OPEN_AT, shownAt, type Shown, type Size } from './levels.ts';
import { DARK, lightOf } from './light.ts';
import { namesAt } from './names.ts';
import { paint, type Light } from './paint.ts';
import { readPalette } from './palette.ts';
import { pickerOf, type Picker } from './pick.ts';
import { surfaceIn, watchTheme } from './surface.ts';

/** Nodes shown at once from which a canvas is the better picture: SVG keeps pace with 120 of them, with 921 it does not; between was not measured (bench/graph/README.md). */
export const LARGE = 500;

/** How long after the last movement it is drawn in full, in milliseconds. */
const RESTS = 120;

export interface LargeView extends MapView {
  /** Resolved when the map has been painted for the first time; rejected when it could not be fetched. */
  ready: Promise<void>;
  /** What follows is empty until then. */
  node(id: string): MapNode | undefined;
  relations(id: string): { to: Relation[]; from: Relation[] };
  /** Number of nodes by kind. */
  counts(): Map<MapNode['kind'], number>;
  /** The id of what is meant by a place in the host, in pixels. */
  at(left: number, top: number): string | undefined;
}

/** @param host an element of fixed size; its content is replaced when the map can be painted */
export function create(host: HTMLElement, data: MapData, state: MapState, events: ViewEvents): LargeView {
  return open(host, { kind: 'take', map: encode(data) }, state, events);
}

/** @param request what the worker is told: columns, or the URL where they are */
export function open(host: HTMLElement, request: Extract<Request, { kind: 'open' | 'take' }>, first: MapState, events: ViewEvents): LargeView {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: Request): void => worker.postMessage(message);
  const surface = surfaceIn(host);
  let palette = readPalette(host);
  let state = first;
  let stage: Stage | undefined;
  let hovered = -1;
  let found: { find: string; nodes: ArrayLike<number> } | undefined;
  let frame = 0;
  let moving = 0;
  let camera: Camera | undefined;
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  // Whoever does not wait for it is not to be troubled by it.
  ready.catch(() => undefined);

  const redraw = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!stage) return;
      draw(stage);
      resolve();
    });
  };
  const draw = ({ atlas, visible, light, gestures }: Stage): void => {
    const { transform } = gestures;
    const { size } = surface;
    const shown = shownAt(atlas.scene, visible, transform, size);
    const names = namesAt(atlas, visible, shown, transform, size, light.nodes);
    stage!.shown = shown;
    paint(surface.context, { atlas, visible, shown, transform, size, light, names, moving: moving !== 0 }, palette);
  };
  /** Plainer until it has come to rest. */
  const moved = (): void => {
    clearTimeout(moving);
    moving = window.setTimeout(() => {
      moving = 0;
      redraw();
    }, RESTS);
    redraw();
  };
  /** What follows from state and pointer. */
  const relight = (): void => {
    if (!stage) return;
    const selected = state.selected ? stage.atlas.indexOf(state.selected) : -1;
    if (state.find && found?.find !== state.find) ask({ kind: 'find', find: state.find });
    stage.light = lightOf(stage.atlas, stage.visible, hovered >= 0 ? hovered : selected, selected, state.find ? found?.nodes ?? [] : undefined);
    redraw();
  };
  const at = (left: number, top: number): number => (stage ? stage.pick(left, top, stage.gestures.transform, stage.visible) : -1);
  const idAt = (left: number, top: number): string | undefined => {
    const node = at(left, top);
    return node < 0 ? undefined : stage!.atlas.idOf(node);
  };

  const enter = (scene: Atlas['scene']): void => {
    stage?.gestures.stop();
    surface.show();
    const atlas = new Atlas(scene);
    const gestures = gesturesOn(surface.canvas, fitting(scene.box, surface.size), {
      moved,
      rested() {
        const now = stage && cameraOf(gestures.transform, frameOf(scene.box, surface.size));
        if (!stage || sameCamera(now, camera)) return;
        camera = now;
        events.look(camera);
      },
      hover(left, top) {
        const node = left === undefined ? -1 : at(left, top!);
        if (node === hovered) return;
        hovered = node;
        surface.canvas.style.cursor = node < 0 ? '' : 'pointer';
        relight();
      },
      click(left, top, touch) {
        const id = idAt(left, top);
        // A finger cannot click twice fast on something so small: tapping what is selected opens it.
        if (id && touch && id === state.selected) events.open(id);
        else events.select(id);
      },
      open(left, top) {
        const id = idAt(left, top);
        if (id) events.open(id);
      },
    });
    stage = { atlas, gestures, pick: pickerOf(scene), visible: atlas.visible(state), light: DARK };
    hovered = -1;
    look(state.at);
    relight();
  };
  const look = (at?: Camera): void => {
    camera = at;
    if (!stage) return;
    const { box } = stage.atlas.scene;
    stage.gestures.jump(transformFor(at, frameOf(box, surface.size), stage.gestures.extent, { x: box.right - box.left, y: box.bottom - box.top }));
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'scene') return enter(data.scene);
    if (data.kind === 'failed') return reject(new Error(data.reason));
    found = data;
    relight();
  });
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  ask(request);

  const unwatch = watchTheme(() => {
    palette = readPalette(host);
    redraw();
  });
  surface.onResize((before: Size) => {
    stage?.gestures.resized(before, surface.size);
    redraw();
  });

  return {
    ready,
    update(next, data) {
      const same = showsSame(next, state);
      state = next;
      if (data) ask({ kind: 'take', map: encode(data) });
      if (stage && !same) stage.visible = stage.atlas.visible(state);
      if (!sameCamera(state.at, camera)) look(state.at);
      relight();
    },
    places: () => (stage?.shown ? walkable(stage.atlas, stage.visible, stage.shown, state.selected) : { nodes: [], ties: [] }),
    reveal(id) {
      const node = stage?.atlas.indexOf(id) ?? -1;
      if (node < 0) return;
      const { scene } = stage!.atlas;
      const region = scene.regions[scene.regionOf[node]];
      const isClosed = !stage!.atlas.isHead(node) && region.r * stage!.gestures.transform.k < OPEN_AT;
      stage!.gestures.bringIn(scene.x[node], scene.y[node], surface.size, isClosed ? (2.5 * OPEN_AT) / region.r : undefined);
    },
    zoom(how) {
      if (!stage) return;
      if (how === 'all') stage.gestures.go(fitting(stage.atlas.scene.box, surface.size));
      else stage.gestures.scaleBy(how === 'in' ? 1.6 : 1 / 1.6);
    },
    node(id) {
      const node = stage?.atlas.indexOf(id) ?? -1;
      return node < 0 ? undefined : stage!.atlas.node(node);
    },
    relations: (id) => (stage ? relationsOf(stage.atlas, id) : { to: [], from: [] }),
    counts: () => (stage ? stage.atlas.counts() : new Map()),
    at: idAt,
    destroy() {
      worker.terminate();
      cancelAnimationFrame(frame);
      clearTimeout(moving);
      unwatch();
      stage?.gestures.stop();
      surface.destroy();
    },
  };
}

function frameOf(box: Atlas['scene']['box'], size: Size): Frame {
  return { ...size, whole: fitting(box, size) };
}

interface Stage {
  atlas: Atlas;
  gestures: Gestures;
  pick: Picker;
  visible: Uint8Array;
  light: Light;
  shown?: Shown;
}
