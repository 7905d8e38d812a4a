/**
 * Every type and constant table that more than one module of the engine shares. No logic.
 *
 * Units: lines and columns are 1-based; columns and offsets count UTF-16 code units; ends are exclusive.
 * Paths are POSIX paths relative to the directory in which the command runs ("spec/02-supernode-appliance.md").
 */

// ---------------------------------------------------------------- sources

/** A Markdown file as it was read. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A file that was found but could not be read, or only with replacement characters. */
export interface ReadProblem {
  path: string;
  /** `replaced`: undecodable bytes became U+FFFD and the rest was read. */
  kind: 'unreadable' | 'replaced';
  /** What was wrong, as a full sentence. */
  message: string;
  /** 1-based line of the first replaced byte. */
  line?: number;
}

/** What stands in the file system beside the Markdown files; asked for link targets only. */
export interface Tree {
  /** The kind of what stands at `path`, letter case compared exactly; undefined when nothing does. */
  kind(path: string): 'file' | 'directory' | undefined;
  /** The spelling that does exist where `path` differs from it by letter case only. */
  otherCase(path: string): string | undefined;
}

/** Everything the engine is given. */
export interface Corpus {
  /** The folder that was asked for ("spec"). */
  root: string;
  /** Where links such as `/x.md` start: the git repository around the root, or the root itself. */
  repositoryRoot: string;
  files: SourceFile[];
  /** Files that contracts name and that are no documents of the set. */
  others: SourceFile[];
  problems: ReadProblem[];
  tree: Tree;
}

