/** What can be asked for, and what comes back. */
import type { SpecConfig } from '../config.ts';
import type { Contract, Corpus, Edit, Place } from '../model/index.ts';
import type { GraphView } from '../view.ts';

/** A set of documents, with the texts of the files that name its sections from outside. */
export interface RefactorProject {
  corpus: Corpus;
  config: SpecConfig;
  configFile?: string;
  contracts: readonly Contract[];
  /** Texts of the configuration, the contracts and other data beside the documents, by path. They follow as well. */
  pointerTexts?: ReadonlyMap<string, string>;
  /** Absolute path of the folder from which the paths count, for new names that are absolute paths. */
  folder?: string;
  /** The graph of the corpus, where it has been built already. */
  graph?: GraphView;
}

/** Where a section goes, seen from another one: before it, behind it and its subsections, or as its last subsection. */
export type Side = 'before' | 'after' | 'under';

/** Whether a range such as "Sections 6-9" means a section that comes to stand within it. */
export type NewInRange = 'include' | 'exclude';

/** Targets are written as for `parseTarget`: "spec/14#3", "guide.md#setup", "FL_MODE"; ids of nodes are targets too. */
export type RefactorRequest = (
  | {
      action: 'rename';
      target: string;
      /** The new title, file name or id. */
      name: string;
      /** Of a document: its new title, besides the file name. */
      title?: string;
      keepAnchors?: boolean;
    }
  | {
      action: 'relocate';
      /** Files and folders by path, before and after; all at once, so that they may exchange their names. */
      files: readonly FileRename[];
    }
  | { action: 'insert'; target: string; title: string; side?: Side }
  | { action: 'move'; target: string; side: Side; anchor: string; keepAnchors?: boolean }
  | {
      action: 'remove';
      target: string;
      /** Removes it although something refers to it. */
      force?: boolean;
      /** Closes the gap that the number leaves. */
      renumber?: boolean;
    }
  | { action: 'renumber'; /** All documents unless given. */ target?: string }
) & {
  newInRange?: NewInRange;
  /** What rules find anew does not stand in the way: it is listed in the notes. */
  allowFindings?: boolean;
};

/** What stands in the way of a refactoring. */
export interface Refusal {
  message: string;
  at?: Place;
  /** A rule or a contract would complain: `allowFindings` lets the refactoring pass. */
  isFinding?: boolean;
}

/** Something that the author should know; it does not stand in the way. */
export type Note = Refusal;

/** Something that may refer to what changed, and is left as it is. */
export interface Doubt {
  message: string;
  /** Before the refactoring, and after it. */
  at: Place;
  atThen: Place;
}

export interface FileRename {
  from: string;
  to: string;
}

/** A refactoring that is worked out. Nothing may be written where it has refusals. */
export interface RefactorPlan {
  /** By path before the refactoring, in reading order. The places are those before it. */
  edits: ReadonlyMap<string, Edit[]>;
  renames: FileRename[];
  /** Paths of documents that are removed. */
  removals: string[];
  /** The new text of each file that changes, by its path before the refactoring. */
  texts: ReadonlyMap<string, string>;
  /** How many edits of each sort: `{ heading: 3, reference: 12 }`. */
  counts: Partial<Record<ChangeSort, number>>;
  refusals: Refusal[];
  notes: Note[];
  /** What the author should look at; nothing of it is changed. */
  doubts: Doubt[];
  /** The configuration as its file must read afterwards. A program in it cannot be evaluated here. */
  config: SpecConfig;
}

/** Sorts of changes, in the order in which they are counted. */
export const CHANGE_SORTS = [
  'heading',
  'whole section',
  'definition',
  'reference',
  'mention',
  'link',
  'link text',
  'title',
  'count',
  'document name',
  'anchor',
  'table row',
  'list item',
  'contents entry',
  'contract',
  'configuration',
] as const;
export type ChangeSort = (typeof CHANGE_SORTS)[number];
