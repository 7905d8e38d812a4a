/** Lists of numbers such as "Sections 3, 4 and 7" with what their members name. */
import type { DocumentFacts } from '../../model/index.ts';
import type { ListedMember, ListToken } from '../rewrite-number-list.ts';
import type { DocumentPointers, ResolvedReference } from './read-pointers.ts';

/** References of one list: "Sections 3, 4 and 7". */
export type NumberGroup = readonly [ResolvedReference, ...ResolvedReference[]];

/** A member of a list, and the document that has it now. */
export interface Member extends ListedMember {
  isChanged: boolean;
  /** The document of its target before, and now. */
  ownerBefore?: DocumentFacts;
  owner?: DocumentFacts;
  /** What it names is counted in another series now: "Section" of what was an appendix. */
  word?: string;
}

/** A list of numbers, and the document in which it stands after the refactoring. */
export interface PlacedList {
  group: NumberGroup;
  members: readonly Member[];
  tokens: readonly ListToken[];
  words: string;
  /** Offsets in the source of the document. */
  start: number;
  end: number;
  pointers: DocumentPointers;
  holder: DocumentFacts;
}
