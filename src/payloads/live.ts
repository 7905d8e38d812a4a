/** The messages between the dev server and an open page, as plain JSON. */
import type { Finding } from '#specgraph';

/** Event of Vite's websocket: sent after every save, and to every page that says hello. */
export const CHANGED_EVENT = 'specgraph:changed';
export const HELLO_EVENT = 'specgraph:hello';
/** Sent before the findings are known, so that a page can already fetch its new content. */
export const SAVED_EVENT = 'specgraph:ahead';

export interface LiveFinding {
  severity: Finding['severity'];
  rule: string;
  message: string;
  suggestion?: string;
  file: string;
  line: number;
  column: number;
  /** Id of the document that holds the finding; absent for contracts and the configuration. */
  document?: string;
  /** Slug of the section that holds the line. */
  section?: string;
}

/** Says what a save changed. */
export interface SaveMessage {
  stamp: string;
  /** Ids of documents; all empty when contracts or the configuration changed, and in the answer to a hello. */
  documents: { changed: string[]; added: string[]; removed: string[] };
  /** When the file was saved and when the change was read: milliseconds since 1970. */
  savedAt: number;
  readAt: number;
  /** The state that the save followed. */
  before?: string;
  /**
   * The new articles of changed documents that are open, by id: a page that shows the state before is updated without being
   * fetched. Pieces that it holds are left out.
   */
  articles?: Record<string, string>;
}

/** What a page says when it opens. */
export interface Hello {
  /** Id of the document that it shows. */
  document?: string;
}

export interface LiveMessage extends SaveMessage {
  findings: LiveFinding[];
  /** Why the last save could not be read; pages show the state before it. */
  trouble?: { message: string; file?: string; line?: number };
}

/** The header in which a page shows that this server has sent it. */
export const EDITOR_TOKEN_HEADER = 'x-specgraph-token';
/** The property of `window` that holds the token of the server. */
export const EDITOR_TOKEN = '__specgraphToken';
