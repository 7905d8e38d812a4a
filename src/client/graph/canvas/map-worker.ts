/** The worker as the page sees it: it is asked only for what it has not been asked for, and late replies are dropped. */
import type { Filters } from '../../../map/atlas.ts';
import type { Scene } from '../../../map/scene.ts';
import type { Question } from '../state/ask.ts';
import type { MapState } from '../state/state.ts';
import type { LargeAnswer } from './answer-finder.ts';
import type { Reply, Request } from './layout.worker.ts';

export interface MapWorkerEvents {
  scene(scene: Scene): void;
  failed(reason: string): void;
  /** @param nodes that match the search, by index */
  found(nodes: ArrayLike<number>): void;
  answered(question: Question, found: LargeAnswer): void;
}

export class MapWorker {
  /** The last search that has been answered. */
  matches: { find: string; nodes: ArrayLike<number> } | undefined;
  private requestedWords: string | undefined;
  /** The last question, and its answer; until this has arrived, that of the question before. */
  private asked: { key: string; question: Question; found?: LargeAnswer; isPending: boolean } | undefined;
  private readonly worker: Worker;

  constructor(events: MapWorkerEvents) {
    this.worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.receive(data, events));
    this.worker.addEventListener('error', ({ message }) => events.failed(message));
  }

  /** The answer to the last question, or until it has arrived that to the one before. */
  get answer(): LargeAnswer | undefined {
    return this.asked?.found;
  }

  /** @param url of the columns; without it the map that was fetched last is laid out again */
  open(url: string | undefined, isPortrait: boolean): void {
    this.request({ kind: 'open', url, isPortrait });
  }

  /** Asks for what a state needs. */
  ask({ find, ask: question, kinds, through, component }: MapState): void {
    if (find && find !== this.requestedWords)
      this.request({ kind: 'find', find: (this.requestedWords = find) });
    if (!question) return void (this.asked = undefined);
    const filters: Filters = { kinds, through, component };
    const key = JSON.stringify([question, filters]);
    if (this.asked?.key === key) return;
    this.asked = { key, question, found: this.asked?.found, isPending: true };
    this.request({ kind: 'ask', key, question, filters });
  }

  /** Whether the worker has replied to the search and to the question. */
  isComplete({ find }: MapState): boolean {
    return (!find || this.matches?.find === find) && !this.asked?.isPending;
  }

  /** Indices of the scene before mean other nodes now. */
  forget(): void {
    this.requestedWords = this.matches = this.asked = undefined;
  }

  terminate(): void {
    this.worker.terminate();
  }

  private request(message: Request): void {
    this.worker.postMessage(message);
  }

  private receive(reply: Reply, events: MapWorkerEvents): void {
    switch (reply.kind) {
      case 'scene':
        return events.scene(reply.scene);
      case 'failed':
        return events.failed(reply.reason);
      case 'found':
        this.matches = reply;
        return events.found(reply.nodes);
      case 'answer': {
        if (!this.asked || reply.key !== this.asked.key) return;
        this.asked = { ...this.asked, found: reply.found, isPending: false };
        events.answered(this.asked.question, reply.found);
      }
    }
  }
}
