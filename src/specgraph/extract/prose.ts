/**
 * Prose as sentences with exact places. A unit is a paragraph, a heading or a whole table row; its words are joined
 * into one flat string in which every character knows where it came from, so that readers of references need not
 * know about Markdown.
 */
import type { Nodes, TableRow as MdastRow } from 'mdast';
import type { ProseUnit, Sentence, SourceRange } from '../model.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { childrenOf, type Parts } from '../parse/markdown.ts';

/** A stretch of a unit's flat text that is a code span or a link. */
export interface Span {
  kind: 'code' | 'link';
  start: number;
  end: number;
  /** Of a link: its destination. */
  url?: string;
}

export interface FlatUnit extends ProseUnit {
  spans: Span[];
  /** The place of `text.slice(start, end)`. */
  place(start: number, end: number): SourceRange;
}

/** Cells of a row, and nothing else, are joined by this. */
export const CELL_JOIN = ' | ';

/**
 * @param definitions destinations of reference-style links, by normalised label
 * @returns the units of the document in order; code blocks and HTML are not prose
 */
export function extractUnits(parts: Parts, source: string, index: LineIndex, definitions: Map<string, string>): FlatUnit[] {
  return parts.prose.map((node) =>
    new Flattener(source, index, definitions).unit(node.type === 'tableRow' ? 'row' : node.type, node));
}

/**
 * Collects the flat text of one unit and, in parallel arrays, where its stretches come from: flat character
 * `flat[i] + n` stands at source offset `origin[i] + n`, or at `origin[i]` itself where nothing in the source
 * corresponds to it (the join of two cells).
 */
class Flattener {
  private readonly source: string;
  private readonly index: LineIndex;
  private readonly definitions: Map<string, string>;
  private text = '';
  private readonly flat: number[] = [];
  private readonly origin: number[] = [];
  private readonly real: boolean[] = [];
  private readonly spans: Span[] = [];

  constructor(source: string, index: LineIndex, definitions: Map<string, string>) {
    this.source = source;
    this.index = index;
    this.definitions = definitions;
  }

  unit(kind: ProseUnit['kind'], node: Nodes): FlatUnit {
    if (kind === 'row') this.row(node as MdastRow);
    else for (const child of childrenOf(node)) this.inline(child);
    const start = node.position!.start.offset!;
    const place = (from: number, to: number): SourceRange => {
      const first = this.flat.length > 0 ? this.offsetOf(from) : start;
      return this.index.range(first, to > from ? Math.max(first, this.offsetOf(to - 1) + 1) : first);
    };
    return { kind, text: this.text, spans: this.spans, place, sentences: splitSentences(this.text, this.spans, place) };
  }

  private offsetOf(position: number): number {
    let low = 0;
    let high = this.flat.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.flat[middle] <= position) low = middle;
      else high = middle - 1;
    }
    return this.origin[low] + (this.real[low] ? position - this.flat[low] : 0);
  }

  private row(row: MdastRow): void {
    row.children.forEach((cell, i) => {
      if (i > 0) this.stretch(CELL_JOIN, cell.position!.start.offset!, false);
      for (const child of cell.children) this.inline(child as Nodes);
    });
  }

  private inline(node: Nodes): void {
    const start = this.text.length;
    if (node.type === 'text') this.aligned(node.value, node.position!.start.offset!, node.position!.end.offset!);
    else if (node.type === 'inlineCode') {
      this.code(node.value, node.position!.start.offset!, node.position!.end.offset!);
      this.spans.push({ kind: 'code', start, end: this.text.length });
    } else if (node.type === 'break') this.stretch(' ', node.position!.start.offset!, false);
    else if (node.type === 'html' || node.type === 'image') return;
    else {
      for (const child of childrenOf(node)) this.inline(child);
      const url = node.type === 'link' ? node.url : node.type === 'linkReference' ? this.definitions.get(node.identifier) : undefined;
      if (url !== undefined) this.spans.push({ kind: 'link', start, end: this.text.length, url });
    }
  }

  private stretch(text: string, at: number, real: boolean): void {
    this.flat.push(this.text.length);
    this.origin.push(at);
    this.real.push(real);
    this.text += text;
  }

  /** The code between the backticks; the padding blank of "`` `x` ``" is not part of it. */
  private code(value: string, start: number, end: number): void {
    const raw = this.source.slice(start, end);
    const fence = /^`+/.exec(raw)?.[0].length ?? 0;
    const lead = raw.slice(fence, raw.length - fence).indexOf(value[0] ?? '');
    this.aligned(value, start + fence + Math.max(0, lead), end - fence);
  }

  /**
   * Walks value and source side by side. They differ by backslash escapes, character references, and what precedes
   * a continuation line (indentation, "> "); every difference begins a new stretch.
   */
  private aligned(value: string, start: number, end: number): void {
    if (this.source.startsWith(value, start)) return this.stretch(this.source.slice(start, start + value.length).replaceAll('\n', ' '), start, true);
    const flatValue = value.replaceAll('\n', ' ');
    let at = start;
    let from = 0;
    for (let i = 0; i < value.length; i++) {
      if (this.source[at] === value[i]) {
        at++;
        continue;
      }
      if (i > from) this.stretch(flatValue.slice(from, i), at - (i - from), true);
      const here = this.skipMarkup(value[i], at, end);
      at = this.source[here] === '&' && value[i] !== '&' ? here + this.referenceLength(here) : here + 1;
      this.stretch(flatValue[i], Math.min(here, end), true);
      from = i + 1;
    }
    if (value.length > from) this.stretch(flatValue.slice(from), at - (value.length - from), true);
  }

  private skipMarkup(char: string, at: number, end: number): number {
    if (this.source[at] === '\\' && this.source[at + 1] === char) return at + 1;
    if (this.source[at] === '&') return at;
    for (let ahead = at; ahead < end && ahead < at + 200; ahead++) if (this.source[ahead] === char) return ahead;
    return at;
  }

  private referenceLength(at: number): number {
    const semicolon = this.source.indexOf(';', at);
    return semicolon > at && semicolon - at < 34 ? semicolon - at + 1 : 1;
  }
}

/** Ends of sentences: a full stop, question or exclamation mark before a blank and a capital, digit or markup. */
const SENTENCE_END = /[.?!][)"'”’]*\s+(?=[A-Z0-9"'“(`[])/g;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|cf|vs|resp|approx|No|Sec|Fig|incl|etc)|\b[A-Z])\.\s+$/;

/** Most sentences are never asked where they stand, so their range is worked out when it is. */
class PlacedSentence implements Sentence {
  readonly start: number;
  readonly text: string;
  private readonly placeInUnit: FlatUnit['place'];

  constructor(start: number, text: string, placeInUnit: FlatUnit['place']) {
    this.start = start;
    this.text = text;
    this.placeInUnit = placeInUnit;
  }

  get range(): SourceRange {
    return this.place(0, this.text.length);
  }

  place(from: number, to: number): SourceRange {
    return this.placeInUnit(this.start + from, this.start + to);
  }
}

function splitSentences(text: string, spans: Span[], place: FlatUnit['place']): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number): void => {
    const words = text.slice(from, to);
    if (words.trim() !== '') {
      sentences.push(new PlacedSentence(from, words.trimEnd(), place));
    }
    from = to;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const inCode = spans.some((span) => span.kind === 'code' && match.index >= span.start && match.index < span.end);
    if (!inCode && !ABBREVIATION.test(text.slice(from, end))) add(end);
  }
  add(text.length);
  return sentences;
}
