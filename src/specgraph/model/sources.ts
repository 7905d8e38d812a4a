/** What the engine is given: the texts, and what could not be read. */

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
