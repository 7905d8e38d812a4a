/** The data of the page: the map, the last answer of the worker, and what is fetched on demand: sentences and promises. */
import type { Atlas } from '../../map/atlas.ts';
import type { MatrixData } from '../../map/matrix-model.ts';
import type { MapData, MapFinding, MapNode } from '../../map/model.ts';
import { documentMap, holdersOf, relationsOf, type Relation } from './canvas/scene-queries.ts';
import type { NameFinder } from './find-by-name.ts';
import type { Answer, Question } from './state/ask.ts';
import { fetchSentences, sentencesBetween, type SentencesBetween } from './state/sentences.ts';
import type { MapState } from './state/state.ts';

/** Shown until the worker has found the answer. */
const PENDING: Answer = {
  distances: new Map(),
  links: [],
  steps: [],
  summary: 'Looking for it',
  isEmpty: true,
  isPending: true,
};

export interface DataUrls {
  /** Undefined for a large set, which has neither sentences nor promises. */
  sentences?: string;
  promises?: string;
}

export interface MapSource {
  /** Undefined until the data have arrived. */
  readonly atlas: Atlas | undefined;
  /** Rejects if the data could not be fetched. */
  readonly ready: Promise<void>;
}

export class MapStore {
  /** Undefined until they have been fetched. */
  sentences?: SentencesBetween;
  /** Null where they could not be fetched. */
  promises?: MatrixData | null;
  private readonly getSource: () => MapSource | undefined;
  private readonly urls: DataUrls;
  private answered: { question: string; answer: Answer; node(id: string): MapNode | undefined } | undefined;
  private cache:
    | { atlas: Atlas; findings: MapFinding[]; documents: MapData; findByName?: Promise<NameFinder> }
    | undefined;

  /** @param getSource the store is empty until its data have arrived */
  constructor(getSource: () => MapSource | undefined, urls: DataUrls) {
    this.getSource = getSource;
    this.urls = urls;
  }

  /** A new object after each change of the data. */
  get version(): Atlas | undefined {
    return this.getSource()?.atlas;
  }

  get findings(): readonly MapFinding[] {
    return this.cached?.findings ?? [];
  }

  /** The documents and the references between them. */
  get documents(): MapData {
    return this.cached?.documents ?? { nodes: [], ties: [] };
  }

  node(id: string): MapNode | undefined {
    return this.nodeAt(this.version?.indexOf(id));
  }

  /** A node that an answer names; its title says in which document it stands. */
  nodeOfAnswer(id: string): MapNode | undefined {
    const atlas = this.version;
    const index = atlas?.indexOf(id) ?? -1;
    return this.answered?.node(id) ?? (index < 0 ? undefined : atlas!.nodeWithDocument(index));
  }

  /**
   * The node that words mean: its name, an address, or words of its name. Waits for the data of the map and for the code
   * that reads the words.
   */
  async findByName(words: string): Promise<MapNode | undefined> {
    await this.getSource()?.ready.catch(() => undefined);
    const { cached } = this;
    if (!cached) return undefined;
    cached.findByName ??= import('./find-by-name.ts').then(({ createNameFinder }) =>
      createNameFinder(cached.atlas),
    );
    return this.nodeAt((await cached.findByName)(words));
  }

  /** The nodes whose names a field proposes. */
  suggestions(): MapNode[] {
    return this.version?.suggestions() ?? [];
  }

  relationsOf(id: string): { to: Relation[]; from: Relation[] } {
    const atlas = this.version;
    return atlas ? relationsOf(atlas, id) : { to: [], from: [] };
  }

  countAddedNodes(phase: number): ReadonlyMap<string, number> {
    return this.version?.countAddedNodes(phase) ?? new Map();
  }

  /** The answer to the question of a state; pending until the worker has found it. */
  answer({ ask }: MapState): Answer | undefined {
    if (!ask) return undefined;
    return this.answered?.question === JSON.stringify(ask) ? this.answered.answer : PENDING;
  }

  /** @param node finds the nodes of the answer's steps */
  setAnswer(question: Question, answer: Answer, node: (id: string) => MapNode | undefined): void {
    this.answered = { question: JSON.stringify(question), answer, node };
  }

  /** Forgets what was fetched for the data before a save. */
  forget(): void {
    this.sentences = this.promises = this.answered = undefined;
  }

  /** @returns whether this call has added them; rejects if they could not be fetched */
  async fetchSentences(): Promise<boolean> {
    const { version, urls } = this;
    if (this.sentences || !urls.sentences || !version) return false;
    const sentences = await fetchSentences(urls.sentences);
    // A save may have come while they were fetched.
    if (this.sentences || version !== this.version) return false;
    this.sentences = sentencesBetween(
      sentences,
      (id) => this.nodeOfAnswer(id),
      (id) => holdersOf(version, id),
    );
    return true;
  }

  /** @returns whether this call has added them */
  async fetchPromises(): Promise<boolean> {
    if (this.promises !== undefined || !this.urls.promises) return false;
    const response = await fetch(this.urls.promises).catch(() => undefined);
    if (this.promises !== undefined) return false;
    this.promises = response?.ok ? ((await response.json()) as MatrixData) : null;
    return true;
  }

  private get cached(): MapStore['cache'] {
    const atlas = this.version;
    if (atlas && atlas !== this.cache?.atlas)
      this.cache = {
        atlas,
        findings: atlas.findings(),
        documents: documentMap(atlas),
      };
    return this.cache;
  }

  private nodeAt(index = -1): MapNode | undefined {
    return index < 0 ? undefined : this.version!.node(index);
  }
}
