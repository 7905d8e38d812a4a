/** The data of the page of a small specification: the data in the page and, once fetched, sections, sentences and promises. */
import type { MapData, MapFinding, MapNode } from '../../map/model.ts';
import type { MatrixData } from '../../map/matrix-model.ts';
import type { MapStore } from './controller.ts';
import { fetchMatrix } from './matrix/loader.ts';
import { answerOf, type Answer } from './state/ask.ts';
import { changesOf, keepPlaces, type Changes } from './state/changes.ts';
import { detailsLoader, type Details } from './state/details.ts';
import { lookupOf, type NodeLookup } from './state/node-lookup.ts';
import { stateShowing, visibleOf, type MapState } from './state/state.ts';
import { countAddedNodes } from './timeline.ts';

export interface DataUrls {
  details: string;
  matrix: string;
}

export class MapPageStore implements MapStore {
  /** The data that the page contained from the start. */
  data: MapData;
  details?: Details;
  /** Null if it could not be fetched. */
  matrix?: MatrixData | null;
  private readonly urls: DataUrls;
  private loadDetails: () => Promise<Details>;
  private cachedLookup: { data: MapData; cachedLookup: NodeLookup };

  constructor(data: MapData, urls: DataUrls) {
    this.data = data;
    this.urls = urls;
    this.loadDetails = detailsLoader(urls.details, data);
    this.cachedLookup = { data, cachedLookup: lookupOf(data) };
  }

  /** With sections and steps, once they have been fetched. */
  get allData(): MapData {
    return this.details?.data ?? this.data;
  }

  get version(): MapData {
    return this.allData;
  }

  get findings(): readonly MapFinding[] {
    return this.data.findings ?? [];
  }

  node(id: string): MapNode | undefined {
    return this.nodes.node(id);
  }

  nodeOfAnswer(id: string): MapNode | undefined {
    return this.nodes.nodeOfAnswer(id);
  }

  findByName(words: string): MapNode | undefined {
    return this.nodes.findByName(words);
  }

  suggestions(): readonly MapNode[] {
    return this.nodes.suggestions();
  }

  countAddedNodes(phase: number): Map<string, number> {
    return countAddedNodes(this.data, phase);
  }

  stateShowing(state: MapState, node: MapNode): MapState {
    return stateShowing(this.allData, state, node);
  }

  answer({ ask, ...state }: MapState): Answer | undefined {
    if (!ask) return undefined;
    const visible =
      ask.kind === 'near' ? visibleOf(this.allData, { ...state, ask, alwaysShown: [ask.of] }) : undefined;
    return answerOf(this.allData, ask, visible);
  }

  /** @returns whether this call has added the details; rejects if they could not be fetched */
  async fetchDetails(): Promise<boolean> {
    if (this.details) return false;
    const load = this.loadDetails;
    const details = await load();
    // A save may have come while they were fetched, or an earlier call may have brought them.
    if (load !== this.loadDetails || this.details) return false;
    this.details = { ...details, data: keepPlaces(this.data, details.data) };
    return true;
  }

  /** Fetches the sentences between documents and the promises of contracts. */
  async fetchMatrix(): Promise<void> {
    const { data } = this;
    const matrix = await fetchMatrix(this.urls.matrix);
    // A save may have come while they were fetched.
    if (data !== this.data) return this.fetchMatrix();
    this.matrix = matrix;
  }

  /** Takes over new data, with every node at its old place. @returns undefined where a later save has come meanwhile */
  async replace(next: MapData): Promise<Changes | undefined> {
    const before = this.allData;
    const load = detailsLoader(this.urls.details, next);
    this.loadDetails = load;
    const fetched = this.details && (await load().catch(() => undefined));
    if (load !== this.loadDetails) return undefined;
    this.data = keepPlaces(before, next);
    this.details = fetched && { ...fetched, data: keepPlaces(before, fetched.data) };
    this.matrix = undefined;
    return changesOf(before, this.allData);
  }

  private get nodes(): NodeLookup {
    if (this.cachedLookup.data !== this.allData)
      this.cachedLookup = { data: this.allData, cachedLookup: lookupOf(this.allData) };
    return this.cachedLookup.cachedLookup;
  }
}
