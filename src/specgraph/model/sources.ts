/** The input of the engine: texts, and files that could not be read. */
import type { ShellSet } from './code.ts';

/** A Markdown file as it was read. */
export interface SourceFile {
  path: string;
  text: string;
  /** Whether it is known that its sections are numbered, also where too few numbers are left to show it. */
  isNumbered?: boolean;
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

/** The other files in the file system; used for targets of links only. */
export interface Tree {
  /** The kind of the file at `path`, with letter case compared exactly; undefined where there is none. */
  kind(path: string): 'file' | 'directory' | undefined;
  /** The existing paths that differ from `path` by letter case only. */
  otherCases(path: string): readonly string[];
  /** Whether git ignores the file or folder at `path`, which exists. Absent where nothing is ignored. */
  isIgnored?(path: string): boolean;
}

/** Where the repository around the documents is published: links to these addresses lead to its own files. */
export interface RepositoryAddress {
  /** Host, owner and name: "github.com/owner/name". */
  addresses: string[];
  /** Branches that the documents are a state of ("main", "HEAD"). */
  branches: string[];
}

/** Languages of code blocks that are parsed. */
export const CODE_LANGUAGES = ['json', 'yaml', 'toml', 'shell', 'python', 'xml', 'dotenv'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** The first place at which code does not parse. */
export interface CodeFault {
  /** UTF-16 offset in the code. */
  offset: number;
  /** What is wrong, as a clause: "a comma is missing". */
  reason: string;
}

/** Parses code; gives nothing where it parses. */
export type Grammar = (code: string) => CodeFault | undefined;

/** A name and its UTF-16 offset in the code. */
export interface NameInCode {
  name: string;
  offset: number;
}

export interface ShellNames {
  definitions: NameInCode[];
  calls: NameInCode[];
  reads: NameInCode[];
  scopes: ShellScopeNames[];
}

/** The variables of one function, or of the code outside all functions. */
export interface ShellScopeNames {
  /** Of the function. */
  name?: string;
  sets: (NameInCode & ShellSet)[];
  /** Without those that have a default: `${name:-x}`. */
  reads: NameInCode[];
  calls: string[];
  /** It runs the code of a file or of a text, which may set anything. */
  runsOther?: true;
}

export type Grammars = Readonly<
  Partial<Record<CodeLanguage, Grammar>> & {
    /** Reads the names of shell code; given with the parser of the shell. */
    shellNames?: (code: string) => ShellNames;
  }
>;

export interface ConfigurationFile extends SourceFile {
  /** Files that it names and that do not exist, as it writes them. */
  missing?: readonly string[];
}

/** The whole input of the engine. */
export interface Corpus {
  /** The folder that is checked ("spec"). */
  root: string;
  /** The name of that folder where `root` does not tell it: "spec" where the command runs in it. */
  rootName?: string;
  /** Where links such as `/x.md` start: the git repository around the root, or the root itself. */
  repositoryRoot: string;
  /** Where that repository is published, if git or the configuration says so. */
  repository?: RepositoryAddress;
  files: SourceFile[];
  /** Files that contracts name and that are not documents of the set. */
  others: SourceFile[];
  /** The file of the configuration; read where rules speak of it. */
  configuration?: ConfigurationFile;
  problems: ReadProblem[];
  tree: Tree;
  /** Parsers of the languages that occur in code blocks; code of other languages is not judged. */
  grammars?: Grammars;
}
