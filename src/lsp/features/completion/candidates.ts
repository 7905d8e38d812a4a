import type { CompletionItem } from 'vscode-languageserver';
import type { Point } from '../../places.ts';
import type { DocumentRequest } from '../../read-set.ts';

/** Something that can be written, before it is tied to a place. */
export interface Candidate extends Pick<CompletionItem, 'label' | 'kind' | 'detail'> {
  /** The text that is written, where it differs from the label. */
  text?: string;
  /** The node whose preview explains it. */
  node?: string;
}

/** The words before the cursor that a candidate replaces, and the candidates. */
export interface Candidates {
  typed: string;
  items: Candidate[];
  /** Whether there are more, which are asked for when more is typed. */
  isCut?: boolean;
}

/** The position, with the text of its line up to there. */
export interface Typing extends DocumentRequest {
  point: Point;
  before: string;
}
