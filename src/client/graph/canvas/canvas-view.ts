/** The live map of a large specification on a canvas: laid out in a worker, drawn only when something changes. */
import type { MapData, MapNode } from '../../../map/model.ts';
import { PNG_PIXEL_RATIO, pngOf } from '../export.ts';
import type { Answer, Question } from '../state/ask.ts';
import { cameraOf, isSameCamera, transformFor, type Camera, type Frame } from '../state/camera.ts';
import { showsSameNodes, type MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';
import { pictured, reachableByArrows } from './answers.ts';
import type { Filters, LargeAnswer } from './asking.ts';
import { Atlas } from './atlas.ts';
import { gesturesOn, type GestureEvents, type Gestures } from './gestures.ts';
import { highlightOf, highlightOfAnswer, NO_HIGHLIGHT } from './highlight.ts';
import type { Reply, Request } from './layout.worker.ts';
import { fitting, OPEN_AT, shownAt, type Shown, type Transform } from './levels.ts';
import { namesAt } from './names.ts';
import { paint, type Highlight, type Picture } from './paint.ts';
import { readPalette, type Palette } from './palette.ts';
import { pickerOf, type Picker } from './pick.ts';
import { surfaceIn, watchTheme, type Surface } from './surface.ts';

/** Time in milliseconds after the last movement until the map is drawn with all details. */
const REST_MS = 120;
/** How much a press of a zoom button changes the scale. */
const ZOOM_STEP = 1.6;
const EMPTY: MapData = { nodes: [], ties: [] };

export interface CanvasEvents extends ViewEvents {
  /** Data have arrived: the first ones, or those after a save. */
  loaded?(): void;
  /** Data after a save could not be fetched. */
  failed?(): void;
  /** @param steps nodes of the answer's steps, made when they are asked for */
  answered?(question: Question, answer: Answer, steps: (id: string) => MapNode | undefined): void;
}

/** The parts of the view that exist once the data have arrived. */
interface Stage {
  atlas: Atlas;
  gestures: Gestures;
  pick: Picker;
  visible: Uint8Array;
  highlight: Highlight;
  shown?: Shown;
}

export class CanvasView implements MapView {
  /** Resolved when the map has been painted for the first time; rejected when it could not be fetched. */
  readonly ready: Promise<void>;
  private readonly host: HTMLElement;
  private readonly url: string;
  private readonly events: CanvasEvents;
  private readonly worker: Worker;
  private readonly surface: Surface;
  private readonly painted = Promise.withResolvers<void>();
  private readonly stopWatchingTheme: () => void;
  private palette: Palette;
  private state: MapState;
  private stage: Stage | undefined;
  private camera: Camera | undefined;
  /** Index of the node under the pointer; -1 for none. */
  private hovered = -1;
  /** Words that the worker has been asked to search for, and the nodes that it found. */
  private searched: string | undefined;
  private matches: { find: string; nodes: ArrayLike<number> } | undefined;
  /** The last question, and its answer; until this has arrived, that of the question before. */
  private answer: { key: string; found?: LargeAnswer; isComplete: boolean } | undefined;
  /** The requested animation frame, and the timer that runs while the map moves; 0 for none. */
  private frame = 0;
  private moving = 0;

  /**
   * @param host an element of fixed size; its content is replaced when the map can be painted
   * @param url of the columns
   */
  constructor(host: HTMLElement, url: string, state: MapState, events: CanvasEvents) {
    [this.host, this.url, this.state, this.events] = [host, url, state, events];
    this.ready = this.painted.promise;
    // A caller that ignores this promise does not have to handle its rejection.
    this.ready.catch(() => undefined);
    this.surface = surfaceIn(host);
    this.palette = readPalette(host);
    this.stopWatchingTheme = watchTheme(() => {
      this.palette = readPalette(host);
      this.redraw();
    });
    this.surface.onResize((before) => {
      this.stage?.gestures.resized(before, this.surface.size);
      this.redraw();
    });
    this.worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.receive(data));
    this.worker.addEventListener('error', ({ message }) => this.painted.reject(new Error(message)));
    this.reload();
  }

  /** Undefined until the data have arrived; another one after a save. */
  get atlas(): Atlas | undefined {
    return this.stage?.atlas;
  }

  /** Fetches the data, again after a save. */
  reload(): void {
    this.request({ kind: 'open', url: this.url });
  }

  update(next: MapState): void {
    const isSame = showsSameNodes(next, this.state);
    this.state = next;
    const { stage } = this;
    if (stage && !isSame) stage.visible = stage.atlas.visible(next);
    if (!isSameCamera(next.camera, this.camera)) this.look(next.camera);
    this.updateHighlight();
  }

  places(): MapData {
    const { stage, state } = this;
    return stage?.shown ? reachableByArrows(stage.atlas, stage.visible, stage.shown, state.selected) : EMPTY;
  }

  /** Everything in the picture with all its ties, whether they are drawn or not. */
  pictured(): MapData {
    const { stage } = this;
    return stage?.shown ? pictured(stage.atlas, stage.visible, stage.shown) : EMPTY;
  }

  /** The picture as it is, in light colours; undefined before there is one. */
  png(): Promise<Blob> | undefined {
    return this.stage && lightPicture(this.host, this.pictureOf(this.stage));
  }

  reveal(id: string): void {
    const { stage } = this;
    const node = stage?.atlas.indexOf(id) ?? -1;
    if (!stage || node < 0) return;
    const { atlas, gestures } = stage;
    const { r } = atlas.scene.regions[atlas.scene.regionOf[node]];
    const isClosed = !atlas.isHead(node) && r * gestures.transform.k < OPEN_AT;
    const scale = isClosed ? (2.5 * OPEN_AT) / r : undefined;
    gestures.bringIn(atlas.scene.x[node], atlas.scene.y[node], this.surface.size, scale);
  }

  zoom(how: 'in' | 'out' | 'all'): void {
    const { stage } = this;
    if (how === 'all') stage?.gestures.go(fitting(stage.atlas.scene.box, this.surface.size));
    else stage?.gestures.scaleBy(how === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  }

  /** The id of the node at a place in the host, in pixels. */
  at(left: number, top: number): string | undefined {
    const node = this.indexAt(left, top);
    return node < 0 ? undefined : this.stage!.atlas.idOf(node);
  }

  destroy(): void {
    this.worker.terminate();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.moving);
    this.stopWatchingTheme();
    this.stage?.gestures.stop();
    this.surface.destroy();
  }

  private request(message: Request): void {
    this.worker.postMessage(message);
  }

  private receive(reply: Reply): void {
    switch (reply.kind) {
      case 'scene':
        return this.enter(reply.scene);
      case 'failed':
        this.painted.reject(new Error(reply.reason));
        return this.stage && this.events.failed?.();
      case 'found':
        this.matches = reply;
        return this.updateHighlight();
      case 'answer':
        if (reply.key === this.answer?.key) this.takeAnswer(reply.key, reply.found);
    }
  }

  /** Takes over a scene: the first one, or the one after a save, which is seen from the same place. */
  private enter(scene: Atlas['scene']): void {
    const before = this.stage?.gestures.transform;
    this.stage?.gestures.stop();
    this.surface.show();
    const atlas = new Atlas(scene);
    const whole = fitting(scene.box, this.surface.size);
    const gestures = gesturesOn(this.surface.canvas, whole, this.gestureEvents());
    this.stage = {
      atlas,
      gestures,
      pick: pickerOf(scene),
      visible: atlas.visible(this.state),
      highlight: NO_HIGHLIGHT,
    };
    // Indices of the scene before mean other nodes now.
    this.hovered = -1;
    this.searched = this.matches = this.answer = undefined;
    if (before && this.camera) gestures.jump(before);
    else this.look(this.state.camera);
    this.updateHighlight();
    this.events.loaded?.();
  }

  private gestureEvents(): GestureEvents {
    return {
      moved: () => this.drawPlainly(),
      rested: () => this.reportCamera(),
      hover: (left, top) => this.hover(left === undefined ? -1 : this.indexAt(left, top!)),
      click: (left, top, isTouch) => {
        const id = this.at(left, top);
        // A double tap on so small a dot is difficult, so a tap on the selected node opens it.
        if (id && isTouch && id === this.state.selected) this.events.open(id);
        else this.events.select(id);
      },
      open: (left, top) => {
        const id = this.at(left, top);
        if (id) this.events.open(id);
      },
    };
  }

  private indexAt(left: number, top: number): number {
    const { stage } = this;
    return stage ? stage.pick(left, top, stage.gestures.transform, stage.visible) : -1;
  }

  private hover(node: number): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.surface.canvas.style.cursor = node < 0 ? '' : 'pointer';
    this.updateHighlight();
  }

  private look(at?: Camera): void {
    this.camera = at;
    if (!this.stage) return;
    const { atlas, gestures } = this.stage;
    const { box } = atlas.scene;
    const half = { x: box.right - box.left, y: box.bottom - box.top };
    gestures.jump(transformFor(at, this.frameOf(box), gestures.extent, half));
  }

  private reportCamera(): void {
    if (!this.stage) return;
    const { atlas, gestures } = this.stage;
    const now = cameraOf(gestures.transform, this.frameOf(atlas.scene.box));
    if (isSameCamera(now, this.camera)) return;
    this.camera = now;
    this.events.moveCamera(now);
  }

  private frameOf(box: Atlas['scene']['box']): Frame {
    const { size } = this.surface;
    return { ...size, wholeTransform: fitting(box, size) };
  }

  /** Works out what the state and the pointer highlight. An answer stays highlighted wherever the pointer is. */
  private updateHighlight(): void {
    const { stage, state, matches } = this;
    if (!stage) return;
    const selected = state.selected ? stage.atlas.indexOf(state.selected) : -1;
    this.requestMatches();
    this.requestAnswer();
    const answered = this.answer?.found && highlightOfAnswer(this.answer.found);
    const centre = this.hovered >= 0 ? this.hovered : selected;
    const found = state.find ? (matches?.nodes ?? []) : undefined;
    stage.highlight = answered
      ? { ...answered, selected }
      : highlightOf(stage.atlas, stage.visible, centre, selected, found);
    this.redraw();
  }

  private requestMatches(): void {
    const { find } = this.state;
    if (!find || find === this.searched) return;
    this.searched = find;
    this.request({ kind: 'find', find });
  }

  /** Asks the worker when the question or the visible nodes are not those of the last answer. */
  private requestAnswer(): void {
    const { ask: question, kinds, through, appliance } = this.state;
    if (!question) {
      this.answer = undefined;
      return;
    }
    const filters: Filters = { kinds, through, appliance };
    const key = JSON.stringify([question, filters]);
    if (this.answer?.key === key) return;
    this.answer = { key, found: this.answer?.found, isComplete: false };
    this.request({ kind: 'ask', key, question, filters });
  }

  private takeAnswer(key: string, found: LargeAnswer): void {
    this.answer = { key, found, isComplete: true };
    const indices = new Map(found.answer.steps.map(({ id }, i) => [id, found.steps[i]]));
    this.events.answered?.(this.state.ask!, found.answer, (id) =>
      indices.has(id) ? this.stage?.atlas.named(indices.get(id)!) : undefined,
    );
    this.updateHighlight();
  }

  /** Draws with fewer details until the movement has ended. */
  private drawPlainly(): void {
    clearTimeout(this.moving);
    this.moving = window.setTimeout(() => {
      this.moving = 0;
      this.redraw();
    }, REST_MS);
    this.redraw();
  }

  /** Draws in the next frame. Until the picture is complete, the host has the attribute `data-drawing`. */
  private redraw(): void {
    this.host.dataset.drawing = '';
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.stage) return;
      const picture = this.pictureOf(this.stage);
      this.stage.shown = picture.shown;
      paint(this.surface.context, picture, this.palette);
      if (this.isComplete()) delete this.host.dataset.drawing;
      this.painted.resolve();
    });
  }

  /** Whether nothing moves and the worker has replied to the search and to the question. */
  private isComplete(): boolean {
    const { moving, matches, answer, state } = this;
    return moving === 0 && (!state.find || matches?.find === state.find) && (answer?.isComplete ?? true);
  }

  private pictureOf({ atlas, visible, highlight, gestures }: Stage): Picture {
    const { size } = this.surface;
    const transform: Transform = gestures.transform;
    const shown = shownAt(atlas.scene, visible, transform, size);
    const names = namesAt(atlas, visible, shown, transform, size, highlight.nodes);
    return { atlas, visible, shown, transform, size, highlight, names, moving: this.moving !== 0 };
  }
}

/** Draws on a separate canvas, so that the result depends neither on the theme nor on the screen. */
function lightPicture(host: HTMLElement, picture: Picture): Promise<Blob> {
  const container = document.createElement('div');
  container.style.colorScheme = 'light';
  host.append(container);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: PNG_PIXEL_RATIO * picture.size.width,
    height: PNG_PIXEL_RATIO * picture.size.height,
  });
  const context = canvas.getContext('2d', { alpha: false })!;
  context.scale(PNG_PIXEL_RATIO, PNG_PIXEL_RATIO);
  paint(context, { ...picture, moving: false }, readPalette(container));
  container.remove();
  return pngOf(canvas);
}
