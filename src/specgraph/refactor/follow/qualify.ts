/** Names the document of a section that is not where the words look for it any more. */
import type { DocumentFacts } from '../../model/index.ts';
import type { Refusal } from '../request.ts';
import type { After, Before } from '../state.ts';
import type { Member, NumberGroup } from './number-lists.ts';
import type { Rewrite } from './rewrite.ts';

/** A list of numbers, and the document in which it stands after the refactoring. */
export interface PlacedList {
  group: NumberGroup;
  members: readonly Member[];
  words: string;
  /** Offsets in the source of the document. */
  start: number;
  end: number;
  facts: DocumentFacts;
  holder: DocumentFacts;
}

/** @returns undefined where the words still look in the right document */
export function qualify(_list: PlacedList, _before: Before, _after: After): Rewrite | Refusal | undefined {
  return undefined;
}
