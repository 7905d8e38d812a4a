/** What the buttons of the panels do. Types only. */
import type { TieEnds } from '../../../map/model.ts';
import type { Question } from '../state/ask.ts';

export interface PanelActions {
  select(id: string): void;
  /** Without a question: closes the answer. */
  ask(question?: Question): void;
  /** Shows the references from one document to another. */
  selectTie(tie: TieEnds): void;
}
