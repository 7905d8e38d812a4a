/**
 * Pairs of brackets that the parser left as text. An author who writes `[words][label]`, `[words][]`, `[^note]` or
 * `[words](my file.md)` meant a link; without a definition, or with a space in the destination, readers see brackets.
 */
import type { Link, LinkReference, Nodes } from 'mdast';
import type { RawLink, SourceRange, UndefinedLabel } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { childrenOf, walk, type Parts } from '../parse/markdown.ts';

export interface BracketFacts {
  undefinedLabels: UndefinedLabel[];
  /** Links that are shown as text, if their destination is a file: only the resolver can know. */
  shownAsText: Omit<RawLink, 'section' | 'context'>[];
}

/** Stands for a node that is no text (code, a link, HTML), letter by letter. */
const OPAQUE = '\uFFFC';
/** Stands for markup between the words: signs of emphasis, the mark of a quote, an escaped sign. */
const MARKUP = '\uFFFB';

/** The source of a block in which everything but plain text is masked; offsets stay. */
interface Masked {
  text: string;
  /** Offset of the block in the source. */
  start: number;
  /** Inside the words of a link, only images and footnotes can be meant. */
  insideLink: boolean;
}

interface Pair {
  /** Offsets in the masked text: of "[" or "![", and behind "]". */
  start: number;
  end: number;
  isImage: boolean;
}

