/** Reads mentions of the kinds that the configuration adds: "BOLT #2", "kind `7`", `open_channel`. */
import type { CodeBlock, NamedThing, RawReference } from '../../model/index.ts';
import type { Kind } from '../../kinds/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { forEachLine } from '../code-lines.ts';
import { spanAt, type Unplaced, type Words } from '../prose.ts';
import { CURRENT, sentenceAt } from '../references/owner.ts';
import { idsOf, type KindPatterns, type MentionPattern } from './patterns.ts';
import { tickedText, type Ticked } from './ticked.ts';

/** "1000-1999": the ends of a range of numbers, not two mentions. */
const RANGE_AFTER = /^`?\s*[-–—]\s*`?\d/;
/** "E-100 to E-199": a block of numbers that is set aside, of which not all are in use. */
const BLOCK = /\d+`?\s*(?:[-–—]|to|through|thru|until|up to|\.{2,3}|…)\s*`?[^\s`\d]{0,12}\d*99(?!\w)/g;

/** "REQ-009-A" is another id than "REQ-009"; "REQ-009-compliant" is not. */
const FURTHER_PART = /^`?-\p{Lu}(?!\p{Ll})/u;
/** Before what stands within an address. */
const ADDRESS = /\w:\/\/[^\s<>]*$/;
/** So much is read of the text before a mention. */
const MAX_ADDRESS = 300;

export interface FoundMention extends Unplaced<RawReference> {
  /** The id alone; `start` and `end` hold the word before it as well. */
  idStart: number;
}

export function readMentions(unit: Words, patterns: KindPatterns): FoundMention[] {
  if (patterns.mentions.length === 0) return [];
  const found: FoundMention[] = [];
  const ticked = tickedText(unit);
  for (const pattern of patterns.mentions) {
    if (pattern.isCode) found.push(...codeMentions(unit, pattern));
    else found.push(...wordMentions(unit, ticked, pattern));
  }
  return withoutEndsOfBlocks(found, ticked);
}

function withoutEndsOfBlocks(found: FoundMention[], { text, flat }: Ticked): FoundMention[] {
  if (found.length === 0 || !text.includes('99')) return found;
  const blocks = [...text.matchAll(BLOCK)].map(({ index, 0: { length } }) => [
    flat(index),
    flat(index + length),
  ]);
  return found.filter(({ idStart, end }) => !blocks.some(([from, to]) => idStart < to && end > from));
}

function codeMentions(unit: Words, pattern: MentionPattern): FoundMention[] {
  return unit.codes.flatMap(({ start, end }) => {
    const code = `\`${unit.text.slice(start, end)}\``;
    pattern.expression.lastIndex = 0;
    const match = pattern.expression.exec(code);
    // "update_*" and "update_" stand for several names.
    if (!match || (pattern.isVague && /[_*-]`$/.test(code))) return [];
    const isVague = pattern.isVague || undefined;
    const unsure = pattern.isVague && !isAnnounced(unit.text, start, end, pattern.kind.beside);
    return idsOf(match, pattern).map((one) => {
      const found = mention(
        unit,
        pattern,
        one.id,
        { start, end, idStart: start + one.start - 1 },
        'code',
        unsure,
      );
      return { ...found, fact: { ...found.fact, isVague } };
    });
  });
}

/** "the `ping` message", "the `ping` messages", "the message `ping`". */
function isAnnounced(text: string, start: number, end: number, words: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - 60), start).toLowerCase();
  const behind = text.slice(end, end + 60).toLowerCase();
  return words.some(
    (word) =>
      new RegExp(`^\\s+${word}(?:e?s)?\\b`).test(behind) || new RegExp(`\\bthe\\s+${word}\\s+$`).test(before),
  );
}

function wordMentions(unit: Words, ticked: Ticked, pattern: MentionPattern): FoundMention[] {
  const found: FoundMention[] = [];
  for (const match of ticked.text.matchAll(pattern.expression)) {
    // The thing itself stands at the head of its heading.
    if (unit.kind === 'heading' && match.index === 0) continue;
    const behind = ticked.text.slice(match.index + match[0].length);
    if (RANGE_AFTER.test(behind) || FURTHER_PART.test(behind)) continue;
    if (ADDRESS.test(ticked.text.slice(Math.max(0, match.index - MAX_ADDRESS), match.index))) continue;
    const ids = idsOf(match, pattern);
    const isPlural = /s[\s#`]*$/.test(ticked.text.slice(match.index, ids[0]?.start));
    ids.forEach((one, i) => {
      const idStart = ticked.flat(one.start);
      const start = i === 0 ? ticked.flat(match.index) : idStart;
      const code = spanAt(unit.codes, idStart);
      if (code && !pattern.kind.code.spans) return;
      const end = i === ids.length - 1 ? ticked.flat(match.index + match[0].length) : ticked.flat(one.end);
      // "kind 4, 7": the second number may count something else; "REQ-4, REQ-7" names two.
      const unsure = i > 0 && !isPlural && !hasOwnForm(one.id, pattern.kind);
      found.push(mention(unit, pattern, one.id, { start, end, idStart }, code ? 'code' : 'prose', unsure));
    });
  }
  return found;
}

/** Whether an id is more than a number or a word, by a form that the configuration gives. */
function hasOwnForm(id: string, { ids }: Kind): boolean {
  return ids.pattern !== undefined && /^\p{L}.*[\d_-]/u.test(id);
}

function mention(
  unit: Words,
  { kind }: MentionPattern,
  id: string,
  place: { start: number; end: number; idStart: number },
  where: RawReference['where'],
  unsure: boolean,
): FoundMention {
  return {
    ...place,
    fact: {
      kind: kind.id,
      value: id,
      owner: CURRENT,
      where,
      text: unit.text.slice(place.start, place.end),
      context: unit.kind === 'row' ? unit.text : (sentenceAt(unit, place.start)?.text ?? unit.text),
      unsure: unsure || undefined,
    },
  };
}

/** Mentions in the lines of a code block. */
export function readBlockMentions(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  { blockMentions }: KindPatterns,
): RawReference[] {
  const found: RawReference[] = [];
  if (blockMentions.length === 0) return found;
  forEachLine(block, source, index, (line, start) => {
    for (const pattern of blockMentions) {
      if (pattern.isCode) continue;
      for (const match of line.matchAll(pattern.expression)) {
        for (const { id, start: at, end } of idsOf(match, pattern)) {
          found.push({
            kind: pattern.kind.id,
            value: id,
            owner: CURRENT,
            where: 'block',
            text: line.slice(at, end),
            range: index.range(start + at, start + end),
            context: line.trim(),
          });
        }
      }
    }
  });
  return found;
}

/** The thing that the whole text of each link names; undefined for links that name none. */
export function thingsOfLinks(unit: Words, mentions: readonly FoundMention[]): (NamedThing | undefined)[] {
  return unit.links.map(({ start, end }) => {
    const inside = mentions.filter((one) => one.start >= start && one.end <= end);
    const [only] = inside;
    return inside.length === 1 && only.start === start
      ? { kind: only.fact.kind, id: only.fact.value }
      : undefined;
  });
}
