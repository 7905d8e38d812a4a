/** The live map on a canvas: its data are fetched and searched in a worker, and it is drawn only when something changes. */
import type { Atlas } from '../../../map/atlas.ts';
import { fittingTransform, openRadius, type Size, type Transform } from '../../../map/levels.ts';
import type { MapData, MapKind, MapNode, TieEnds } from '../../../map/model.ts';
import { paint } from '../../../map/paint/paint.ts';
import type { Palette } from '../../../map/paint/palette.ts';
import { NO_HIGHLIGHT, type Highlight, type Picture } from '../../../map/paint/picture.ts';
import type { Circle } from '../../../map/region-layout.ts';
import type { Scene } from '../../../map/scene.ts';
import { make } from '../../element.ts';
import type { Answer, Question } from '../state/ask.ts';
import { cameraOf, isSameCamera, transformFor, type Camera, type Frame } from '../state/camera.ts';
import type { MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';
import type { LargeAnswer } from './answer-finder.ts';
import { createGestures, type GestureEvents, type Gestures } from './gestures.ts';
import { highlightOfAnswer, highlightOfNode, highlightOfTie } from './highlight.ts';
import { LoadedMap } from './loaded-map.ts';
import { MapWorker } from './map-worker.ts';
import { readPalette } from './palette.ts';
import { savedNodes } from './scene-queries.ts';
import { createSurface, watchTheme, type Surface } from './surface.ts';

/** Time in milliseconds after the last movement until the map is drawn with all details. */
const MOVEMENT_END_MS = 120;
/** Time in milliseconds for which the nodes that a save has changed are marked. */
const SAVE_SHOWN_MS = 4000;
/** How much a press of a zoom button changes the scale. */
const ZOOM_STEP = 1.6;
/** The largest number of hidden matches of the search that are shown. */
const MAX_SHOWN_MATCHES = 40;

export interface CanvasEvents extends ViewEvents {
  /** Data have arrived: the first ones, or those after a save. */
  loaded?(): void;
  /** Data after a save could not be fetched. */
  failed?(): void;
  /** @param steps nodes of the answer's steps, made when they are asked for */
  answered?(question: Question, answer: Answer, steps: (id: string) => MapNode | undefined): void;
  /** The nodes that match the search, by index. */
  found?(matches: ArrayLike<number>): void;
}

export class CanvasView implements MapView {
  /** Resolved when the map has been painted for the first time; rejected when it could not be fetched. */
  readonly ready: Promise<void>;
  private readonly host: HTMLElement;
  private readonly url: string;
  private readonly events: CanvasEvents;
  private readonly worker: MapWorker;
  private readonly surface: Surface;
  /** What is under the pointer. */
  private readonly pointedWords = make('p', { class: 'pointed-words', 'aria-hidden': 'true', hidden: true });
  private readonly painted = Promise.withResolvers<void>();
  private readonly stopWatchingTheme: () => void;
  private palette: Palette;
  private state: MapState;
  /** Undefined until the data have arrived. */
  private loaded: { map: LoadedMap; gestures: Gestures } | undefined;
  private camera: Camera | undefined;
  /** Index of the node under the pointer; -1 for none. */
  private hovered = -1;
  private saved: ReadonlySet<number> | undefined;
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
    this.surface.onResize((before) => this.resize(before));
    this.worker = new MapWorker({
      scene: (scene) => this.showScene(scene),
      failed: (reason) => {
        this.painted.reject(new Error(reason));
        if (this.loaded) this.events.failed?.();
      },
      found: (nodes) => {
        this.events.found?.(nodes);
        this.updateHighlight();
      },
      answered: (question, found) => this.receiveAnswer(question, found),
    });
    this.reload();
  }

  /** Undefined until the data have arrived; another one after a save. */
  get atlas(): Atlas | undefined {
    return this.loaded?.map.atlas;
  }

  /** 1 for each node that passes the filters. */
  get visible(): Uint8Array | undefined {
    return this.loaded?.map.visible;
  }

  /** Fetches the data, again after a save. */
  reload(): void {
    this.worker.open(this.url, isPortrait(this.surface.size));
  }

  /** Puts the canvas back into its host, where another view has taken its place. */
  show(): void {
    if (this.loaded) this.host.replaceChildren(this.surface.canvas, this.pointedWords);
    this.redraw();
  }

  update(next: MapState): void {
    this.state = next;
    const map = this.loaded?.map;
    if (map) map.visible = map.atlas.visible(next);
    if (!isSameCamera(next.camera, this.camera)) this.moveCamera(next.camera);
    this.updateHighlight();
  }

  places(): MapData {
    return this.loaded?.map.places(this.state.selected) ?? { nodes: [], ties: [] };
  }

  nodesInPicture(): MapData | undefined {
    return this.loaded?.map.nodesInPicture();
  }

  /** The picture as it is, with all details; undefined before there is one. */
  picture(): Picture | undefined {
    return this.loaded && this.pictureOf(this.loaded, false);
  }

  reveal(id: string): void {
    if (!this.loaded) return;
    const { map, gestures } = this.loaded;
    const { scene } = map.atlas;
    const node = map.atlas.indexOf(id);
    if (node < 0) return;
    const { r } = scene.regions[scene.regionOf[node]];
    const minOpen = openRadius(scene);
    const isClosed = !map.atlas.isHead(node) && r * gestures.transform.k < minOpen;
    const scale = isClosed ? (2.5 * minOpen) / r : undefined;
    gestures.reveal(scene.x[node], scene.y[node], this.surface.size, scale);
  }

  zoom(how: 'in' | 'out' | 'all'): void {
    if (!this.loaded) return;
    const { map, gestures } = this.loaded;
    if (how === 'all') gestures.animateTo(this.wholeTransform(map.atlas.scene));
    else gestures.scaleBy(how === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  }

  /** The id of the node at a place in the host, in pixels. */
  idAt(left: number, top: number): string | undefined {
    return this.under(left, top).id;
  }

  destroy(): void {
    this.worker.terminate();
    cancelAnimationFrame(this.frameRequest);
    clearTimeout(this.movementTimer);
    this.stopWatchingTheme();
    this.loaded?.gestures.stop();
    this.surface.destroy();
  }

  /** Takes over a scene: the first one, the one after a save, which is seen from the same place, or one that is turned. */
  private showScene(scene: Scene): void {
    const { loaded: before, surface, state } = this;
    // The picture has been turned while the scene was made.
    if (scene.isPortrait !== isPortrait(surface.size)) return this.worker.open(undefined, !scene.isPortrait);
    before?.gestures.stop();
    if (state.view !== 'matrix') this.host.replaceChildren(surface.canvas, this.pointedWords);
    const map = new LoadedMap(scene, state);
    const gestures = createGestures(surface.canvas, this.wholeTransform(scene), this.gestureEvents());
    this.loaded = { map, gestures };
    this.hovered = -1;
    this.worker.forget();
    const isTurned = before && before.map.atlas.scene.isPortrait !== scene.isPortrait;
    if (isTurned) gestures.showAtOnce(this.wholeTransform(scene));
    else if (before && this.camera) gestures.showAtOnce(before.gestures.transform);
    else this.moveCamera(state.camera);
    if (before) this.markSaved(savedNodes(before.map.atlas, map.atlas));
    this.updateHighlight();
    this.events.loaded?.();
  }

  private markSaved(nodes: ReadonlySet<number>): void {
    this.saved = nodes;
    setTimeout(() => {
      if (this.saved !== nodes) return;
      this.saved = undefined;
      this.redraw();
    }, SAVE_SHOWN_MS);
  }

  /** A picture that becomes portrait or landscape is laid out anew, and seen as a whole. */
  private resize(before: Size): void {
    if (!this.loaded) return;
    const { map, gestures } = this.loaded;
    const { scene } = map.atlas;
    const { size } = this.surface;
    if (scene.isPortrait !== isPortrait(size)) this.worker.open(undefined, isPortrait(size));
    if (this.camera) gestures.resized(before, size);
    else gestures.showAtOnce(this.wholeTransform(scene));
    this.redraw();
  }

  private gestureEvents(): GestureEvents {
    return {
      moved: () => this.drawWhileMoving(),
      movementEnded: () => this.reportCamera(),
      hover: (left, top) => this.hover(left, top),
      click: (left, top, isTouch) => {
        const { id, tie, group } = this.under(left, top);
        // A double tap on so small a dot is difficult, so a tap on the selected node opens it.
        if (id && isTouch && id === this.state.selected) this.events.open(id);
        else if (group) this.showGroup(group);
        else if (tie) this.events.selectTie?.(tie);
        else this.events.select(id);
      },
      open: (left, top) => {
        const id = this.idAt(left, top);
        if (id) this.events.open(id);
      },
    };
  }

  /** What is at a place in the host, in pixels, and its name; nothing without a place. */
  private under(
    left?: number,
    top?: number,
  ): { node: number; id?: string; tie?: TieEnds; group?: Circle; words: string } {
    if (!this.loaded || left === undefined || top === undefined) return { node: -1, words: '' };
    const { map, gestures } = this.loaded;
    const node = map.nodeAt(left, top, gestures.transform);
    if (node >= 0) return { node, id: map.atlas.idOf(node), words: map.describe(node) };
    const group = map.groupAt(left, top, gestures.transform);
    const tie = group ? undefined : map.tieAt(left, top, gestures.transform);
    return { node, tie, group, words: map.describe(node, tie, group) };
  }

  private showGroup({ x, y, r }: Circle): void {
    const box = { left: x - r, right: x + r, top: y - r, bottom: y + r };
    this.loaded?.gestures.animateTo(fittingTransform(box, this.surface.size));
  }

  private hover(left?: number, top?: number): void {
    const { node, words } = this.under(left, top);
    this.pointedWords.hidden = words === '';
    this.pointedWords.textContent = words;
    this.surface.canvas.style.cursor = words && 'pointer';
    if (node === this.hovered) return;
    this.hovered = node;
    this.updateHighlight();
  }

  private moveCamera(at?: Camera): void {
    this.camera = at;
    if (!this.loaded) return;
    const { map, gestures } = this.loaded;
    const { box } = map.atlas.scene;
    const half = { x: box.right - box.left, y: box.bottom - box.top };
    gestures.showAtOnce(transformFor(at, this.frameOf(map.atlas.scene), gestures.extent, half));
  }

  private reportCamera(): void {
    if (!this.loaded) return;
    const { map, gestures } = this.loaded;
    const now = cameraOf(gestures.transform, this.frameOf(map.atlas.scene));
    if (isSameCamera(now, this.camera)) return;
    this.camera = now;
    this.events.moveCamera(now);
  }

  private wholeTransform({ box }: Scene): Transform {
    return fittingTransform(box, this.surface.size);
  }

  private frameOf(scene: Scene): Frame {
    return { ...this.surface.size, wholeTransform: this.wholeTransform(scene) };
  }

  private updateHighlight(): void {
    if (!this.loaded) return;
    this.worker.ask(this.state);
    this.loaded.map.setHighlight(this.currentHighlight(this.loaded.map));
    this.redraw();
  }

  /** An answer stays highlighted wherever the pointer is. */
  private currentHighlight({ atlas, visible }: LoadedMap): Highlight {
    const { state, hovered, worker } = this;
    const selected = state.selected ? atlas.indexOf(state.selected) : -1;
    const answered = worker.answer && highlightOfAnswer(worker.answer);
    if (answered) return { ...answered, selected };
    if (hovered >= 0) return { ...highlightOfNode(atlas, visible, hovered, hovered === selected), selected };
    if (selected >= 0) return { ...highlightOfNode(atlas, visible, selected, true), selected };
    const tie = state.tie && highlightOfTie(atlas, visible, state.tie);
    if (tie) return tie;
    if (!state.find || !worker.matches) return NO_HIGHLIGHT;
    const found = Array.from(worker.matches.nodes);
    const hidden = found.filter((node) => !visible[node] && !atlas.isPart(node)).slice(0, MAX_SHOWN_MATCHES);
    return { ...NO_HIGHLIGHT, nodes: [...found.filter((node) => visible[node]), ...hidden] };
  }

  private receiveAnswer(question: Question, { answer, steps }: LargeAnswer): void {
    const indices = new Map(answer.steps.map(({ id }, i) => [id, steps[i]]));
    this.events.answered?.(question, answer, (id) =>
      indices.has(id) ? this.atlas?.nodeWithDocument(indices.get(id)!) : undefined,
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
      if (!this.loaded) return;
      const isMoving = this.movementTimer !== 0;
      paint(this.surface.context, this.pictureOf(this.loaded, isMoving), this.palette);
      if (!isMoving && this.worker.isComplete(this.state)) delete this.host.dataset.drawing;
      this.painted.resolve();
    });
  }

  private pictureOf(
    { map, gestures: { transform } }: NonNullable<typeof this.loaded>,
    isMoving: boolean,
  ): Picture {
    return map.pictureOf({ transform, size: this.surface.size, isMoving }, this.state, this.saved);
  }
}

function isPortrait({ width, height }: Size): boolean {
  return height > 1.1 * width;
}
