/** Fetches and lays out a map in a thread of its own, searches its texts and answers questions about it. */
import type { Question } from '../state/ask.ts';
import { matchesIn, type Filters } from '../../../map/atlas.ts';
import { AnswerFinder, buffersOfAnswer, type LargeAnswer } from './answer-finder.ts';
import { decode, type Columns, type LargeMap } from '../../../map/columns.ts';
import { keepRegionPlaces } from '../../../map/kept-places.ts';
import { buffersOf, sceneOf, type Scene } from '../../../map/scene.ts';

export type Request =
  /** The first request opens the map; later ones update it, and known nodes keep their places. */
  | { kind: 'open'; url: string; isPortrait: boolean }
  | { kind: 'find'; find: string }
  | { kind: 'ask'; key: string; question: Question; filters: Filters };
export type Reply =
  | { kind: 'scene'; scene: Scene }
  | { kind: 'failed'; reason: string }
  | { kind: 'found'; find: string; nodes: Uint32Array<ArrayBuffer> }
  | { kind: 'answer'; key: string; found: LargeAnswer };

/** Kept for questions and searches, because the buffers of a sent scene belong to the page. */
let map: LargeMap | undefined;
let columns: Columns | undefined;
let answerFinder: AnswerFinder | undefined;

const send = (reply: Reply, buffers: ArrayBuffer[] = []): void =>
  (self as unknown as Worker).postMessage(reply, buffers);

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'find') return sendMatches(data.find);
  if (data.kind === 'ask') return sendAnswer(data);
  openMap(data).catch((error: Error) => send({ kind: 'failed', reason: error.message }));
});

let latestRequest = 0;

async function openMap({ url, isPortrait }: Extract<Request, { kind: 'open' }>): Promise<void> {
  const request = ++latestRequest;
  const fetched = await fetchMap(url);
  // A later request has replaced this one.
  if (request !== latestRequest) return;
  showMap(map ? { ...fetched, places: keepRegionPlaces(map, fetched) } : fetched, isPortrait);
}

async function fetchMap(url: string): Promise<LargeMap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as LargeMap;
}

function showMap(newMap: LargeMap, isPortrait: boolean): void {
  map = newMap;
  [columns, answerFinder] = [undefined, undefined];
  const scene = sceneOf(newMap, isPortrait);
  send({ kind: 'scene', scene }, buffersOf(scene));
}

function sendMatches(words: string): void {
  if (!map) return;
  columns ??= decode(map);
  const nodes = matchesIn(columns, words);
  send({ kind: 'found', find: words, nodes }, [nodes.buffer]);
}

function sendAnswer({ key, question, filters }: Extract<Request, { kind: 'ask' }>): void {
  if (!map) return;
  answerFinder ??= new AnswerFinder(sceneOf(map));
  const found = answerFinder.answer(question, filters);
  send({ kind: 'answer', key, found }, buffersOfAnswer(found));
}
