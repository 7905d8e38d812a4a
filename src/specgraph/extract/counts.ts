/** Reads how many things of some name a text counts: "12 event types", "the eight alert rules". */
import type { StatedCount } from '../model/index.ts';
import { singular } from '../text/singular.ts';
import { mayCount, readCounts } from './form/count-wordings.ts';
import type { FlatUnit } from './prose.ts';
import { maskCode } from './references/index.ts';

/** The things are some of all: "the other two event types", "two new event types". */
const SOME = /\b(?:other|more|further|additional|new|these|those|such|some)\b[\w ]*$/i;
/** What a count in words says besides the noun and its modifier. */
const PARTIAL =
  /^(?:of|more|other|further|additional|new|different|separate|such|same|last|first|consecutive|possible|the|an?|[KMGT]i?B|ms|min)\b/i;

export function readStatedCounts(units: readonly FlatUnit[]): StatedCount[] {
  const found: StatedCount[] = [];
  for (const unit of units) {
    if (!mayCount(unit.text)) continue;
    const masked = maskCode(unit);
    for (const { value, number, things, start } of readCounts(masked)) {
      if (SOME.test(masked.slice(Math.max(0, start - 30), start)) || PARTIAL.test(things)) continue;
      const words = things.toLowerCase().split(' ').map(singular);
      if (words.length < 2) continue;
      found.push({
        value,
        number,
        thing: words.slice(-2).join(' '),
        things,
        section: unit.section,
        range: unit.place(start, start + number.length),
      });
    }
  }
  return found;
}
