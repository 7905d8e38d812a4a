/** The live map of a large specification on a canvas: laid out in a worker, drawn only when something changes. */
import type { MapData, MapNode } from '../../../map/model.ts';
import type { Answer, Question } from '../state/ask.ts';
import { DENSITY, pngOf } from '../export.ts';
import { showsSame, type MapState, type Relation } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';
import { cameraOf, sameCamera, transformFor, type Camera, type Frame } from '../state/camera.ts';
import { pictured, relationsOf, walkable } from './answers.ts';
import type { Filters, LargeAnswer } from './asking.ts';
import { Atlas } from './atlas.ts';
import { encode } from '../../../map/columns.ts';
import { gesturesOn, type Gestures } from './gestures.ts';
import type { Request, Reply } from './layout.worker.ts';
import { fitting, OPEN_AT, shownAt, type Shown, type Size } from './levels.ts';
import { DARK, lightOf, lightOfAnswer } from './light.ts';
import { namesAt } from './names.ts';
import { paint, type Light, type Picture } from './paint.ts';
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
  /** What has this name or id, in whatever case. */
  named(words: string): MapNode | undefined;
  /** Names to propose where one is asked for: documents first, nothing that stands in one, and not all where there are too many. */
  proposed(): MapNode[];
  /** Things that a phase has brought, by kind. */
  addedIn(phase: number): Map<MapNode['kind'], number>;
  /** Everything in the picture with all that ties it, whether drawn or not. */
  pictured(): MapData;
  /** The picture as it is, in light colours; undefined before there is one. */
  png(): Promise<Blob> | undefined;
  /** The id of what is meant by a place in the host, in pixels. */
  at(left: number, top: number): string | undefined;
}

export interface LargeEvents extends ViewEvents {
  /** @param steps nodes of the answer's steps, made when they are asked for */
  answered?(question: Question, answer: Answer, steps: (id: string) => MapNode | undefined): void;
}

/** @param host an element of fixed size; its content is replaced when the map can be painted */
export function create(host: HTMLElement, data: MapData, state: MapState, events: ViewEvents): LargeView {
  return open(host, { kind: 'take', map: encode(data) }, state, events);
}

/** @param request what the worker is told: columns, or the URL where they are */
export function open(
  host: HTMLElement,
  request: Extract<Request, { kind: 'open' | 'take' }>,
  first: MapState,
  events: LargeEvents,
): LargeView {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: Request): void => worker.postMessage(message);
  const surface = surfaceIn(host);
  let palette = readPalette(host);
  let state = first;
  let stage: Stage | undefined;
  let hovered = -1;
  let found: { find: string; nodes: ArrayLike<number> } | undefined;
  let answer: { key: string; found?: LargeAnswer } | undefined;
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
  const pictureOf = ({ atlas, visible, light, gestures: { transform } }: Stage): Picture => {
    const { size } = surface;
    const shown = shownAt(atlas.scene, visible, transform, size);
    return {
      atlas,
      visible,
      shown,
      transform,
      size,
      light,
      names: namesAt(atlas, visible, shown, transform, size, light.nodes),
      moving: moving !== 0,
    };
  };
  const draw = (own: Stage): void => {
    const picture = pictureOf(own);
    own.shown = picture.shown;
    paint(surface.context, picture, palette);
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
    inquire();
    const lit = answer?.found && lightOfAnswer(answer.found);
    // An answer stays lit whatever the pointer passes.
    stage.light = lit
      ? { ...lit, selected }
      : lightOf(
          stage.atlas,
          stage.visible,
          hovered >= 0 ? hovered : selected,
          selected,
          state.find ? (found?.nodes ?? []) : undefined,
        );
    redraw();
  };
  /** Asks anew when the question or what is seen is another one. */
  const inquire = (): void => {
    const question = state.ask;
    const filters: Filters = { kinds: state.kinds, through: state.through, appliance: state.appliance };
    const key = JSON.stringify([question, filters]);
    if (!question) answer = undefined;
    else if (answer?.key !== key) {
      answer = { key, found: answer?.found };
      ask({ kind: 'ask', key, question, filters });
    }
  };
  const at = (left: number, top: number): number =>
    stage ? stage.pick(left, top, stage.gestures.transform, stage.visible) : -1;
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
    stage.gestures.jump(
      transformFor(at, frameOf(box, surface.size), stage.gestures.extent, {
        x: box.right - box.left,
        y: box.bottom - box.top,
      }),
    );
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'scene') return enter(data.scene);
    if (data.kind === 'failed') return reject(new Error(data.reason));
    if (data.kind === 'answer') return data.key === answer?.key ? told(data.found) : undefined;
    found = data;
    relight();
  });
  const told = (own: LargeAnswer): void => {
    answer = { key: answer!.key, found: own };
    const indices = new Map(own.answer.steps.map(({ id }, i) => [id, own.steps[i]]));
    events.answered?.(state.ask!, own.answer, (id) =>
      indices.has(id) ? stage?.atlas.named(indices.get(id)!) : undefined,
    );
    relight();
  };
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
    places: () =>
      stage?.shown
        ? walkable(stage.atlas, stage.visible, stage.shown, state.selected)
        : { nodes: [], ties: [] },
    reveal(id) {
      const node = stage?.atlas.indexOf(id) ?? -1;
      if (node < 0) return;
      const { scene } = stage!.atlas;
      const region = scene.regions[scene.regionOf[node]];
      const isClosed = !stage!.atlas.isHead(node) && region.r * stage!.gestures.transform.k < OPEN_AT;
      stage!.gestures.bringIn(
        scene.x[node],
        scene.y[node],
        surface.size,
        isClosed ? (2.5 * OPEN_AT) / region.r : undefined,
      );
    },
    zoom(how) {
      if (!stage) return;
      if (how === 'all') stage.gestures.go(fitting(stage.atlas.scene.box, surface.size));
      else stage.gestures.scaleBy(how === 'in' ? 1.6 : 1 / 1.6);
    },
    pictured: () =>
      stage?.shown ? pictured(stage.atlas, stage.visible, stage.shown) : { nodes: [], ties: [] },
    png: () => (stage ? lightPicture(host, pictureOf(stage)) : undefined),
    named(words) {
      const node = stage?.atlas.find(words) ?? -1;
      return node < 0 ? undefined : stage!.atlas.node(node);
    },
    proposed: () => stage?.atlas.proposed() ?? [],
    addedIn: (phase) => stage?.atlas.addedIn(phase) ?? new Map(),
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

/** On a canvas of its own, so that neither theme nor screen matter. */
function lightPicture(host: HTMLElement, picture: Picture): Promise<Blob> {
  const stand = document.createElement('div');
  stand.style.colorScheme = 'light';
  host.append(stand);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: DENSITY * picture.size.width,
    height: DENSITY * picture.size.height,
  });
  const context = canvas.getContext('2d', { alpha: false })!;
  context.scale(DENSITY, DENSITY);
  paint(context, { ...picture, moving: false }, readPalette(stand));
  stand.remove();
  return pngOf(canvas);
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