/** A place in a source file. */
export interface SourceRange {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

// ---------------------------------------------------------------- what is read from one document

export interface SectionFacts {
  /** GitHub's slug of the heading, made unique within the document. */
  slug: string;
  /** "6d", "4.2", "A" (of an appendix), "Appendix" (of an appendix without a letter); absent where the heading has none. */
  number?: string;
  /** The heading's words without its number. */
  title: string;
  /** The heading's words as they stand. */
  heading: string;
  depth: number;
  /** Slug of the enclosing section; absent at the top. */
  parent?: string;
  /** "7b" where the heading is "Step 7b: …". */
  step?: string;
  range: SourceRange;
  /** Last line that belongs to the section, its subsections included. */
  endLine: number;
}

/** A name that a URL fragment can point at and that is not a heading: `<a id>`, `<a name>`, `id=` of any element. */
export interface Anchor {
  name: string;
  range: SourceRange;
}

/** A Markdown link, image or HTML link, unresolved. */
export interface RawLink {
  form: 'link' | 'image' | 'reference' | 'html';
  url: string;
  /** The words of the link ("spec/14-edge-and-auto-scaling.md"). */
  text: string;
  range: SourceRange;
  /** Where the destination itself stands; the place that a fix replaces. */
  urlRange: SourceRange;
  section?: string;
  context: string;
}

/** Which document a section or step number belongs to, as far as the sentence tells. */
export type Owner =
  | { kind: 'current' }
  /** Named by number, path or link destination; resolved later. */
  | { kind: 'document'; name: string };

export const REFERENCE_KINDS = ['document', 'section', 'step', 'name', 'requirement', 'phase'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** A pointer read from prose or code: the words and the place, not yet what they point at. */
export interface RawReference {
  kind: ReferenceKind;
  /** Normalised: "6d", "7b", "14", "FL_EDGE_BACKOFF", "ORCH-03", "9". */
  value: string;
  owner: Owner;
  /** The words it was read from ("Sections 6-9" gives one reference per number, all with these words). */
  text: string;
  range: SourceRange;
  /** Slug of the section that holds it. */
  section?: string;
  /** The sentence, table row or code line it stands in. */
  context: string;
  /** Where it stands: a name in a code block is a mention all the same. */
  where: 'prose' | 'code' | 'block';
  /** True where the number may be something else (the tail of a list): report nothing when it does not resolve. */
  unsure?: boolean;
  /** "SuperLink" or "SuperNode" where the words before a step name the appliance. */
  appliance?: string;
}

export interface TableCell {
  /** The cell's words; code spans without their backticks. */
  text: string;
  range: SourceRange;
}

export interface TableRow {
  cells: TableCell[];
  range: SourceRange;
}

export interface TableFacts {
  section?: string;
  header: TableCell[];
  rows: TableRow[];
  range: SourceRange;
}

/** A USER_INPUT string as it stands in a code block: `NAME = "O|…"` or `"NAME": "O|…"`. */
export interface RawUserInput {
  name: string;
  value: string;
  section?: string;
  /** The string without its quotes. */
  range: SourceRange;
}

/** A fenced or indented code block. */
export interface CodeBlock {
  lang?: string;
  text: string;
  section?: string;
  range: SourceRange;
}

/** A run of prose with its place: a paragraph, a heading, or a table row (cells joined by " | "). */
export interface ProseUnit {
  kind: 'paragraph' | 'heading' | 'row';
  text: string;
  section?: string;
  sentences: Sentence[];
}

export interface Sentence {
  /** Offset of the sentence in its unit's text. */
  start: number;
  text: string;
  range: SourceRange;
  /** Gives the place of `text.slice(start, end)`. */
  place(start: number, end: number): SourceRange;
}

/** `**Phase:** …` and its siblings under the title. */
export interface HeaderField {
  label: string;
  value: string;
  range: SourceRange;
}

/** A number that the prose states about the set: "48 variables". */
export interface RawClaim {
  /** Index of the wording in the configuration. */
  claim: number;
  value: number;
  /** The number as written, and the whole wording. */
  words: string;
  text: string;
  /** Of the number. */
  range: SourceRange;
  section?: string;
}

export interface Suppression {
  rules: string[];
  reason: string;
  range: SourceRange;
  /** First and last line of the block below the comment: what is silenced. */
  line: number;
  endLine: number;
}

/** Everything read from one document, independent of all others: it can be kept while the file does not change. */
export interface DocumentFacts {
  path: string;
  /** The whole source. */
  source: string;
  /** Path below the root without extension: "14-edge-and-auto-scaling". */
  id: string;
  /** "14" where the set numbers its documents. */
  number?: string;
  title: string;
  titleRange: SourceRange;
  lines: number;
  /** Offset of the first character of each line. */
  lineStarts: readonly number[];
  words: number;
  /** What was too much to be read as Markdown; lines from 1. */
  cuts: { line: number; message: string }[];
  header: HeaderField[];
  footer: HeaderField[];
  sections: SectionFacts[];
  anchors: Anchor[];
  links: RawLink[];
  /** `[text][label]` whose label is not defined. */
  undefinedLabels: { label: string; range: SourceRange }[];
  references: RawReference[];
  /** Kept where the configuration says what tables mean: numbered documents, definitions, counts or an overview. */
  tables: TableFacts[];
  userInputs: RawUserInput[];
  /** Kept like tables. */
  codeBlocks: CodeBlock[];
  /** Kept where the configuration asks for words in them (`staleWords`): a large folder has ten thousands. */
  units: ProseUnit[];
  claims: RawClaim[];
  suppressions: Suppression[];
}

// ---------------------------------------------------------------- the graph

export const NODE_KINDS = [
  'document',
  'section',
  'variable',
  'attribute',
  'requirement',
  'phase',
  'step',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const EDGE_KINDS = [
  'contains',
  'refers',
  'defines',
  'validates',
  'mentions',
  'introduces',
  'satisfies',
  'depends',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

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
  /** Phase that touched the document last, from the footer. */
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
  /** The step after which this one stands in its sequence. */
  previous?: string;
}

export interface VariableNode extends NodeBase {
  kind: 'variable';
  name: string;
  appliances: string[];
  phase?: string;
  /** Counted definitions of this name: 2 where both appliances define their own. */
  counted: number;
}

export interface AttributeNode extends NodeBase {
  kind: 'attribute';
  name: string;
  /** "onegate": published at run time; "environment": set by scripts or the platform. */
  source: string;
  meaning: string;
  /** Who sets it and who acts on it; document and section by their numbers. */
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

export type GraphNode =
  DocumentNode | SectionNode | StepNode | VariableNode | AttributeNode | RequirementNode | PhaseNode;

/** Why the target of an edge does not exist; each belongs to exactly one rule. */
export type Unresolved =
  | 'missing-file'
  | 'missing-anchor'
  | 'case'
  | 'outside-root'
  | 'empty'
  | 'missing-section'
  | 'missing-step'
  | 'missing-document'
  | 'unknown-name'
  | 'unknown-requirement'
  | 'unknown-phase';

export interface GraphEdge {
  kind: EdgeKind;
  source: string;
  /** Node id, or, where unresolved, the id that the words ask for. */
  target: string;
  resolved: boolean;
  why?: Unresolved;
  /** Absent for edges that follow from the structure (`contains`, `depends`). */
  range?: SourceRange;
  /** The words it was read from. */
  text?: string;
  /** The sentence, row or code line around it. */
  context?: string;
  /** How the pointer is written. */
  via?: 'link' | 'image' | 'prose' | 'code' | 'block' | 'table' | 'header';
  /** Of a link: the destination as written, and where. */
  url?: string;
  urlRange?: SourceRange;
  /** What was probably meant: a node id, a path or a name. */
  nearest?: string;
  /** Of an unresolved section or step: the document that should own it. */
  owner?: string;
}

// ---------------------------------------------------------------- variables

/** The places in which a variable must appear to be complete. */
export const FACETS = {
  definition: 'definition row',
  userInput: 'USER_INPUT block',
  validation: 'validation rule',
  interaction: 'interaction note',
  matrix: 'cross-reference matrix row',
  appliance: 'appliance parameter table',
} as const;
export type Facet = keyof typeof FACETS;

export interface Place {
  file: string;
  line: number;
}

/** One definition: a variable as one appliance (or both) has it. */
export interface VariableDefinition {
  name: string;
  /** False for a definition that the set's count leaves out. */
  counted: boolean;
  appliances: string[];
  /** Number of the row in its table. */
  number?: number;
  /** Number of the section that defines it ("4"). */
  section: string;
  /** Sections whose tables list it: two where the count takes two listings as one definition. */
  listedIn: string[];
  /** Title of the group the table stands for ("SuperNode parameters"). */
  group: string;
  type?: string;
  mandatory?: boolean;
  options?: string[];
  default?: string;
  userInput?: string;
  validation?: string;
  flowerMapping?: string;
  phase?: string;
  facets: Record<Facet, Place[]>;
  /** Facets that this definition must have. */
  required: Facet[];
  /** References to the name in the whole set, definition and other facets included. */
  mentions: number;
  range: SourceRange;
}

/** A value that some place states for a variable; compared with the owning definition. */
export interface StatedValue {
  name: string;
  field: 'default' | 'type' | 'options' | 'userInput' | 'validation';
  value: string;
  range: SourceRange;
  section?: string;
  document: string;
}

// ---------------------------------------------------------------- contracts

/** What a phase promised to integrate. Paths as written in the contract. */
export interface Contract {
  /** The file it was read from. */
  file: string;
  phase?: string;
  title?: string;
  truths: string[];
  artifacts: ContractArtifact[];
  links: ContractLink[];
  patterns: ContractPattern[];
  forbidden: ContractPattern[];
  counts: ContractCount[];
  versions: ContractVersion[];
}

interface ContractEntry {
  /** Line of the entry in the contract file, 1-based. */
  line: number;
}

export interface ContractArtifact extends ContractEntry {
  path: string;
  provides?: string;
  contains: string[];
  minLines?: number;
}

export interface ContractLink extends ContractEntry {
  from: string;
  to: string;
  via?: string;
  pattern?: string;
  /** Number of the section of `from` that must hold the link. */
  section?: string;
  /** Section numbers of `to` that must be pointed at. */
  toSections: string[];
  minMatches: number;
}

export interface ContractPattern extends ContractEntry {
  path: string;
  section?: string;
  pattern: string;
  /** Of a required pattern. */
  minMatches: number;
  /** What the pattern stands for, in the author's words. */
  provides?: string;
}

export interface ContractCount extends ContractEntry {
  quantity: string;
  equals: number;
}

export interface ContractVersion extends ContractEntry {
  path: string;
  version: string;
}

// ---------------------------------------------------------------- rules and findings

export const RULE_GROUPS = [
  'links',
  'sections',
  'documents',
  'variables',
  'claims',
  'contracts',
  'suppressions',
  'files',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

export type Severity = 'error' | 'warn';

/** Replace what stands in `range` by `text`. */
export interface Edit {
  range: SourceRange;
  text: string;
}

/** What a rule reports: where and what, not under which name or how severe. */
export interface Problem {
  at: SourceRange;
  message: string;
  /** What should stand there, or be done: one short phrase. */
  suggestion?: string;
  /** Only where there is exactly one right answer. */
  fix?: Edit[];
  related?: { at: Place; note: string }[];
}

export interface Finding extends SourceRange {
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  suggestion?: string;
  fix?: Edit[];
  related?: { at: Place; note: string }[];
}
