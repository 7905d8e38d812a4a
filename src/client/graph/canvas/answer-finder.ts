/** Answers questions about a map in terms of its visible nodes. Pure; it runs in the worker, because it may visit every node. */
import { Atlas, type Filters } from '../../../map/atlas.ts';
import type { MapData, MapTie } from '../../../map/model.ts';
import type { Scene } from '../../../map/scene.ts';
import { answerByVisible, answerOf, type Answer, type Link, type Question } from '../state/ask.ts';

export interface LargeAnswer {
  /** The answer without distances and links, which are given as indices below. */
  answer: Answer;
  /** Index of the node of each step. */
  steps: Uint32Array<ArrayBuffer>;
  /** Indices of the highlighted nodes, nearest first. */
  highlighted: Uint32Array<ArrayBuffer>;
  /** How many of the highlighted nodes, from the first on, the question names. */
  questionNodeCount: number;
  /** Indices of the ends of each line, in the direction of its references; those of a path are apart. */
  lines: Uint32Array<ArrayBuffer>;
  path: Uint32Array<ArrayBuffer>;
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
      changes: scene.columns.changes.map(({ node, words }) => ({ id: nodes[node].id, words })),
      revision: scene.columns.revision,
    };
  }

  answer(question: Question, filters: Filters): LargeAnswer {
    const visibleIds = this.visibleIds(filters, question);
    const answer = answerOf(
      this.data,
      question,
      question.kind === 'near' ? this.tiesOfShown(visibleIds) : undefined,
    );
    // The steps of a path, and what stands outside documents and refers to the target itself, are shown in any case.
    for (const { id, distance } of answer.steps)
      if (question.kind === 'path' || (distance === 1 && !this.isPart(id))) visibleIds.add(id);
    const { distances, links } = answerByVisible(answer, this.data, visibleIds);
    const byDistance = [...distances].sort(([, a], [, b]) => a - b);
    const ends = ({ source, target, way }: Link): string[] =>
      way === 'in' ? [target, source] : [source, target];
    const drawn = links.filter(({ way }) => way !== 'broken');
    return {
      answer: { ...answer, distances: new Map(), links: [] },
      steps: this.indicesOf(answer.steps.map(({ id }) => id)),
      highlighted: this.indicesOf(byDistance.map(([id]) => id)),
      questionNodeCount: byDistance.filter(([, distance]) => distance === 0).length,
      lines: this.indicesOf(drawn.filter(({ way }) => way !== 'path').flatMap(ends)),
      path: this.indicesOf(drawn.filter(({ way }) => way === 'path').flatMap(ends)),
    };
  }

  /** The nodes that pass the filters and those that the question names. A neighbourhood also shows what stands outside documents. */
  private visibleIds(filters: Filters, question: Question): Set<string> {
    const { kinds, isPart } = this.atlas.scene.columns;
    const outside = question.kind === 'near' ? kinds.filter((_, code) => !isPart[code]) : [];
    const visible = this.atlas.visible({ ...filters, kinds: [...filters.kinds, ...outside] });
    const shown = this.data.nodes.filter((_, i) => visible[i]);
    const asked = 'of' in question ? [question.of] : [];
    return new Set([...asked, ...shown.map(({ id }) => id)].filter((id) => this.indices.has(id)));
  }

  /** The ties between shown nodes. Those of a hidden section count for its document. */
  private tiesOfShown(shownIds: ReadonlySet<string>): MapData {
    const shownId = (id: string): string => {
      const index = this.indices.get(id)!;
      return shownIds.has(id) || !this.atlas.isPart(index) ? id : this.atlas.idOf(this.atlas.headOf(index));
    };
    const ties = new Map<string, MapTie>();
    for (const tie of this.data.ties) {
      const [source, target] = [shownId(tie.source), shownId(tie.target)];
      if (source !== target && shownIds.has(source) && shownIds.has(target))
        ties.set(`${source} ${target} ${tie.kind}`, { ...tie, source, target });
    }
    return { nodes: this.data.nodes, ties: [...ties.values()] };
  }

  private isPart(id: string): boolean {
    const index = this.indices.get(id);
    return index !== undefined && this.atlas.isPart(index);
  }

  private indicesOf(ids: readonly string[]): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(ids.flatMap((id) => this.indices.get(id) ?? []));
  }
}
