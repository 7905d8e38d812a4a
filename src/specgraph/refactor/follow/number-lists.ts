/** Lists of numbers such as "Sections 3, 4 and 7" with what their members name. */
import type { DocumentFacts } from '../../model/index.ts';
import type { ListedMember } from '../rewrite-number-list.ts';
import type { ResolvedReference } from './read-pointers.ts';

/** References of one list: "Sections 3, 4 and 7". */
export type NumberGroup = readonly [ResolvedReference, ...ResolvedReference[]];

/** A member of a list, and the document that has it now. */
export interface Member extends ListedMember {
  isChanged: boolean;
  /** The document of its target before, and now. */
  ownerBefore?: DocumentFacts;
  owner?: DocumentFacts;
}
