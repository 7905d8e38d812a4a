/**
 * Prose as sentences with exact places. A unit is a paragraph, a heading or a whole table row; its words are joined
 * into one flat string in which every character knows where it came from, so that readers of references need not
 * know about Markdown.
 */
import type { Nodes, TableRow as MdastRow } from 'mdast';
import type { Owner, ProseUnit, Sentence, SourceRange } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { attributesOf } from '../parse/html.ts';
import type { Parts } from '../parse/markdown.ts';
import { childrenOf } from '../parse/tree.ts';
import { lastWhere } from '../text/ordered.ts';

/** A stretch of a unit's flat text. */
export interface Span {
  start: number;
  end: number;
}

export interface LinkSpan extends Span {
  /** The destination. */
  url: string;
  /** Offset of the whole link in the source. */
  offset: number;
}

/** Who owns the numbers of a list item, and whether that is certain. */
export interface Ownership {
  owner: Owner | 'outside';
  certain: boolean;
}

export interface Emphasis extends Span {
  isStrong?: boolean;
}

export interface FlatUnit extends ProseUnit {
  /** Code spans in order of the text; they do not overlap. */
  codes: Span[];
  /** Links in order of the text; they do not overlap. */
  links: LinkSpan[];
  /** Emphasised and bold words. */
  emphases?: Emphasis[];
  /** The document that owns numbers in this list item: the item above it begins with the name of that document. */
  under?: Ownership;
  /** The place of `text.slice(start, end)`. */
  place(start: number, end: number): SourceRange;
  stretches: Stretches;
}

/**
 * Where the flat text of a unit comes from, in parallel arrays: flat character `flat[i] + n` stands at source offset
 * `origin[i] + n`, or at `origin[i]` itself where nothing in the source corresponds to it (the join of two cells).
 */
export interface Stretches {
  /** Offset of the unit in the source. */
  start: number;
  flat: number[];
  origin: number[];
  real: boolean[];
}

/** The content of a unit, without its place in the document. */
export type Words = Pick<FlatUnit, 'kind' | 'text' | 'codes' | 'links' | 'emphases' | 'under' | 'sentences'>;

/** A fact that was read from a unit, with its words as a stretch of the unit's text instead of a place in the source. */
export interface Unplaced<T extends { range: SourceRange }> extends Span {
  fact: Omit<T, 'range'>;
}

/** The text of a unit in which blanks stand for its code spans and for the words of its links. */
function withoutCode({ text, codes, links }: FlatUnit): string {
  const pieces: string[] = [];
  let end = 0;
  for (const span of [...codes, ...links].toSorted((a, b) => a.start - b.start)) {
    if (span.end <= end) continue;
    const start = Math.max(span.start, end);
    pieces.push(text.slice(end, start), ' '.repeat(span.end - start));
    end = span.end;
  }
  return pieces.join('') + text.slice(end);
}

/** The same without the words in which emphasis begins or ends: the letters of "*O*pen*T*ele*M*etry" stand for others. */
export function withoutSplitWords(unit: FlatUnit): string {
  const prose = withoutCode(unit);
  const edges = (unit.emphases ?? [])
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => isInWord(prose, at));
  if (edges.length === 0) return prose;
  return prose.replaceAll(/\w+/g, (word, start: number) =>
    edges.some((at) => at > start && at < start + word.length) ? ' '.repeat(word.length) : word,
  );
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && /\w\w/.test(text.slice(at - 1, at + 1));
}

/** Joins the cells of a row, and is used nowhere else. */
export const CELL_JOIN = ' | ';

/** The span that a position lies in. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T | undefined {
  const span = lastWhere(spans, ({ start }) => start <= at);
  return span && at < span.end ? span : undefined;
}

/**
 * @param definitions destinations of reference-style links, by normalised label
 * @returns the units of the document in order; code blocks and HTML are not prose
 */
export function extractUnits(
  parts: Parts,
  source: string,
  index: LineIndex,
  definitions: Map<string, string>,
): FlatUnit[] {
  return parts.prose.map((node) =>
    new Flattener(source, index, definitions).unit(node.type === 'tableRow' ? 'row' : node.type, node),
  );
}

/** The place of a stretch of a unit's flat text, in the source that the index is of. */
export function placeIn(stretches: Stretches, index: LineIndex): FlatUnit['place'] {
  return (from, to) => {
    const first = stretches.flat.length > 0 ? offsetIn(stretches, from) : stretches.start;
    return index.range(first, to > from ? Math.max(first, offsetIn(stretches, to - 1) + 1) : first);
  };
}

function offsetIn({ flat, origin, real }: Stretches, position: number): number {
  let low = 0;
  let high = flat.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (flat[middle] <= position) low = middle;
    else high = middle - 1;
  }
  return origin[low] + (real[low] ? position - flat[low] : 0);
}

