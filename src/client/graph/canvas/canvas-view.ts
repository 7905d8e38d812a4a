/** The live map of a large specification on a canvas: laid out in a worker, drawn only when something changes. */
import type { MapData, MapNode } from '../../../map/model.ts';
import { PNG_PIXEL_RATIO, pngOf } from '../export.ts';
import type { Answer, Question } from '../state/ask.ts';
import { cameraOf, isSameCamera, transformFor, type Camera, type Frame } from '../state/camera.ts';
import { showsSameNodes, type MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';
import { nodesInPicture, reachableByArrows } from './scene-queries.ts';
import type { Filters, LargeAnswer } from './answer-finder.ts';
import { Atlas } from './atlas.ts';
import { createGestures, type GestureEvents, type Gestures } from './gestures.ts';
import { highlightOf, highlightOfAnswer, NO_HIGHLIGHT } from './highlight.ts';
import type { Reply, Request } from './layout.worker.ts';
import { fittingTransform, MIN_OPEN_RADIUS_PX, visibleParts, type Shown, type Transform } from './levels.ts';
import { placeNames } from './names.ts';
import { paint, type Highlight, type Picture } from './paint.ts';
import type { MapKind } from '../../../map/model.ts';
import { readPalette, type Palette } from './palette.ts';
import { pickerOf, type Picker } from './picker.ts';
import { createSurface, watchTheme, type Surface } from './surface.ts';

/** Time in milliseconds after the last movement until the map is drawn with all details. */
const MOVEMENT_END_MS = 120;
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
interface LoadedMap {
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
  private loadedMap: LoadedMap | undefined;
  private camera: Camera | undefined;
  /** Index of the node under the pointer; -1 for none. */
  private hovered = -1;
  /** Words that the worker has been asked to search for, and the nodes that it found. */
  private requestedWords: string | undefined;
  private matches: { find: string; nodes: ArrayLike<number> } | undefined;
  /** The last question, and its answer; until this has arrived, that of the question before. */
  private answer: { key: string; found?: LargeAnswer; isComplete: boolean } | undefined;
  /** The requested animation frame, and the timer that runs while the map moves; 0 for none. */
  private frameRequest = 0;
  private movementTimer = 0;

  /**
   * @param host an element of fixed size; its content is replaced when the map can be painted
   * @param url of the columns
   * @param kinds those of the map
   */
  constructor(
    host: HTMLElement,
    url: string,
    state: MapState,
    events: CanvasEvents,
    kinds: readonly MapKind[],
  ) {
    [this.host, this.url, this.state, this.events] = [host, url, state, events];
    this.ready = this.painted.promise;
    // A caller that ignores this promise does not have to handle its rejection.
    this.ready.catch(() => undefined);
    this.surface = createSurface(host);
    this.palette = readPalette(host, kinds);
    this.stopWatchingTheme = watchTheme(() => {
      this.palette = readPalette(host, kinds);
      this.redraw();
    });
    this.surface.onResize((before) => {
      this.loadedMap?.gestures.resized(before, this.surface.size);
      this.redraw();
    });
    this.worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.receive(data));
    this.worker.addEventListener('error', ({ message }) => this.painted.reject(new Error(message)));
    this.reload();
  }

  /** Undefined until the data have arrived; another one after a save. */
  get atlas(): Atlas | undefined {
    return this.loadedMap?.atlas;
  }

  /** Fetches the data, again after a save. */
  reload(): void {
    this.request({ kind: 'open', url: this.url });
  }

  update(next: MapState): void {
    const isSame = showsSameNodes(next, this.state);
    this.state = next;
    const { loadedMap } = this;
    if (loadedMap && !isSame) loadedMap.visible = loadedMap.atlas.visible(next);
    if (!isSameCamera(next.camera, this.camera)) this.moveCamera(next.camera);
    this.updateHighlight();
  }

  places(): MapData {
    const { loadedMap, state } = this;
    return loadedMap?.shown
      ? reachableByArrows(loadedMap.atlas, loadedMap.visible, loadedMap.shown, state.selected)
      : EMPTY;
  }

  /** Everything in the picture with all its ties, whether they are drawn or not. */
  nodesInPicture(): MapData {
    const { loadedMap } = this;
    return loadedMap?.shown ? nodesInPicture(loadedMap.atlas, loadedMap.visible, loadedMap.shown) : EMPTY;
  }

  /** The picture as it is, in light colours; undefined before there is one. */
  png(): Promise<Blob> | undefined {
    return this.loadedMap && pictureInLightColours(this.host, this.pictureOf(this.loadedMap));
  }

  reveal(id: string): void {
    const { loadedMap } = this;
    const node = loadedMap?.atlas.indexOf(id) ?? -1;
    if (!loadedMap || node < 0) return;
    const { atlas, gestures } = loadedMap;
    const { r } = atlas.scene.regions[atlas.scene.regionOf[node]];
    const isClosed = !atlas.isHead(node) && r * gestures.transform.k < MIN_OPEN_RADIUS_PX;
    const scale = isClosed ? (2.5 * MIN_OPEN_RADIUS_PX) / r : undefined;
    gestures.reveal(atlas.scene.x[node], atlas.scene.y[node], this.surface.size, scale);
  }

  zoom(how: 'in' | 'out' | 'all'): void {
    const { loadedMap } = this;
    if (how === 'all')
      loadedMap?.gestures.animateTo(fittingTransform(loadedMap.atlas.scene.box, this.surface.size));
    else loadedMap?.gestures.scaleBy(how === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  }

  /** The id of the node at a place in the host, in pixels. */
  idAt(left: number, top: number): string | undefined {
    const node = this.indexAt(left, top);
    return node < 0 ? undefined : this.loadedMap!.atlas.idOf(node);
  }

  destroy(): void {
    this.worker.terminate();
    cancelAnimationFrame(this.frameRequest);
    clearTimeout(this.movementTimer);
    this.stopWatchingTheme();
    this.loadedMap?.gestures.stop();
    this.surface.destroy();
  }

  private request(message: Request): void {
    this.worker.postMessage(message);
  }

  private receive(reply: Reply): void {
    switch (reply.kind) {
      case 'scene':
        return this.showScene(reply.scene);
      case 'failed':
        this.painted.reject(new Error(reply.reason));
        return this.loadedMap && this.events.failed?.();
      case 'found':
        this.matches = reply;
        return this.updateHighlight();
      case 'answer':
        if (reply.key === this.answer?.key) this.receiveAnswer(reply.key, reply.found);
    }
  }

  /** Takes over a scene: the first one, or the one after a save, which is seen from the same place. */
  private showScene(scene: Atlas['scene']): void {
    const before = this.loadedMap?.gestures.transform;
    this.loadedMap?.gestures.stop();
    this.surface.show();
    const atlas = new Atlas(scene);
    const whole = fittingTransform(scene.box, this.surface.size);
    const gestures = createGestures(this.surface.canvas, whole, this.gestureEvents());
    this.loadedMap = {
      atlas,
      gestures,
      pick: pickerOf(scene),
      visible: atlas.visible(this.state),
      highlight: NO_HIGHLIGHT,
    };
    // Indices of the scene before mean other nodes now.
    this.hovered = -1;
    this.requestedWords = this.matches = this.answer = undefined;
    if (before && this.camera) gestures.showAtOnce(before);
    else this.moveCamera(this.state.camera);
    this.updateHighlight();
    this.events.loaded?.();
  }

  private gestureEvents(): GestureEvents {
    return {
      moved: () => this.drawWhileMoving(),
      movementEnded: () => this.reportCamera(),
      hover: (left, top) => this.hover(left === undefined ? -1 : this.indexAt(left, top!)),
      click: (left, top, isTouch) => {
        const id = this.idAt(left, top);
        // A double tap on so small a dot is difficult, so a tap on the selected node opens it.
        if (id && isTouch && id === this.state.selected) this.events.open(id);
        else this.events.select(id);
      },
      open: (left, top) => {
        const id = this.idAt(left, top);
        if (id) this.events.open(id);
      },
    };
  }

  private indexAt(left: number, top: number): number {
    const { loadedMap } = this;
    return loadedMap ? loadedMap.pick(left, top, loadedMap.gestures.transform, loadedMap.visible) : -1;
  }

  private hover(node: number): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.surface.canvas.style.cursor = node < 0 ? '' : 'pointer';
    this.updateHighlight();
  }

  private moveCamera(idAt?: Camera): void {
    this.camera = idAt;
    if (!this.loadedMap) return;
    const { atlas, gestures } = this.loadedMap;
    const { box } = atlas.scene;
    const half = { x: box.right - box.left, y: box.bottom - box.top };
    gestures.showAtOnce(transformFor(idAt, this.frameOf(box), gestures.extent, half));
  }

  private reportCamera(): void {
    if (!this.loadedMap) return;
    const { atlas, gestures } = this.loadedMap;
    const now = cameraOf(gestures.transform, this.frameOf(atlas.scene.box));
    if (isSameCamera(now, this.camera)) return;
    this.camera = now;
    this.events.moveCamera(now);
  }

  private frameOf(box: Atlas['scene']['box']): Frame {
    const { size } = this.surface;
    return { ...size, wholeTransform: fittingTransform(box, size) };
  }

  /** Works out what the state and the pointer highlight. An answer stays highlighted wherever the pointer is. */
  private updateHighlight(): void {
    const { loadedMap, state, matches } = this;
    if (!loadedMap) return;
    const selected = state.selected ? loadedMap.atlas.indexOf(state.selected) : -1;
    this.requestMatches();
    this.requestAnswer();
    const answered = this.answer?.found && highlightOfAnswer(this.answer.found);
    const centre = this.hovered >= 0 ? this.hovered : selected;
    const found = state.find ? (matches?.nodes ?? []) : undefined;
    loadedMap.highlight = answered
      ? { ...answered, selected }
      : highlightOf(loadedMap.atlas, loadedMap.visible, centre, selected, found);
    this.redraw();
  }

  private requestMatches(): void {
    const { find } = this.state;
    if (!find || find === this.requestedWords) return;
    this.requestedWords = find;
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

  private receiveAnswer(key: string, found: LargeAnswer): void {
    this.answer = { key, found, isComplete: true };
    const indices = new Map(found.answer.steps.map(({ id }, i) => [id, found.steps[i]]));
    this.events.answered?.(this.state.ask!, found.answer, (id) =>
      indices.has(id) ? this.loadedMap?.atlas.nodeWithDocument(indices.get(id)!) : undefined,
    );
    this.updateHighlight();
  }

  /** Draws with fewer details until the movement has ended. */
  private drawWhileMoving(): void {
    clearTimeout(this.movementTimer);
    this.movementTimer = window.setTimeout(() => {
      this.movementTimer = 0;
      this.redraw();
    }, MOVEMENT_END_MS);
    this.redraw();
  }

  /** Draws in the next frame. Until the picture is complete, the host has the attribute `data-drawing`. */
  private redraw(): void {
    this.host.dataset.drawing = '';
    this.frameRequest ||= requestAnimationFrame(() => {
      this.frameRequest = 0;
      if (!this.loadedMap) return;
      const picture = this.pictureOf(this.loadedMap);
      this.loadedMap.shown = picture.shown;
      paint(this.surface.context, picture, this.palette);
      if (this.isComplete()) delete this.host.dataset.drawing;
      this.painted.resolve();
    });
  }

  /** Whether nothing moves and the worker has replied to the search and to the question. */
  private isComplete(): boolean {
    const { movementTimer, matches, answer, state } = this;
    return (
      movementTimer === 0 && (!state.find || matches?.find === state.find) && (answer?.isComplete ?? true)
    );
  }

  private pictureOf({ atlas, visible, highlight, gestures }: LoadedMap): Picture {
    const { size } = this.surface;
    const transform: Transform = gestures.transform;
    const shown = visibleParts(atlas.scene, visible, transform, size);
    const names = placeNames(atlas, visible, shown, transform, size, highlight.nodes);
    return { atlas, visible, shown, transform, size, highlight, names, isMoving: this.movementTimer !== 0 };
  }
}

/** Draws on a separate canvas, so that the result depends neither on the theme nor on the screen. */
function pictureInLightColours(host: HTMLElement, picture: Picture): Promise<Blob> {
  const container = document.createElement('div');
  container.style.colorScheme = 'light';
  host.append(container);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: PNG_PIXEL_RATIO * picture.size.width,
    height: PNG_PIXEL_RATIO * picture.size.height,
  });
  const context = canvas.getContext('2d', { alpha: false })!;
  context.scale(PNG_PIXEL_RATIO, PNG_PIXEL_RATIO);
  paint(context, { ...picture, isMoving: false }, readPalette(container, picture.atlas.scene.columns.kinds));
  container.remove();
  return pngOf(canvas);
}
