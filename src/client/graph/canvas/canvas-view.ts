/** The live map on a canvas: its data are fetched and searched in a worker, and it is drawn only when something changes. */
import { Atlas, type Filters } from '../../../map/atlas.ts';
import { fittingTransform, openRadius, visibleParts, type Size } from '../../../map/levels.ts';
import type { MapData, MapKind, MapNode, TieEnds } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import { NO_HIGHLIGHT, paint, type Highlight, type Palette, type Picture } from '../../../map/paint.ts';
import { SvgPen } from '../../../map/pen.ts';
import { placeNames } from '../../../map/placed-names.ts';
import { placesOf, type Scene } from '../../../map/scene.ts';
import { make } from '../../element.ts';
import { PNG_PIXEL_RATIO, pngOf, svgOf } from '../export.ts';
import type { Answer, Question } from '../state/ask.ts';
import { cameraOf, isSameCamera, transformFor, type Camera, type Frame } from '../state/camera.ts';
import type { MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';
import type { LargeAnswer } from './answer-finder.ts';
import { createGestures, type GestureEvents, type Gestures } from './gestures.ts';
import { placeGuests } from './guests.ts';
import { highlightOfAnswer, highlightOfNode, highlightOfTie } from './highlight.ts';
import type { Reply, Request } from './layout.worker.ts';
import { readPalette } from './palette.ts';
import { createPicker, findTie, type Picker } from './picker.ts';
import { describeTie, nodesInPicture, reachableByArrows, savedNodes } from './scene-queries.ts';
import { createSurface, watchTheme, type Surface } from './surface.ts';

/** Time in milliseconds after the last movement until the map is drawn with all details. */
const MOVEMENT_END_MS = 120;
/** Time in milliseconds for which the nodes that a save has changed are marked. */
const SAVE_SHOWN_MS = 4000;
/** How much a press of a zoom button changes the scale. */
const ZOOM_STEP = 1.6;
/** The largest number of hidden matches of the search that are shown. */
const MAX_SHOWN_MATCHES = 40;
const EMPTY: MapData = { nodes: [], ties: [] };

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

/** The parts of the view that exist once the data have arrived. */
interface LoadedMap {
  atlas: Atlas;
  gestures: Gestures;
  pick: Picker;
  visible: Uint8Array;
  highlight: Highlight;
  /** Hidden nodes that are shown all the same, with the places to which they return. */
  guests: Map<number, { x: number; y: number }>;
  shown?: Picture['shown'];
}

export class CanvasView implements MapView {
  /** Resolved when the map has been painted for the first time; rejected when it could not be fetched. */
  readonly ready: Promise<void>;
  private readonly host: HTMLElement;
  private readonly url: string;
  private readonly events: CanvasEvents;
  private readonly worker: Worker;
  private readonly surface: Surface;
  /** What is under the pointer. */
  private readonly pointedWords = make('p', { class: 'pointed-words', 'aria-hidden': 'true', hidden: true });
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
    this.worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.receive(data));
    this.worker.addEventListener('error', ({ message }) => this.painted.reject(new Error(message)));
    this.reload();
  }

  /** Undefined until the data have arrived; another one after a save. */
  get atlas(): Atlas | undefined {
    return this.loadedMap?.atlas;
  }

  /** 1 for each node that passes the filters. */
  get visible(): Uint8Array | undefined {
    return this.loadedMap?.visible;
  }

  /** Fetches the data, again after a save. */
  reload(): void {
    this.request({ kind: 'open', url: this.url, isPortrait: isPortrait(this.surface.size) });
  }

  /** Puts the canvas back into its host, where another view has taken its place. */
  show(): void {
    if (this.loadedMap) this.host.replaceChildren(this.surface.canvas, this.pointedWords);
    this.redraw();
  }

  update(next: MapState): void {
    this.state = next;
    const { loadedMap } = this;
    if (loadedMap) loadedMap.visible = loadedMap.atlas.visible(next);
    if (!isSameCamera(next.camera, this.camera)) this.moveCamera(next.camera);
    this.updateHighlight();
  }

  places(): MapData {
    const { loadedMap, state } = this;
    return loadedMap?.shown
      ? reachableByArrows(
          loadedMap.atlas,
          loadedMap.visible,
          loadedMap.shown,
          loadedMap.highlight,
          state.selected,
        )
      : EMPTY;
  }

  /** Everything in the picture with all its ties, whether they are drawn or not. */
  nodesInPicture(): MapData {
    const { loadedMap } = this;
    return loadedMap?.shown
      ? nodesInPicture(loadedMap.atlas, loadedMap.visible, loadedMap.shown, loadedMap.highlight.nodes)
      : EMPTY;
  }

  /** The picture as it is, in light colours; undefined before there is one. */
  exportAs(type: 'png' | 'svg', title: string, url: string): Blob | Promise<Blob> | undefined {
    const { loadedMap, host, surface } = this;
    if (!loadedMap) return undefined;
    const picture = { ...this.pictureOf(loadedMap), isMoving: false };
    const palette = readLightPalette(host, loadedMap.atlas.scene.columns.kinds);
    if (type === 'png') return pngOf(paintOnCanvas(picture, palette));
    const pen = new SvgPen(false);
    paint(pen, picture, { ...palette, textFont: 'sans-serif', codeFont: 'monospace' });
    return svgOf(pen.content, surface.size, title, url);
  }

  reveal(id: string): void {
    const { loadedMap } = this;
    const node = loadedMap?.atlas.indexOf(id) ?? -1;
    if (!loadedMap || node < 0) return;
    const { atlas, gestures } = loadedMap;
    const { r } = atlas.scene.regions[atlas.scene.regionOf[node]];
    const minOpen = openRadius(atlas.scene);
    const isClosed = !atlas.isHead(node) && r * gestures.transform.k < minOpen;
    const scale = isClosed ? (2.5 * minOpen) / r : undefined;
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
        this.events.found?.(reply.nodes);
        return this.updateHighlight();
      case 'answer':
        if (reply.key === this.answer?.key) this.receiveAnswer(reply.key, reply.found);
    }
  }

  /** Takes over a scene: the first one, or the one after a save, which is seen from the same place. */
  private showScene(scene: Scene): void {
    const before = this.loadedMap;
    before?.gestures.stop();
    if (this.state.view !== 'matrix') this.host.replaceChildren(this.surface.canvas, this.pointedWords);
    turn(scene, this.surface.size);
    const atlas = new Atlas(scene);
    const whole = fittingTransform(scene.box, this.surface.size);
    const gestures = createGestures(this.surface.canvas, whole, this.gestureEvents());
    this.loadedMap = {
      atlas,
      gestures,
      pick: createPicker(scene),
      visible: atlas.visible(this.state),
      highlight: NO_HIGHLIGHT,
      guests: new Map(),
    };
    // Indices of the scene before mean other nodes now.
    this.hovered = -1;
    this.requestedWords = this.matches = this.answer = undefined;
    if (before && this.camera) gestures.showAtOnce(before.gestures.transform);
    else this.moveCamera(this.state.camera);
    if (before) this.markSaved(savedNodes(before.atlas, atlas));
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
    const { loadedMap, surface } = this;
    if (!loadedMap) return;
    const { gestures, atlas, guests } = loadedMap;
    if (turn(atlas.scene, surface.size)) {
      guests.clear();
      loadedMap.pick = createPicker(atlas.scene);
      gestures.showAtOnce(fittingTransform(atlas.scene.box, surface.size));
    } else if (this.camera) gestures.resized(before, surface.size);
    else gestures.showAtOnce(fittingTransform(atlas.scene.box, surface.size));
    this.updateHighlight();
  }

  private gestureEvents(): GestureEvents {
    return {
      moved: () => this.drawWhileMoving(),
      movementEnded: () => this.reportCamera(),
      hover: (left, top) => this.hover(left, top),
      click: (left, top, isTouch) => {
        const id = this.idAt(left, top);
        const tie = id ? undefined : this.tieAt(left, top);
        // A double tap on so small a dot is difficult, so a tap on the selected node opens it.
        if (id && isTouch && id === this.state.selected) this.events.open(id);
        else if (tie) this.events.selectTie?.(tie);
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
    return loadedMap
      ? loadedMap.pick(left, top, loadedMap.gestures.transform, loadedMap.visible, loadedMap.highlight.nodes)
      : -1;
  }

  /** The tie between two documents at a place in the host, in pixels. */
  private tieAt(left: number, top: number): TieEnds | undefined {
    const { loadedMap } = this;
    if (!loadedMap?.shown) return undefined;
    const { atlas, shown, highlight, gestures } = loadedMap;
    return findTie(
      atlas,
      highlight.nodes ? highlight.regionTies : shown.regionTies,
      { x: left, y: top },
      gestures.transform,
    );
  }

  private hover(left?: number, top?: number): void {
    const node = left === undefined ? -1 : this.indexAt(left, top!);
    const tie = left === undefined || node >= 0 ? undefined : this.tieAt(left, top!);
    // Whatever is drawn can be named, also where its name found no room.
    this.pointedWords.hidden = node < 0 && !tie;
    if (node >= 0) this.pointedWords.textContent = labelOf(this.loadedMap!.atlas.nodeWithDocument(node));
    if (tie) this.pointedWords.textContent = describeTie(this.loadedMap!.atlas, tie);
    this.surface.canvas.style.cursor = node >= 0 || tie ? 'pointer' : '';
    if (node === this.hovered) return;
    this.hovered = node;
    this.updateHighlight();
  }

  private moveCamera(at?: Camera): void {
    this.camera = at;
    if (!this.loadedMap) return;
    const { atlas, gestures } = this.loadedMap;
    const { box } = atlas.scene;
    const half = { x: box.right - box.left, y: box.bottom - box.top };
    gestures.showAtOnce(transformFor(at, this.frameOf(box), gestures.extent, half));
  }

  private reportCamera(): void {
    if (!this.loadedMap) return;
    const { atlas, gestures } = this.loadedMap;
    const now = cameraOf(gestures.transform, this.frameOf(atlas.scene.box));
    if (isSameCamera(now, this.camera)) return;
    this.camera = now;
    this.events.moveCamera(now);
  }

  private frameOf(box: Scene['box']): Frame {
    const { size } = this.surface;
    return { ...size, wholeTransform: fittingTransform(box, size) };
  }

  private updateHighlight(): void {
    const { loadedMap } = this;
    if (!loadedMap) return;
    this.requestMatches();
    this.requestAnswer();
    loadedMap.highlight = this.currentHighlight(loadedMap);
    this.receiveGuests(loadedMap);
    this.redraw();
  }

  /** An answer stays highlighted wherever the pointer is. */
  private currentHighlight({ atlas, visible }: LoadedMap): Highlight {
    const { state, hovered, matches } = this;
    const selected = state.selected ? atlas.indexOf(state.selected) : -1;
    const answered = this.answer?.found && highlightOfAnswer(this.answer.found);
    if (answered) return { ...answered, selected };
    if (hovered >= 0) return { ...highlightOfNode(atlas, visible, hovered, hovered === selected), selected };
    if (selected >= 0) return { ...highlightOfNode(atlas, visible, selected, true), selected };
    const tie = state.tie && highlightOfTie(atlas, visible, state.tie);
    if (tie) return tie;
    if (!state.find || !matches) return NO_HIGHLIGHT;
    const found = Array.from(matches.nodes);
    const hidden = found.filter((node) => !visible[node] && !atlas.isPart(node)).slice(0, MAX_SHOWN_MATCHES);
    return { ...NO_HIGHLIGHT, nodes: [...found.filter((node) => visible[node]), ...hidden] };
  }

  /** Places the highlighted nodes that the filters hide, and puts those of the last highlight back. */
  private receiveGuests({ atlas, visible, highlight, guests }: LoadedMap): void {
    const { x, y } = atlas.scene;
    for (const [node, place] of guests) [x[node], y[node]] = [place.x, place.y];
    guests.clear();
    const hidden = (highlight.nodes ?? []).filter((node) => !visible[node] && !atlas.isHead(node));
    const centre = highlight.centre ?? highlight.questionNodes?.values().next().value ?? -1;
    for (const [node, place] of placeGuests(atlas, hidden, centre)) {
      guests.set(node, { x: x[node], y: y[node] });
      [x[node], y[node]] = [place.x, place.y];
    }
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

  private pictureOf({ atlas, visible, highlight, gestures: { transform } }: LoadedMap): Picture {
    const { state, saved, surface, movementTimer } = this;
    const { size } = surface;
    const shown = visibleParts(atlas.scene, visible, transform, size, state.hasWeakTies);
    const isMoving = movementTimer !== 0;
    const names = placeNames(atlas, visible, shown, transform, size, highlight.nodes, isMoving);
    return {
      atlas,
      visible,
      shown,
      transform,
      size,
      highlight,
      names,
      isMoving,
      saved,
      through: state.through,
    };
  }
}

function isPortrait({ width, height }: Size): boolean {
  return height > 1.1 * width;
}

/** Lays a scene out for the orientation of a picture. @returns whether it had another one */
function turn(scene: Scene, size: Size): boolean {
  if (scene.isPortrait === isPortrait(size)) return false;
  Object.assign(scene, placesOf(scene.columns, isPortrait(size)));
  return true;
}

/** The palette of the light theme, whatever the theme of the page. */
function readLightPalette(host: HTMLElement, kinds: readonly MapKind[]): Palette {
  const container = make('div', { hidden: true });
  container.style.colorScheme = 'light';
  host.append(container);
  const palette = readPalette(container, kinds);
  container.remove();
  return palette;
}

/** A separate canvas, so that the result does not depend on the screen. */
function paintOnCanvas(picture: Picture, palette: Palette): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: PNG_PIXEL_RATIO * picture.size.width,
    height: PNG_PIXEL_RATIO * picture.size.height,
  });
  const context = canvas.getContext('2d', { alpha: false })!;
  context.scale(PNG_PIXEL_RATIO, PNG_PIXEL_RATIO);
  paint(context, picture, palette);
  return canvas;
}