export function extractBrackets(parts: Parts, source: string, index: LineIndex): BracketFacts {
  const facts: BracketFacts = { undefinedLabels: [], shownAsText: [] };
  const habits = habitsOf(parts, source);
  for (const block of parts.bracketed) {
    const raw = source.slice(block.position!.start.offset, block.position!.end.offset);
    if (!/\][[(:]|\[\^/.test(raw)) continue;
    for (const masked of maskedTexts(block, source)) {
      for (const found of readPairs(masked, source)) {
        const { start } = masked;
        const range = (from: number, to: number): SourceRange => index.range(start + from, start + to);
        if (found.kind === 'label') {
          if (isMeant(found, masked, source, habits()))
            facts.undefinedLabels.push({
              form: 'link',
              label:
                found.label ||
                source.slice(start + found.pair.start, start + found.pair.end).replace(/^!?\[|\]$/g, ''),
              range: range(found.pair.start, found.end),
            });
        } else if (found.kind === 'footnote') {
          if (isFootnote(found, masked, habits()))
            facts.undefinedLabels.push({
              form: 'footnote',
              label: found.label,
              range: range(found.pair.start, found.end),
            });
        } else if (!masked.insideLink) {
          facts.shownAsText.push({
            form: 'text',
            url: found.url,
            text: source.slice(start + found.pair.start, start + found.pair.end).replace(/^!?\[|\]$/g, ''),
            range: range(found.pair.start, found.end),
            urlRange: range(found.urlStart, found.urlStart + found.raw.length),
          });
        }
      }
    }
  }
  return facts;
}

// ---------------------------------------------------------------- masking

/** The text of a block, and that of the links in it, each with its surroundings masked. */
function maskedTexts(block: Nodes, source: string): Masked[] {
  const found: Masked[] = [];
  const pending: { node: Nodes; insideLink: boolean }[] = [{ node: block, insideLink: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, insideLink } = next;
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    let text = '';
    const fill = (to: number, sign: string): void => {
      text += sign.repeat(Math.max(0, to - start - text.length));
    };
    walk(node, (inner) => {
      if (inner === node || !inner.position) return true;
      const from = inner.position.start.offset!;
      const to = inner.position.end.offset!;
      if (inner.type === 'text') {
        fill(from, MARKUP);
        text += withoutEscapes(source.slice(from, to));
        return false;
      }
      if (isWrapper(inner)) return true;
      fill(from, MARKUP);
      fill(to, OPAQUE);
      if (inner.type === 'link' || inner.type === 'linkReference')
        pending.push({ node: inner, insideLink: true });
      return false;
    });
    fill(end, insideLink ? OPAQUE : MARKUP);
    found.push({ text, start, insideLink });
  }
  return found;
}

function isWrapper(node: Nodes): boolean {
  return node.type !== 'link' && node.type !== 'linkReference' && childrenOf(node).length > 0;
}

function withoutEscapes(raw: string): string {
  return raw.replace(/\\[!-/:-@[-`{-~]/g, MARKUP + MARKUP);
}

// ---------------------------------------------------------------- pairs

type Found =
  | { kind: 'label'; pair: Pair; label: string; end: number }
  | { kind: 'footnote'; pair: Pair; label: string; end: number }
  | { kind: 'destination'; pair: Pair; url: string; raw: string; urlStart: number; end: number };

const MAX_LABEL_LENGTH = 999;

function* readPairs(masked: Masked, source: string): Iterable<Found> {
  const { text, start } = masked;
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') open.push(at);
    if (text[at] !== ']') continue;
    const from = open.pop();
    if (from === undefined) continue;
    const isImage = text[from - 1] === '!';
    const pair = { start: isImage ? from - 1 : from, end: at + 1, isImage };
    const words = text.slice(from + 1, at);
    if (/^\^[^\s^]+$/.test(words)) {
      yield { kind: 'footnote', pair: { ...pair, start: from }, label: words, end: at + 1 };
    } else if (text[at + 1] === '[' && text[at + 2] !== '^') {
      const end = labelEnd(text, at + 1);
      if (end === undefined) continue;
      if (text[end] === '[' && text[end + 1] !== '^' && !words.includes(OPAQUE)) {
        // Three and more in a row are marks or an index.
        at = endOfRow(text, end) - 1;
        continue;
      }
      yield { kind: 'label', pair, label: source.slice(start + at + 2, start + end - 1).trim(), end };
      at = end - 1;
    } else if (text[at + 1] === '(') {
      yield* destinations(pair, text, at + 2, masked, source);
    } else if (
      text[at + 1] === ':' &&
      /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', from) + 1, from).replaceAll(MARKUP, ''))
    ) {
      yield* definitionDestination(pair, at + 2, masked, source);
    }
  }
}

/** Behind the bracket that closes a label; a label holds no brackets. */
function labelEnd(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length && at - open < MAX_LABEL_LENGTH; at++) {
    if (text[at] === ']') return at + 1;
    if (text[at] === '[') return undefined;
  }
  return undefined;
}

function endOfRow(text: string, at: number): number {
  let end = at;
  while (text[end] === '[') {
    const next = labelEnd(text, end);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

const TITLE = /\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))\s*$/;

/** What can be the destination: up to the parenthesis that closes, or up to the first one. */
function* destinations(
  pair: Pair,
  text: string,
  from: number,
  { start }: Masked,
  source: string,
): Iterable<Found> {
  const line = /^[^\n\uFFFC]{0,400}/.exec(text.slice(from))![0];
  let depth = 1;
  const ends: number[] = [];
  for (let at = 0; at < line.length && depth > 0; at++) {
    if (line[at] === '(') depth++;
    if (line[at] !== ')') continue;
    depth--;
    if (depth === 0 || ends.length === 0) ends.push(at);
  }
  for (const end of ends) {
    const found = destinationOf(source.slice(start + from, start + from + end), start + from - start);
    if (found) yield { kind: 'destination', pair, ...found, end: from + end + 1 };
  }
}

/** `[label]: my file.md` is no definition either. */
function* definitionDestination(
  pair: Pair,
  from: number,
  { start, text }: Masked,
  source: string,
): Iterable<Found> {
  const line = /^[^\n\uFFFC]{0,400}/.exec(text.slice(from))![0];
  const found = destinationOf(source.slice(start + from, start + from + line.length), from);
  if (found) yield { kind: 'destination', pair, ...found, end: from + line.trimEnd().length };
}

function destinationOf(
  written: string,
  at: number,
): { url: string; raw: string; urlStart: number } | undefined {
  const lead = /^\s*/.exec(written)![0].length;
  const raw = written.slice(lead).replace(TITLE, '').trimEnd();
  if (raw === '' || raw.startsWith('<')) return undefined;
  const isBalanced = !/[()]/.test(raw.replace(/\([^()]*\)/g, ''));
  if (!/\s/.test(raw) && isBalanced) return undefined;
  return { url: raw.replace(/\\([\s!-/:-@[-`{-~])/g, '$1'), raw, urlStart: at + lead };
}

// ---------------------------------------------------------------- what was meant

/** How this document writes its links. */
interface Habits {
  hasDefinitions: boolean;
  hasNumericLabels: boolean;
  hasFootnotes: boolean;
  /** It holds a link such as `[CBOR][RFC8949]`. */
  usesMarksAsLabels: boolean;
}

/** "[Serial][Disruptive]", "[sig-node][Feature:Quota]": marks in the name of a test, written like a link and meant as none. */
const MARK = /^[A-Z][\w-]*(?::[\w.-]+)?$/;
/** Numbers of standards are cited. */
const STANDARD =
  /^(?:RFC|BCP|STD|FYI|ISO|IEC|IEEE|ITU|ECMA|ANSI|NIST|FIPS|W3C|WHATWG|EIP|ERC|BIP|CAIP)[-_ :]?[\w.-]*\d/i;
const TYPE_NAME =
  /^(?:string|str|number|bool(?:ean)?|u?int\d*|[iu]\d+|f\d+|byte|float|double|char|object|any|void|array|list|type)s?$/i;

function habitsOf(parts: Parts, source: string): () => Habits {
  let habits: Habits | undefined;
  return () => (habits ??= readHabits(parts, source));
}

function readHabits(parts: Parts, source: string): Habits {
  const labels = parts.pointers.flatMap((node) =>
    node.type === 'definition' && node.url !== '' && /[\p{L}\p{N}]/u.test(node.identifier)
      ? [node.identifier]
      : [],
  );
  return {
    hasDefinitions: labels.length > 0,
    hasNumericLabels: labels.some((label) => /^\d+$/.test(label)),
    hasFootnotes: /^[ \t>]*\[\^[^\]\n]+\]:/m.test(source),
    usesMarksAsLabels: parts.prose.some((block) => holdsLinkOfMarks(block, source)),
  };
}

function holdsLinkOfMarks(block: Nodes, source: string): boolean {
  let found = false;
  walk(block, (node) => {
    if (node.type === 'linkReference' && node.referenceType === 'full') found ||= isOfMarks(node, source);
    return !found;
  });
  return found;
}

function isOfMarks(node: LinkReference | Link, source: string): boolean {
  const written = source.slice(node.position!.start.offset, node.position!.end.offset);
  const match = /^\[([^[\]]*)\]\[([^[\]]*)\]$/.exec(written);
  return match !== null && MARK.test(match[1]) && MARK.test(match[2]);
}

function isMeant(
  { pair, label, end }: Extract<Found, { kind: 'label' }>,
  { text, start, insideLink }: Masked,
  source: string,
  habits: Habits,
): boolean {
  const words = text.slice(pair.start + (pair.isImage ? 2 : 1), pair.end - 1);
  if (words.trim() === '' || (insideLink && !pair.isImage)) return false;
  // A label holds no brackets: "[Ann][[slides](a.md)]" is text and a link in brackets.
  if (/[[\]]/.test(label.replace(/\\[^]/g, ''))) return false;
  if (isPartOfName(text, pair, end)) return false;
  const raw = source.slice(start + pair.start, start + pair.end).replace(/^!?\[|\]$/g, '');
  const count = raw.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]+/gu)?.length ?? 0;
  const isProse = count >= 2 && !/[=<>+*/|&{}^\\_]/.test(words);
  if (words.includes(OPAQUE)) return label === '' || !/^\d+$/.test(label) || habits.hasNumericLabels;
  if (label === '') return pair.isImage || isMeantCollapsed(words, isProse, habits);
  if (/^\d+$/.test(label)) return count > 0 && (isProse || habits.hasNumericLabels);
  if (!/\p{L}/u.test(label) || /^["']/.test(label)) return false;
  if (/^[A-Z]\w*:[\w.-]+$/.test(label)) return false;
  if (STANDARD.test(label) || habits.usesMarksAsLabels) return true;
  const areNames = /^\p{Lu}/u.test(words) && /^\p{Lu}/u.test(label);
  const areMarks = MARK.test(words) && MARK.test(label);
  return !areMarks && !(areNames && isFirst(text, pair) && text[end] === ' ');
}

/** "- [Stretch Goal][Push left] Find out …": marks stand at the head of what they mark. */
function isFirst(text: string, pair: Pair): boolean {
  return text.slice(0, pair.start).trim() === '';
}

function isMeantCollapsed(words: string, isProse: boolean, habits: Habits): boolean {
  if (isProse) return habits.hasDefinitions || !words.includes(',');
  if (TYPE_NAME.test(words) || !/\p{L}{3}/u.test(words)) return false;
  return habits.hasDefinitions || /^\p{Lu}/u.test(words);
}

/** "a[i][1]", "f()[x][y]", ".[a][b]", "[[a][b]]", "[T][]byte": an index, a path or a type. */
function isPartOfName(text: string, pair: Pair, end: number): boolean {
  if (pair.isImage) return false;
  const before = text.slice(Math.max(0, pair.start - 2), pair.start);
  const isPicture = /^\uFFFC+$/.test(text.slice(pair.start + 1, pair.end - 1));
  if (/[\w)\\$]$/.test(before) || (before.endsWith(']') && !isPicture) || /(?:^|[\s"'])\.$/.test(before))
    return true;
  if (before.endsWith('[') && text[end] === ']') return true;
  return /\w/.test(text[end] ?? '') && text.slice(pair.end, end) === '[]';
}

/** "[^a-z]" in an expression is none. */
function isFootnote(
  { pair, label, end }: Extract<Found, { kind: 'footnote' }>,
  { text }: Masked,
  habits: Habits,
): boolean {
  const name = label.slice(1);
  const next = text[end] ?? '';
  if (/[*+{(]/.test(next)) return false;
  if (/^\d+$/.test(name)) return true;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_.:-]*$/u.test(name) || next === '?') return false;
  if (habits.hasFootnotes) return true;
  return (
    name.length > 3 &&
    !/^\w-\w/.test(name) &&
    /[\p{L})."'”]/u.test(text[pair.start - 1] ?? '') &&
    !/\w/.test(next)
  );
}
