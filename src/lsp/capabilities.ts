/** What the server offers, and what it asks of the editor. */
import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type FileSystemWatcher,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { SHOW_REFERENCES } from './features/code-lens.ts';
import { FIX_ALL } from './features/code-actions.ts';
import { TRIGGER_CHARACTERS } from './features/completion/index.ts';

export function serverCapabilities(): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: false },
    codeLensProvider: { resolveProvider: false },
    executeCommandProvider: { commands: [SHOW_REFERENCES] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** What of the editor's abilities changes an answer. */
export interface ClientAbilities {
  /** Definitions as links, which also say which words were read. */
  definitionLinks: boolean;
  /** The outline as a tree. */
  symbolTree: boolean;
  /** Reports changes on the disk where the server asks for it. */
  watchesFiles: boolean;
  /** Opens a document where the server asks for it. */
  showsDocuments: boolean;
}

export function abilitiesOf({ textDocument, workspace, window }: ClientCapabilities): ClientAbilities {
  return {
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    showsDocuments: window?.showDocument?.support ?? false,
  };
}

/** The files on the disk whose changes matter: documents, configurations and contracts. */
export const WATCHED_FILES: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,mdx}' },
  { globPattern: '**/specgraph.config.{ts,mjs,js,json,yaml,yml}' },
  { globPattern: '**/contracts/*.{yaml,yml}' },
];
