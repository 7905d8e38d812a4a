/** What code blocks and code spans of a document say. */
import type { SourceRange } from './places.ts';

/** A fenced or indented code block. */
export interface CodeBlock {
  lang?: string;
  text: string;
  section?: string;
  range: SourceRange;
}

/** A name in code spans or code blocks: an identifier, a path, a flag, a key. */
export interface CodeName {
  name: string;
  /** How often the document uses it. */
  count: number;
  /** Where it stands first. */
  range: SourceRange;
  /** Whether a parameter follows the path somewhere: `/users/{id}`. */
  isTemplate?: boolean;
}

/** An object in a code block of JSON, YAML or TOML. */
export interface DataObject {
  /** Keys that lead to it, each element of a list as `[]`: "roles.[]"; "" at the top. */
  path: string;
  /** In their order. */
  keys: CodeUse[];
}

/** A name where code defines or uses it. */
export interface CodeUse {
  name: string;
  range: SourceRange;
}

/** A function with the names of its parameters or arguments. */
export interface FunctionForm extends CodeUse {
  parameters: string[];
  /** Parentheses stand behind the name. */
  isCall: boolean;
}

/** The functions of a document, in any language. */
export interface DocumentFunctions {
  definitions: FunctionForm[];
  /** Calls, and code spans that are a name of several words. */
  uses: FunctionForm[];
}

/** A function in a shell block. */
export interface FunctionUse extends CodeUse {
  /** First line of the block. */
  block: number;
}

/** How a variable is set. */
export interface ShellSet {
  /** It is declared in its function, and nothing else sees it but what the function calls. */
  isLocal?: true;
  /** A command is given its name and may set it: `set_default port`. */
  isGiven?: true;
}

/** The variables of one function, or of a block outside its functions. */
export interface ShellScope {
  /** Of the function. */
  name?: string;
  /** First line of the block. */
  block: number;
  sets: (CodeUse & ShellSet)[];
  /** Without those that have a default: `${name:-x}`. */
  reads: CodeUse[];
  calls: string[];
  /** It runs the code of a file or of a text, which may set anything. */
  runsOther?: true;
}

/** The names in the shell blocks of a document. */
export interface ShellFacts {
  /** Functions. */
  definitions: FunctionUse[];
  /** Words that stand where a command stands. */
  calls: FunctionUse[];
  /** Variables in expansions (`$name`, `${name:-x}`) of blocks that define functions. */
  reads: CodeUse[];
  /** The variables of each function, and of each block outside its functions. */
  scopes: ShellScope[];
  /** Names that stand anywhere without `$`, each once: functions, variables that are set, arguments. */
  words: string[];
}
