/** Reads sections by their title or place: `the section "Retry rules" below`, "the *Limits* section", "the next section". */
import { sectionKind } from '../../kinds/section.ts';
import type { RawReference } from '../../model/index.ts';
import { spanAt, type Unplaced, type Words } from '../prose.ts';
import { ownerOf, sentenceAt, type Decision, type Surroundings } from './owner.ts';

const WORD = String.raw`(?:[Ss]ubs|[Ss])ection`;
const QUOTED = String.raw`["“](?<quoted>[^"“”]{2,80})["”]`;
const QUOTED_TITLE = new RegExp(
  String.raw`\b${WORD}\s+(?:titled\s+|called\s+|named\s+|on\s+|about\s+)?${QUOTED}|${QUOTED.replace('quoted', 'before')}\s+${WORD}\b`,
  'g',
);
/** "the Clock skew section": plain words, so that only a heading that exists makes it a reference. */
const PLAIN_TITLE = new RegExp(
  String.raw`\bthe\s+(?<plain>[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,5})\s+${WORD}\b(?!s?\s*\d)`,
  'g',
);
const NEIGHBOUR = new RegExp(
  String.raw`\b[Tt]he\s+(?<which>previous|preceding|next|following)\s+${WORD}\b(?!s)`,
  'g',
);
const WORD_BEFORE = new RegExp(String.raw`\b${WORD}\s+$`);
const WORD_AFTER = new RegExp(String.raw`^\s+${WORD}\b`);
const HERE = /^\s*\(?(?:\w+\s+)?(?:above|below|(?:of|in) this (?:document|specification|spec|page|file))\b/;

export function readSectionTitles(around: Surroundings, masked: string): Unplaced<RawReference>[] {
  const { unit } = around;
  if (unit.kind === 'heading') return [];
  const found: Unplaced<RawReference>[] = [];
  const add = (start: number, end: number, value: string, by: 'title' | 'place', isMarked: boolean): void => {
    // A link says itself where it leads.
    if (spanAt(unit.links, start) || spanAt(unit.links, end - 1)) return;
    const decided = ownerOf(around, start, end);
    if (decided === 'outside') return;
    found.push({
      start,
      end,
      fact: {
        kind: sectionKind.id,
        value,
        by,
        where: 'prose',
        owner: decided.owner,
        text: unit.text.slice(start, end),
        context: unit.kind === 'row' ? unit.text : (sentenceAt(unit, start)?.text ?? unit.text),
        // Only "below" and the like say that the title is one of this set.
        unsure: !isMarked || !isNamedHere(decided, unit.text.slice(end, end + 60)) || undefined,
      },
    });
  };
  for (const match of masked.matchAll(QUOTED_TITLE)) {
    const title = match.groups!.quoted ?? match.groups!.before;
    add(match.index, match.index + match[0].length, title.replace(/[.,;]$/, ''), 'title', true);
  }
  for (const match of emphasisedTitles(unit, masked)) add(match.start, match.end, match.title, 'title', true);
  for (const match of masked.matchAll(PLAIN_TITLE))
    add(match.index, match.index + match[0].length, match.groups!.plain, 'title', false);
  for (const match of masked.matchAll(NEIGHBOUR))
    add(match.index, match.index + match[0].length, neighbour(match.groups!.which), 'place', false);
  return found;
}

function isNamedHere(decided: Decision, after: string): boolean {
  return decided.certain && (decided.owner.kind === 'document' ? decided.named === true : HERE.test(after));
}

function neighbour(which: string): string {
  return which === 'next' || which === 'following' ? 'next' : 'previous';
}

/** "section *Retry rules*", "the **Retry rules** section". */
function emphasisedTitles(unit: Words, masked: string): { start: number; end: number; title: string }[] {
  return (unit.emphases ?? []).flatMap(({ start, end }) => {
    const title = unit.text.slice(start, end).trim();
    const before = WORD_BEFORE.exec(masked.slice(Math.max(0, start - 30), start));
    if (before) return [{ start: Math.max(0, start - 30) + before.index, end, title }];
    const after = WORD_AFTER.exec(masked.slice(end, end + 30));
    return after && title.length > 1 ? [{ start, end: end + after[0].length, title }] : [];
  });
}
