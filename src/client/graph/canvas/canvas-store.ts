/** The data of the page of a large specification: the columns, and the last answer of the worker. */
import type { MapFinding, MapNode } from '../../../map/model.ts';
import type { MapStore } from '../controller.ts';
import type { Answer, Question } from '../state/ask.ts';
import type { MapState } from '../state/state.ts';
import type { Atlas } from './atlas.ts';

/** Shown until the worker has found the answer. */
const PENDING: Answer = {
  distances: new Map(),
  links: [],
  steps: [],
  summary: 'Looking for it',
  isEmpty: true,
  isPending: true,
};

export class CanvasStore implements MapStore {
  private readonly getAtlas: () => Atlas | undefined;
  private answered: { question: string; answer: Answer; node(id: string): MapNode | undefined } | undefined;
  private cachedFindings: { atlas: Atlas; findings: MapFinding[] } | undefined;

  /** @param getAtlas undefined until the data have arrived; the store is empty until then */
  constructor(getAtlas: () => Atlas | undefined) {
    this.getAtlas = getAtlas;
  }

  get version(): Atlas | undefined {
    return this.getAtlas();
  }

  get findings(): MapFinding[] | undefined {
    const atlas = this.getAtlas();
    if (atlas && atlas !== this.cachedFindings?.atlas)
      this.cachedFindings = { atlas, findings: atlas.findings() };
    return this.cachedFindings?.findings;
  }

  node(id: string): MapNode | undefined {
    return this.nodeAt(this.getAtlas()?.indexOf(id));
  }

  nodeOfAnswer(id: string): MapNode | undefined {
    return this.answered?.node(id) ?? this.node(id);
  }

  findByName(words: string): MapNode | undefined {
    return this.nodeAt(this.getAtlas()?.findByName(words));
  }

  suggestions(): MapNode[] {
    return this.getAtlas()?.suggestions() ?? [];
  }

  countAddedNodes(phase: number): ReadonlyMap<string, number> {
    return this.getAtlas()?.countAddedNodes(phase) ?? new Map();
  }

  stateShowing(state: MapState): MapState {
    return state;
  }

  answer({ ask }: MapState): Answer | undefined {
    if (!ask) return undefined;
    return this.answered?.question === JSON.stringify(ask) ? this.answered.answer : PENDING;
  }

  /** @param node finds the nodes of the answer's steps */
  setAnswer(question: Question, answer: Answer, node: (id: string) => MapNode | undefined): void {
    this.answered = { question: JSON.stringify(question), answer, node };
  }

  private nodeAt(index = -1): MapNode | undefined {
    return index < 0 ? undefined : this.getAtlas()!.node(index);
  }
}