/** Collects the flat text of one unit and where its stretches come from. */
class Flattener {
  private readonly source: string;
  private readonly index: LineIndex;
  private readonly definitions: Map<string, string>;
  private text = '';
  private readonly flat: number[] = [];
  private readonly origin: number[] = [];
  private readonly real: boolean[] = [];
  private readonly codes: Span[] = [];
  private readonly links: LinkSpan[] = [];
  private htmlLinkSpan: LinkSpan | undefined;
  private readonly emphases: Emphasis[] = [];

  constructor(source: string, index: LineIndex, definitions: Map<string, string>) {
    this.source = source;
    this.index = index;
    this.definitions = definitions;
  }

  unit(kind: ProseUnit['kind'], node: Nodes): FlatUnit {
    if (kind === 'row') this.row(node as MdastRow);
    else this.inline(childrenOf(node));
    const { text, codes, links, emphases, flat, origin, real } = this;
    const stretches = { start: node.position!.start.offset!, flat, origin, real };
    const place = placeIn(stretches, this.index);
    const sentences = splitSentences(text, codes, place);
    return { kind, text, codes, links, emphases, place, stretches, sentences };
  }

  private row(row: MdastRow): void {
    row.children.forEach((cell, i) => {
      if (i > 0) this.stretch(CELL_JOIN, cell.position!.start.offset!, false);
      this.inline(cell.children);
    });
  }

  /** Iterative: emphasis can be nested ten thousand deep. */
  private inline(nodes: readonly Nodes[]): void {
    const stack: (Nodes | Span)[] = nodes.toReversed();
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (!('type' in node)) node.end = this.text.length;
      else if (node.type === 'text')
        this.aligned(node.value, node.position!.start.offset!, node.position!.end.offset!);
      else if (node.type === 'inlineCode')
        this.code(node.value, node.position!.start.offset!, node.position!.end.offset!);
      else if (node.type === 'break') this.stretch(' ', node.position!.start.offset!, false);
      else if (node.type === 'html') this.htmlLink(node.value, node.position!.start.offset!);
      else if (node.type !== 'image') {
        const span = this.openLink(node) ?? this.openEmphasis(node);
        if (span) stack.push(span);
        const children = childrenOf(node);
        for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
      }
    }
  }

  /** The end of the span is set when the words of the link have been read. */
  private openLink(node: Nodes): LinkSpan | undefined {
    const url =
      node.type === 'link'
        ? node.url
        : node.type === 'linkReference'
          ? this.definitions.get(node.identifier)
          : undefined;
    if (url === undefined) return undefined;
    const start = this.text.length;
    const link = { start, end: start, url, offset: node.position!.start.offset! };
    this.links.push(link);
    return link;
  }

  /** `<a href="…">` opens a link whose words are what follows, up to `</a>`. */
  private htmlLink(html: string, offset: number): void {
    if (/^<\/a\s*>$/i.test(html)) {
      if (this.htmlLinkSpan) this.htmlLinkSpan.end = this.text.length;
      this.htmlLinkSpan = undefined;
    } else if (/^<a\s/i.test(html)) {
      const url = attributesOf(html).get('href')?.value;
      if (url === undefined) return;
      this.htmlLinkSpan = { start: this.text.length, end: this.text.length, url, offset };
      this.links.push(this.htmlLinkSpan);
    }
  }

  private openEmphasis(node: Nodes): Span | undefined {
    if (node.type !== 'emphasis' && node.type !== 'strong') return undefined;
    const span = { start: this.text.length, end: this.text.length, isStrong: node.type === 'strong' };
    this.emphases.push(span);
    return span;
  }

  private stretch(text: string, at: number, real: boolean): void {
    this.flat.push(this.text.length);
    this.origin.push(at);
    this.real.push(real);
    this.text += text;
  }

  /** The code between the backticks; the padding blank of "`` `x` ``" is not part of it. */
  private code(value: string, start: number, end: number): void {
    const from = this.text.length;
    const raw = this.source.slice(start, end);
    const fence = /^`+/.exec(raw)?.[0].length ?? 0;
    const lead = raw.slice(fence, raw.length - fence).indexOf(value[0] ?? '');
    this.aligned(value, start + fence + Math.max(0, lead), end - fence);
    this.codes.push({ start: from, end: this.text.length });
  }

  /**
   * Compares value and source character by character. They differ by backslash escapes, character references, and what precedes
   * a continuation line (indentation, "> "); every difference begins a new stretch.
   */
  private aligned(value: string, start: number, end: number): void {
    if (this.source.startsWith(value, start))
      return this.stretch(this.source.slice(start, start + value.length).replaceAll('\n', ' '), start, true);
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
    for (let ahead = at; ahead < end && ahead < at + 200; ahead++)
      if (this.source[ahead] === char) return ahead;
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

/** A sentence that computes its range when it is asked for: most are never asked. */
export class PlacedSentence implements Sentence {
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

function splitSentences(text: string, codes: readonly Span[], place: FlatUnit['place']): Sentence[] {
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
    if (!spanAt(codes, match.index) && !ABBREVIATION.test(text.slice(from, end))) add(end);
  }
  add(text.length);
  return sentences;
}
