/** Fetches, places and sums up a large map away from the page, searches its texts and answers questions to it. */
import type { Question } from '../state/ask.ts';
import { Asker, buffersOfAnswer, type Filters, type LargeAnswer } from './asking.ts';
import { matchesIn } from './atlas.ts';
import { decode, type Columns, type LargeMap } from '../../../map/columns.ts';
import { buffersOf, sceneOf, type Scene } from '../../../map/scene.ts';

export type Request =
  | { kind: 'open'; url: string }
  | { kind: 'take'; map: LargeMap }
  | { kind: 'find'; find: string }
  | { kind: 'ask'; key: string; question: Question; filters: Filters };
export type Reply =
  | { kind: 'scene'; scene: Scene }
  | { kind: 'failed'; reason: string }
  | { kind: 'found'; find: string; nodes: Uint32Array<ArrayBuffer> }
  | { kind: 'answer'; key: string; found: LargeAnswer };

/** Kept for the search: what is sent moves away. */
let map: LargeMap | undefined;
let searched: Columns | undefined;
let asker: Asker | undefined;

const send = (reply: Reply, buffers: ArrayBuffer[] = []): void =>
  (self as unknown as Worker).postMessage(reply, buffers);

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'find') return find(data.find);
  if (data.kind === 'ask') return answer(data);
  const coming = data.kind === 'take' ? Promise.resolve(data.map) : fetchMap(data.url);
  coming.then(show).catch((error: Error) => send({ kind: 'failed', reason: error.message }));
});

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
  // What was sent has moved away.
  asker ??= new Asker(sceneOf(map));
  const found = asker.answer(question, filters);
  send({ kind: 'answer', key, found }, buffersOfAnswer(found));
}
