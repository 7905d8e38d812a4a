/** Fetches and lays out a map in a thread of its own, searches its texts and answers questions about it. */
import { matchesIn, type Filters } from '../../../map/atlas.ts';
import { decode, type Columns, type LargeMap } from '../../../map/columns.ts';
import { keepRegionPlaces } from '../../../map/kept-places.ts';
import { buffersOf, sceneOf, type Scene } from '../../../map/scene.ts';
import type { Question } from '../state/ask.ts';
import type { AnswerFinder, LargeAnswer } from './answer-finder.ts';

export type Request =
  /**
   * The first request opens the map; later ones update it, and known nodes keep their places. Without a URL, the map
   * that was fetched last is laid out again.
   */
  | { kind: 'open'; url?: string; isPortrait: boolean }
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
let answerFinder: Promise<AnswerFinder> | undefined;

const send = (reply: Reply, buffers: ArrayBuffer[] = []): void =>
  (self as unknown as Worker).postMessage(reply, buffers);

const sendFailure = (error: Error): void => send({ kind: 'failed', reason: error.message });

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'find') return sendMatches(data.find);
  (data.kind === 'ask' ? sendAnswer(data) : openMap(data)).catch(sendFailure);
});

let latestRequest = 0;

async function openMap({ url, isPortrait }: Extract<Request, { kind: 'open' }>): Promise<void> {
  if (url === undefined) return sendScene(isPortrait);
  const request = ++latestRequest;
  const fetched = await fetchMap(url);
  // A later request has replaced this one.
  if (request !== latestRequest) return;
  map = map ? { ...fetched, places: keepRegionPlaces(map, fetched) } : fetched;
  [columns, answerFinder] = [undefined, undefined];
  sendScene(isPortrait);
}

async function fetchMap(url: string): Promise<LargeMap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as LargeMap;
}

function sendScene(isPortrait: boolean): void {
  if (!map) return;
  const scene = sceneOf(map, isPortrait);
  send({ kind: 'scene', scene }, buffersOf(scene));
}

function sendMatches(words: string): void {
  if (!map) return;
  columns ??= decode(map);
  const nodes = matchesIn(columns, words);
  send({ kind: 'found', find: words, nodes }, [nodes.buffer]);
}

/** The code that answers is fetched with the first question. */
async function sendAnswer({ key, question, filters }: Extract<Request, { kind: 'ask' }>): Promise<void> {
  if (!map) return;
  const current = map;
  answerFinder ??= import('./answer-finder.ts').then(
    ({ AnswerFinder }) => new AnswerFinder(sceneOf(current)),
  );
  const found = (await answerFinder).answer(question, filters);
  send({ kind: 'answer', key, found }, buffersOfAnswer(found));
}

function buffersOfAnswer({ steps, highlighted, lines, path }: LargeAnswer): ArrayBuffer[] {
  return [steps, highlighted, lines, path].map(({ buffer }) => buffer);
}
