/** Looks up nodes of a scene by index and by id, and the ties of a node. Pure. */
import { anchorOf, valuesIn, type Columns } from './columns.ts';
import { isHead, traitsOf } from './kinds.ts';
import type { MapFinding, MapKind, MapNode, MapTie } from './model.ts';
import { labelOf, type NameParts } from './names.ts';
import { textAt } from './packing.ts';
import { HEAD_RADIUS } from './region-layout.ts';
import type { Scene } from './scene.ts';

/** What decides which nodes are visible. */
export interface Filters {
  kinds: readonly MapKind[];
  /** The last phase that is shown; all where absent. */
  through?: number;
  /** Only variables of this component; all where absent. */
  component?: string;
}

/** The largest number of proposed names. */
const MAX_SUGGESTIONS = 800;
/** Radius of a node other than a document, in user units. */
const NODE_RADIUS = 2.2;

export class Atlas {
  readonly scene: Scene;
  readonly size: number;

  constructor(scene: Scene) {
    this.scene = scene;
    this.size = scene.x.length;
  }

  isHead(node: number): boolean {
    return this.headOf(node) === node;
  }

  headOf(node: number): number {
    return this.scene.columns.starts[this.scene.regionOf[node]];
  }

  /** Whether the node is a part of its document. */
  isPart(node: number): boolean {
    const { isPart, kind } = this.scene.columns;
    return isPart[kind[node]];
  }

  kindOf(node: number): MapNode['kind'] {
    const { kinds, kind } = this.scene.columns;
    return kinds[kind[node]];
  }

  namePartsOf(node: number): NameParts {
    return namePartsAt(this.scene.columns, node);
  }

  labelOf(node: number): string {
    return labelOf(this.namePartsOf(node));
  }

  idOf(node: number): string {
    const text = textAt(this.scene.columns.ids, node);
    return text[0] === '=' ? text.slice(1) : this.idOf(this.headOf(node)) + this.restOfId(node, text);
  }

  urlOf(node: number): string {
    const text = textAt(this.scene.columns.urls, node);
    if (text[0] === '=') return text.slice(1);
    const rest = text[0] === '~' ? text.slice(1) : this.restOfId(node, textAt(this.scene.columns.ids, node));
    return this.urlOf(this.headOf(node)) + rest;
  }

  /** Index of a node; -1 where there is none. */
  indexOf(id: string): number {
    const { starts } = this.scene.columns;
    for (let region = 0; region + 1 < starts.length; region++) {
      const head = this.idOf(starts[region]);
      if (id === head) return starts[region];
      if (!id.startsWith(head)) continue;
      const rest = id.slice(head.length);
      for (let node = starts[region] + 1; node < starts[region + 1]; node++)
        if (this.restOfId(node, textAt(this.scene.columns.ids, node)) === rest) return node;
    }
    return this.indexOfWhole(id);
  }

  /** The part of an id after the id of its document; undefined where it does not begin with that. @param text as encoded */
  private restOfId(node: number, text: string): string | undefined {
    return text === '#' ? anchorOf(this.namePartsOf(node)) : text[0] === '~' ? text.slice(1) : undefined;
  }

  /** An id that does not begin with the id of its document. */
  private indexOfWhole(id: string): number {
    const { all, starts } = this.scene.columns.ids;
    const at = `\n${all}\n`.indexOf(`\n=${id}\n`);
    return at < 0 ? -1 : starts.indexOf(at);
  }

  /** The proposed names: documents first, then nodes outside documents, up to the limit. */
  suggestions(): MapNode[] {
    const { kinds, kind, isPart, starts } = this.scene.columns;
    const isOutsideDocuments = kinds.map((name, code) => !isHead({ kind: name }) && !isPart[code]);
    const heads = Array.from(starts.subarray(0, -1)).filter((node) => isHead({ kind: this.kindOf(node) }));
    const others = Array.from({ length: this.size }, (_, node) => node).filter(
      (node) => isOutsideDocuments[kind[node]],
    );
    return [...heads, ...others].slice(0, MAX_SUGGESTIONS).map((node) => this.node(node));
  }

  /** How many nodes of each kind a phase has added, without sections and steps. */
  countAddedNodes(phase: number): Map<MapNode['kind'], number> {
    const { kinds, kind, isPart, phase: phases } = this.scene.columns;
    const counts = kinds.map(() => 0);
    for (let node = 0; node < this.size; node++) if (phases[node] === phase) counts[kind[node]]++;
    return new Map(
      kinds
        .map((name, code): [MapNode['kind'], number] => [name, isPart[code] ? 0 : counts[code]])
        .filter(([name, count]) => count > 0 && !traitsOf(name).adds),
    );
  }

