import type { DocumentFacts, GraphView } from '#specgraph';
import type { Project } from '#specgraph/load';

/** A set of documents as it was read last, and how its paths are written as URIs. Every feature answers from one. */
export interface ReadSet {
  graph: GraphView;
  project: Project;
  /** The URI of a path of the graph; for an open document, the one that the editor uses. */
  uriOf(path: string): string;
  /** The version of an open document; null for other files. */
  versionOf(path: string): number | null;
  /** The text of a file as it is in the editor, otherwise on the disk; undefined where there is none. */
  readText(path: string): string | undefined;
  /** The path of a URI as the graph writes it; undefined where it is no file. */
  pathOf(uri: string): string | undefined;
  /** The files and folders in a folder, given as the graph writes paths; none where it does not exist. */
  list(folder: string): Entry[];
}

/** A file or folder. */
export interface Entry {
  name: string;
  isFolder: boolean;
  /** Whether it is a symbolic link, which can lead back to a folder above it. */
  isLink: boolean;
}

/** A document of a set that a request is about. */
export interface DocumentRequest {
  set: ReadSet;
  facts: DocumentFacts;
}
