/** What is read from one document, before anything is resolved. */
import type { CodeBlock, CodeName, CodeUse, DataObject, DocumentFunctions, ShellFacts } from './code.ts';
import type { Constants, SectionLimits } from './constants.ts';
import type { FormFacts } from './form.ts';
import type { SourceRange } from './places.ts';
import type { RawClaim, RawDefinition, RawLink, RawReference, UndefinedLabel } from './references.ts';
import type {
  Anchor,
  HeaderField,
  NumberedParagraph,
  ProseUnit,
  SectionFacts,
  TableFacts,
  UnclosedFence,
} from './sections.ts';
import type {
  Assignment,
  Endpoint,
  ExitStatuses,
  Label,
  LevelFacts,
  Message,
  NamedPattern,
  OtherCapitals,
  Port,
  RawCodeValue,
  ScriptEnding,
  StatedCount,
  StatedDefault,
  StatedDemand,
  StatedMultiple,
  StatedOrder,
  StatedStepCount,
  StatedStepOrder,
} from './statements.ts';

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
  /** The work that the document is a part of, and whether readers see that work as one page. */
  part?: { work: number; isJoined: boolean };
  /** The heading of the first level, else the title of the front matter, the first heading or the id. */
  title: string;
  titleRange: SourceRange;
  /** The title of the front matter, where a heading has another one. */
  otherTitle?: string;
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
  undefinedLabels: UndefinedLabel[];
  unclosedFences: UnclosedFence[];
  form: FormFacts;
  references: RawReference[];
  definitions: RawDefinition[];
  /** Paragraphs with numbers, in documents whose headings have none. */
  numberedParagraphs?: NumberedParagraph[];
  /** Paragraphs and items that are steps: "**Step 1**: …". */
  stepParagraphs?: NumberedParagraph[];
  tables: TableFacts[];
  codeValues: RawCodeValue[];
  /** Kept where the configuration says what they mean: numbered documents, definitions, counts or an overview. */
  codeBlocks: CodeBlock[];
  codeNames: CodeName[];
  objects: DataObject[];
  labels: Label[];
  /** Absent where no block is written in the shell. */
  shell?: ShellFacts;
  /** Names that prose calls functions. */
  functionsInProse: CodeUse[];
  /** Absent where no block defines a function. */
  functions?: DocumentFunctions;
  defaults: StatedDefault[];
  assignments: Assignment[];
  ports: Port[];
  messages: Message[];
  constants: Constants;

  levels: LevelFacts;
  limits: SectionLimits[];
  exitStatuses: ExitStatuses;
  endings: ScriptEnding[];
  orders: StatedOrder[];
  stepOrders: StatedStepOrder[];
  /** Lists of four or more names. */
  nameLists: CodeUse[][];
  demands: StatedDemand[];
  multiples: StatedMultiple[];
  stepCounts: StatedStepCount[];
  counts: StatedCount[];
  patterns: NamedPattern[];
  endpoints: Endpoint[];
  otherCapitals: OtherCapitals[];
  /** Kept where words in them are looked for later (`staleWords`, terms): a large folder has ten thousands. */
  units: ProseUnit[];
  claims: RawClaim[];
  suppressions: Suppression[];
}
