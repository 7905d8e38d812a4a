/** What is loaded, and how: types of `loadProject`. */
import type { SpecConfig } from '../config.ts';
import type { Disk } from '../disk.ts';
import type { Contract, Corpus, ReadProblem, SourceFile } from '../model/index.ts';
import type { Profile } from '../profile.ts';
import type { RendererName } from '../renderers/renderer.ts';
import type { Rule } from '../rules/index.ts';

/** A set of documents with everything that is needed to build and check its graph. */
export interface Project {
  corpus: Corpus;
  config: SpecConfig;
  /** The configuration file, where there is one. */
  configFile?: string;
  /** The git repository that holds the folder, where there is one; relative to where the command runs. */
  repository?: string;
  /** The profiles that a configuration may name by their id. */
  profiles?: readonly Profile[];
  contracts: Contract[];
  /** Whether a document is left out by a pattern; its path is relative to where the command runs. */
  isExcluded(path: string): boolean;
  /** Text of the file of reviews in the folder of the set, where there is one. */
  reviews?: string;
  /** The documents and folders that the user named, where more documents are read than these. */
  part?: string[];
}

export interface LoadOptions {
  /** Directory that paths are shown relative to; absolute. */
  cwd: string;
  /** A configuration file instead of the one that is found, or false for none. */
  config?: string | false;
  /** Contract files besides those found under `contracts/`. */
  contracts?: string[];
  /** Patterns of documents to leave out, as in `.gitignore`; relative to `cwd`. Those of the configuration count too. */
  exclude?: readonly string[];
  /** Whether documents are left out whose name, or that of a folder below the set, begins with a dot: nobody publishes them. */
  withoutHidden?: boolean;
  /** What renders the documents, over the configuration. */
  renderers?: RendererName[];
  /** A text that stands for the content of one document; its findings alone are of interest. */
  replaced?: ReplacedFile;
  /** The rules that the configuration may set: the built-in ones unless given. As in `checkGraph`. */
  rules?: readonly Pick<Rule, 'id'>[];
  /** Profiles that the configuration may name by their id. */
  profiles?: readonly Profile[];
  /** Where files are read from; the real one unless given. */
  disk?: Disk;
  /** Files of an earlier load. A file that has not changed since is not read again. */
  kept?: KeptFiles;
}

export interface ReplacedFile {
  /** Name of the document, relative to `cwd` or absolute. The file need not exist. */
  file: string;
  text: string;
}

/** What git said is committed although a pattern ignores it, and all that its answer depended on. */
export interface KeptCommitted {
  names: readonly string[];
  indexState: string;
  /** The patterns of each folder, as text, whose files were looked up in the names. */
  patterns: Map<string, string>;
}

/** The content of each file by absolute path, with the state of the file at that time. */
export interface KeptFiles {
  sources: Map<string, { state: string; source: SourceFile; problems: ReadProblem[] }>;
  contracts: Map<string, { text: string; contract: Contract }>;
  committed?: KeptCommitted;
}

export function createKeptFiles(): KeptFiles {
  return { sources: new Map(), contracts: new Map() };
}

/** How files are read: from which disk, with paths relative to which folder, and which ones are known already. */
export type Reading = Pick<LoadOptions, 'cwd' | 'kept'> & { disk: Disk };
