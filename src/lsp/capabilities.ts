/** What the server offers, and which files it asks the editor to watch. */
import {
  CodeActionKind,
  TextDocumentSyncKind,
  type FileOperationRegistrationOptions,
  type FileSystemWatcher,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { REVIEWS_FILE } from '#specgraph';
import { COMMANDS } from './commands.ts';
import { FIX_ALL } from './features/code-actions.ts';
import { REFACTOR_SECTION } from './features/refactoring/section-actions.ts';
import { TRIGGER_CHARACTERS } from './features/completion/index.ts';

/** What the editor asks about before it renames it. A folder is asked about for the documents in it. */
const DOCUMENTS_AND_FOLDERS: FileOperationRegistrationOptions = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.{md,markdown,mdx}', matches: 'file' } },
    { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
  ],
};

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
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, REFACTOR_SECTION],
      resolveProvider: false,
    },
    codeLensProvider: { resolveProvider: false },
    renameProvider: { prepareProvider: true },
    executeCommandProvider: { commands: COMMANDS },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: DOCUMENTS_AND_FOLDERS, didRename: DOCUMENTS_AND_FOLDERS },
    },
  };
}

/** The files on the disk whose changes matter: documents, configurations and contracts. */
export const WATCHED_FILES: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,mdx}' },
  { globPattern: '**/specgraph.config.{ts,mjs,js,json,yaml,yml}' },
  { globPattern: '**/contracts/*.{yaml,yml}' },
  { globPattern: `**/${REVIEWS_FILE}` },
];
