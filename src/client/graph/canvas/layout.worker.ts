/** Fetches and lays out a large map in a thread of its own, searches its texts and answers questions about it. */
import type { Question } from '../state/ask.ts';
import { Asker, buffersOfAnswer, type Filters, type LargeAnswer } from './asking.ts';
import { matchesIn } from './atlas.ts';
import { decode, type Columns, type LargeMap } from '../../../map/columns.ts';
import { keptPlaces } from '../../../map/kept-places.ts';
import { buffersOf, sceneOf, type Scene } from '../../../map/scene.ts';

export type Request =
  /** The first request opens the map; later ones update it, and known nodes keep their places. */
  | { kind: 'open'; url: string }
  | { kind: 'find'; find: string }
  | { kind: 'ask'; key: string; question: Question; filters: Filters };
export type Reply =
  | { kind: 'scene'; scene: Scene }
  | { kind: 'failed'; reason: string }
  | { kind: 'found'; find: string; nodes: Uint32Array<ArrayBuffer> }
  | { kind: 'answer'; key: string; found: LargeAnswer };

/** Kept for questions and searches, because the buffers of a sent scene belong to the page. */
let map: LargeMap | undefined;
let searched: Columns | undefined;
let asker: Asker | undefined;

const send = (reply: Reply, buffers: ArrayBuffer[] = []): void =>
  (self as unknown as Worker).postMessage(reply, buffers);

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'find') return find(data.find);
  if (data.kind === 'ask') return answer(data);
  open(data.url).catch((error: Error) => send({ kind: 'failed', reason: error.message }));
});

let opened = 0;

async function open(url: string): Promise<void> {
  const own = ++opened;
  const fetched = await fetchMap(url);
  // A later request has replaced this one.
  if (own !== opened) return;
  show(map ? { ...fetched, places: keptPlaces(map, fetched) } : fetched);
}

async function fetchMap(url: string): Promise<LargeMap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as LargeMap;
}

function show(own: LargeMap): void {
  map = own;
  [searched, asker] = [undefined, undefined];
  const scene = sceneOf(own);
  send({ kind: 'scene', scene }, buffersOf(scene));
}

function find(words: string): void {
  if (!map) return;
  searched ??= decode(map);
  const nodes = matchesIn(searched, words);
  send({ kind: 'found', find: words, nodes }, [nodes.buffer]);
}

function answer({ key, question, filters }: Extract<Request, { kind: 'ask' }>): void {
  if (!map) return;
  asker ??= new Asker(sceneOf(map));
  const found = asker.answer(question, filters);
  send({ kind: 'answer', key, found }, buffersOfAnswer(found));
}
