/** The data of the graph page, as the build writes it and the browser reads it. Types and constants only. */
import type { NodeKind } from '#specgraph';
import type { Announcement } from '#specgraph/query';

/** The kinds of ties that a map shows, in the order of the legend. */
export const TIE_KINDS = ['refers', 'mentions', 'introduces', 'satisfies', 'contains'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export type MapKind = NodeKind;

export interface MapNode {
  id: string;
  kind: NodeKind;
  /** Of a document: as references name it, "spec/14". */
  name?: string;
  /** "14" of a document, "10o" of a section, "7b" of a step, "9" of a phase. */
  number?: string;
  /** Of a section: its number as the heading writes it, "10o." or "Appendix A:". */
  numbering?: string;
  /** The title without its number; the name of a variable, an attribute or a requirement. */
  title: string;
  /** A sentence that describes it. */
  about: string;
  /** Further facts, in a line. */
  facts?: string;
  /** Facts with their names: type and default of a variable. A fact may have no name. */
  values?: [label: string, value: string][];
  url: string;
  /** The phase that added it. */
  phase?: number;
  /** Of a variable. */
  components?: string[];
  /** Of a section, a step or another part of a document: the document that contains it. */
  document?: string;
  /** The node does not exist; a broken reference points at it. */
  isMissing?: true;
  /** Number of findings in it. */
  findings?: number;
  x: number;
  y: number;
  /** Radius in user units. */
  r: number;
}

export interface MapTie {
  source: string;
  target: string;
  kind: TieKind;
  /** Number of references that the tie stands for. */
  count: number;
  /** Whether the tie leads to a missing node. */
  broken?: true;
}

/** The key of a tie between two documents: the ids of its ends. */
export type TieEnds = Pick<MapTie, 'source' | 'target'>;

export interface MapFinding {
  /** Ids of the node that contains it and, for a broken reference, of the missing node. */
  nodes: string[];
  rule: string;
  message: string;
  suggestion?: string;
  place: string;
  url: string;
}

export interface MapData {
  nodes: MapNode[];
  ties: MapTie[];
  findings?: MapFinding[];
  /** Words that announce the numbers of places: "section", "step". */
  announcements?: readonly Announcement[];
  /** Kinds that are shown around a selected document where the filters hide them. */
  guestKinds?: readonly MapKind[];
  /** What changed since a revision, by node: "added", "3 sections changed". */
  changes?: { id: string; words: string }[];
  /** "v1.2 (2026-11-23)"; empty where nothing was compared. */
  revision?: string;
}

/** Indices of the ends, line, index of the sentence, and where in it the referring words stand. */
export type SentenceReference = [
  source: number,
  target: number,
  line: number,
  text: number,
  at: number,
  length: number,
];

/** The sentences of all references. */
export interface MapSentences {
  /** Ids of the ends by index in `ids`. */
  ids: string[];
  texts: string[];
  /** Every reference with its sentence, in reading order. */
  references: SentenceReference[];
}
