import type { ClientCapabilities } from 'vscode-languageserver';
import type { EditAbilities } from './features/refactoring/workspace-edit.ts';

/** What of the editor's abilities changes an answer. */
export interface ClientAbilities extends EditAbilities {
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
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    fileRenames: workspace?.workspaceEdit?.resourceOperations?.includes('rename') ?? false,
  };
}