  node(index: number): MapNode {
    const { columns, x, y } = this.scene;
    const head = this.headOf(index);
    const components = columns.components[columns.component[index]];
    return {
      id: this.idOf(index),
      ...this.namePartsOf(index),
      about: columns.abouts[columns.about[index]],
      url: this.urlOf(index),
      ...(columns.facts[columns.fact[index]] ? { values: valuesIn(columns.facts[columns.fact[index]]) } : {}),
      ...(columns.phase[index] ? { phase: columns.phase[index] } : {}),
      ...(components ? { components } : {}),
      ...(this.isPart(index) ? { document: this.idOf(head) } : {}),
      ...(columns.faults[index] ? { findings: columns.faults[index] } : {}),
      ...(columns.isMissing[index] ? { isMissing: true as const } : {}),
      x: x[index],
      y: y[index],
      r: this.radiusOf(index),
    };
  }

  /** A node whose title names its document: "14, 8.1 Server Role". */
  nodeWithDocument(index: number): MapNode {
    const node = this.node(index);
    if (!node.document) return node;
    const { number, title } = this.namePartsOf(this.headOf(index));
    return {
      ...node,
      number: undefined,
      numbering: undefined,
      title: `${number || title}, ${labelOf(node)}`,
    };
  }

  radiusOf(index: number): number {
    return this.isHead(index) ? HEAD_RADIUS : NODE_RADIUS;
  }

  tie(index: number): MapTie {
    const { columns, source } = this.scene;
    const broken = columns.isMissing[columns.to[index]] ? { broken: true as const } : {};
    return {
      ...broken,
      source: this.idOf(source[index]),
      target: this.idOf(columns.to[index]),
      kind: columns.tieKinds[columns.tieKind[index]],
      count: columns.count[index],
    };
  }

  /** Indices of the outgoing and of the incoming ties of a node. */
  tiesOf(node: number): { outgoing: number[]; incoming: number[] } {
    const {
      columns: { from },
      incoming,
      incomingStarts: intoFrom,
    } = this.scene;
    return {
      outgoing: Array.from({ length: from[node + 1] - from[node] }, (_, i) => from[node] + i),
      incoming: [...incoming.subarray(intoFrom[node], intoFrom[node + 1])],
    };
  }

  neighbours(node: number): number[] {
    const { outgoing: out, incoming: into } = this.tiesOf(node);
    return [
      ...new Set([
        ...out.map((tie) => this.scene.columns.to[tie]),
        ...into.map((tie) => this.scene.source[tie]),
      ]),
    ];
  }

  findings(): MapFinding[] {
    return this.scene.columns.findings.map((finding) => ({
      ...finding,
      nodes: finding.nodes.map((node) => this.idOf(node)),
    }));
  }

  /** 1 for each node that passes the filters, 0 for all others. A missing node is visible with the document that refers to it. */
  visible({ kinds, through, component }: Filters): Uint8Array {
    const { columns } = this.scene;
    const isShown = columns.kinds.map((kind) => kinds.includes(kind));
    const serves = columns.components.map((list) => !component || !list || list.includes(component));
    const last = through ?? 255;
    const visible = new Uint8Array(this.size);
    for (let i = 0; i < this.size; i++)
      if (isShown[columns.kind[i]] && columns.phase[i] <= last && serves[columns.component[i]])
        visible[i] = 1;
    columns.isMissing.forEach((isMissing, i) => isMissing && (visible[i] = visible[this.headOf(i)]));
    return visible;
  }
}

function namePartsAt(
  { kinds, kind, numbers, number, numberings, numbering, titles }: Columns,
  node: number,
): NameParts {
  const [numberText, numberingText] = [numbers[number[node]], numberings[numbering[node]]];
  return {
    kind: kinds[kind[node]],
    ...(numberText && { number: numberText }),
    ...(numberingText && { numbering: numberingText }),
    title: textAt(titles, node),
  };
}

/** Indices of the nodes whose name or description has all the words. It reads every text, so it runs in the worker. */
export function matchesIn(columns: Columns, find: string): Uint32Array<ArrayBuffer> {
  const words = find
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  if (words.length === 0) return new Uint32Array(0);
  const abouts = columns.abouts.map((about) => about.toLowerCase());
  const found: number[] = [];
  for (let i = 0; i < columns.kind.length; i++) {
    const [label, about] = [labelOf(namePartsAt(columns, i)).toLowerCase(), abouts[columns.about[i]]];
    if (words.every((word) => label.includes(word) || about.includes(word))) found.push(i);
  }
  return Uint32Array.from(found);
}
