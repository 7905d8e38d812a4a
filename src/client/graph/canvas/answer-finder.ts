/** Answers questions about a large map in terms of its visible nodes. Pure; it runs in the worker, because it may visit every node. */
import type { MapData } from '../../../map/model.ts';
import { answerOf, answerByVisible, type Answer, type Link, type Question } from '../state/ask.ts';
import type { MapState } from '../state/state.ts';
import { Atlas } from './atlas.ts';
import type { Scene } from '../../../map/scene.ts';

/** The parts of the state that decide which nodes are visible. */
export type Filters = Pick<MapState, 'kinds' | 'through' | 'appliance'>;

export type DrawnDirection = Exclude<Link['way'], 'broken'>;

export interface LargeAnswer {
  /** The answer without distances and links, which are given as indices below. */
  answer: Answer;
  /** Index of the node of each step. */
  steps: Uint32Array<ArrayBuffer>;
  /** Indices of the highlighted nodes, nearest first. */
  highlighted: Uint32Array<ArrayBuffer>;
  /** How many of the highlighted nodes, from the first on, the question names. */
  questionNodeCount: number;
  /** Indices of the ends of each line, from the nearer to the farther. */
  lines: Record<DrawnDirection, Uint32Array<ArrayBuffer>>;
}

export class AnswerFinder {
  private readonly atlas: Atlas;
  private readonly data: MapData;
  private readonly indices: Map<string, number>;

  constructor(scene: Scene) {
    this.atlas = new Atlas(scene);
    const nodes = Array.from({ length: this.atlas.size }, (_, i) => this.atlas.nodeWithDocument(i));
    this.indices = new Map(nodes.map(({ id }, i) => [id, i]));
    this.data = {
      nodes,
      ties: Array.from(scene.columns.to, (_, i) => this.atlas.tie(i)),
      findings: this.atlas.findings(),
    };
  }

  answer(question: Question, filters: Filters): LargeAnswer {
    const askedIds = 'of' in question ? [question.of] : [];
    const visibleIds = this.visibleIds(filters, question.kind === 'near' ? askedIds : []);
    const visible =
      question.kind === 'near'
        ? {
            nodes: [],
            ties: this.data.ties.filter(
              ({ source, target }) => visibleIds.has(source) && visibleIds.has(target),
            ),
          }
        : undefined;
    const answer = answerOf(this.data, question, visible && { ...visible, nodes: this.data.nodes });
    const { distances, links } = answerByVisible(answer, this.data, visibleIds);
    const byDistance = [...distances].sort(([, a], [, b]) => a - b);
    const endsOfLines = (way: DrawnDirection): Uint32Array<ArrayBuffer> =>
      this.indicesOf(
        links.filter((link) => link.way === way).flatMap(({ source, target }) => [source, target]),
      );
    return {
      answer: { ...answer, distances: new Map(), links: [] },
      steps: this.indicesOf(answer.steps.map(({ id }) => id)),
      highlighted: this.indicesOf(byDistance.map(([id]) => id)),
      questionNodeCount: byDistance.filter(([, distance]) => distance === 0).length,
      lines: { out: endsOfLines('out'), in: endsOfLines('in'), path: endsOfLines('path') },
    };
  }

  private visibleIds(filters: Filters, also: readonly string[]): Set<string> {
    const visible = this.atlas.visible(filters);
    return new Set(
      [...also, ...this.data.nodes.filter((_, i) => visible[i]).map(({ id }) => id)].filter((id) =>
        this.indices.has(id),
      ),
    );
  }

  private indicesOf(ids: readonly string[]): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(ids.flatMap((id) => this.indices.get(id) ?? []));
  }
}

export function buffersOfAnswer({ steps, highlighted, lines }: LargeAnswer): ArrayBuffer[] {
  return [steps, highlighted, ...Object.values(lines)].map(({ buffer }) => buffer);
}
