/** The nodes and edges of the graph. */
import type { NamedSection, NamedThing, WordsBeside } from './references.ts';
import type { SourceRange } from './places.ts';

/** Id of a kind: a built-in one, or one of the configuration. */
export type NodeKind = string;

export type EdgeKind =
  'contains' | 'refers' | 'defines' | 'validates' | 'mentions' | 'introduces' | 'satisfies' | 'depends';

interface NodeBase {
  /** Unique over all kinds; see `nodeId`. */
  id: string;
  title: string;
}

export interface DocumentNode extends NodeBase {
  kind: 'document';
  file: string;
  number?: string;
  version?: string;
  status?: string;
  /** Phase numbers of the header. */
  phases: string[];
  /** Number of the phase that changed the document last, from the footer. */
  updatedPhase?: string;
  requirements: string[];
  lines: number;
  words: number;
}

export interface SectionNode extends NodeBase {
  kind: 'section';
  document: string;
  slug: string;
  number?: string;
  depth: number;
  file: string;
  line: number;
  endLine: number;
  parent?: string;
}

export interface StepNode extends NodeBase {
  kind: 'step';
  document: string;
  number: string;
  slug: string;
  file: string;
  line: number;
  /** Id of the step before this one in its sequence. */
  previous?: string;
}

export interface VariableNode extends NodeBase {
  kind: 'variable';
  name: string;
  /** Parts of the system that have the variable. */
  components: string[];
  phase?: string;
  /** Counted definitions of this name: 2 where two components define their own. */
  counted: number;
}

export interface AttributeNode extends NodeBase {
  kind: 'attribute';
  name: string;
  /** Where the name comes from, in the words of the configuration: "environment" is set by scripts. */
  source: string;
  meaning: string;
  /** Components that set the attribute and that act on it; documents and sections are given by their numbers. */
  publishedBy?: { who: string; at: { document: string; section: string } }[];
  readBy?: { who: string; at: { document: string; section: string } }[];
}

export interface RequirementNode extends NodeBase {
  kind: 'requirement';
}

export interface PhaseNode extends NodeBase {
  kind: 'phase';
  number: string;
}

/**
 * Id of a kind that a place in a document defines. The type is a single text, which no kind has, so that the compiler can
 * tell the members of `GraphNode` apart; the value is the id of the kind.
 */
export type DefinedKind = '(a kind that documents define)';

/** A thing that a place in a document defines: a message, an error code, a table with a caption. */
export interface DefinedNode extends NodeBase {
  kind: DefinedKind;
  /** Its id as its definition writes it: "open_channel", "3". */
  name: string;
  /** Id of the document that defines it first, and slug of the section there. */
  document: string;
  slug?: string;
  file: string;
  line: number;
  /** What its definition says of it, by field or heading of the column. */
  fields?: Record<string, string>;
}

export type GraphNode =
  | DocumentNode
  | SectionNode
  | StepNode
  | VariableNode
  | AttributeNode
  | RequirementNode
  | PhaseNode
  | DefinedNode;

/** Why the target of an edge does not exist. Exactly one rule reports each reason. */
export type Unresolved =
  | 'missing-file'
  | 'missing-anchor'
  | 'case'
  | 'outside-root'
  | 'ignored'
  | 'renderers-differ'
  | 'empty'
  | 'shown-as-text'
  | 'missing-section'
  | 'missing-step'
  | 'missing-document'
  | 'unknown-name'
  | 'unknown-requirement'
  | 'unknown-phase'
  | 'undefined';

/** Names of renderers; and where it is an anchor that differs, its spelling with each of those that fail. */
export interface RendererDifference {
  works: string[];
  fails: string[];
  spellings?: { renderer: string; anchor: string }[];
}

export interface GraphEdge {
  kind: EdgeKind;
  source: string;
  /** Id of a node; of an unresolved edge, the id that the words ask for. */
  target: string;
  resolved: boolean;
  why?: Unresolved;
  /** Absent for edges that follow from the structure (`contains`, `depends`). */
  range?: SourceRange;
  /** The words that the edge was read from. */
  text?: string;
  /** The sentence, table row or line of code around the words. */
  context?: string;
  /** How the reference is written. */
  via?: 'link' | 'image' | 'prose' | 'code' | 'block' | 'table' | 'header';
  /** Of a link: the destination as written, and its place. */
  url?: string;
  urlRange?: SourceRange;
  /** What was probably meant: a node id, a path or a name. */
  nearest?: string;
  /** Of an unresolved link: the destination that was probably meant, as it can be written. */
  repair?: { url: string; isCertain: boolean };
  /** Of a link that works with some of the configured renderers only. */
  differs?: RendererDifference;
  /** Of an unresolved section or step: the document that should contain it. */
  owner?: string;
  /** The section that the words name: of links, and of sections that do not exist. */
  names?: NamedSection;
  /** The thing of a configured kind that the words of a link name. */
  thing?: NamedThing;
  /** Words on both sides of a number, which may be the title of what it names. */
  beside?: WordsBeside[];
  /** The function or script that is said to run in a step. */
  runs?: string;
}
