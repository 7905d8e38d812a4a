/** References whose target has moved since another revision of the same set. */
import type { Edit } from './findings.ts';
import type { GraphEdge } from './graph.ts';
import type { SourceRange } from './places.ts';
import type { SectionFacts } from './sections.ts';

/** A document, or a section of it, in one revision. */
export interface RevisionPlace {
  /** Path of the document. */
  file: string;
  /** Number of the document. */
  document?: string;
  title: string;
  section?: SectionFacts;
}

/** A reference that meant one thing in the base revision and that now means something else, or nothing. */
export interface StaleReference {
  /** The reference as it stands now. */
  edge: GraphEdge;
  /** What it pointed at in the base revision. */
  was: RevisionPlace;
  /** Where that is now; absent where it was removed. */
  now?: RevisionPlace;
  /** What the words of the reference point at now; absent where nothing has that number or address. */
  instead?: RevisionPlace;
  /** Whether the section that refers has come from another document: "Section 4" named one of that document. */
  isCarried?: boolean;
  /**
   * The edits after which it means the same again. None where the sentence was edited since, or where more than a number
   * or a destination would have to change.
   */
  corrections: readonly Edit[];
}

/** A section that a configuration or a contract names by the number it had in the base revision. */
export interface MovedPointer {
  /** The file that names it. */
  file: string;
  /** Document and section as the file writes them. */
  document: string;
  section: string;
  was: SectionFacts;
  now: { file: string; section: SectionFacts };
  /** The section's name now, in the form in which the file names it. */
  name: string;
}

/** A moved pointer with the places of the section's name in its file, in reading order; none where they are computed. */
export interface PlacedPointer {
  pointer: MovedPointer;
  file: string;
  places: SourceRange[];
}
