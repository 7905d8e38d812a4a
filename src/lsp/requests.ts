/** Answers what an editor asks about a document: each request is a question to its set. */
import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type CompletionItem,
  type Connection,
  type RenameFilesParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ClientAbilities } from './abilities.ts';
import { executeCommand } from './commands.ts';
import { codeLenses } from './features/code-lens.ts';
import { findCodeActions } from './features/code-actions.ts';
import { findCompletions, resolveCompletion } from './features/completion/index.ts';
import { findDefinition } from './features/definition.ts';
import { documentLinks } from './features/document-links.ts';
import { foldingRanges } from './features/folding.ts';
import { findHover } from './features/hover.ts';
import { editsOfFileRenames } from './features/refactoring/file-renames.ts';
import { RefusedError } from './features/refactoring/plan.ts';
import { prepareRename, renameAt } from './features/refactoring/rename.ts';
import { findReferencesAt } from './features/references.ts';
import { documentSymbols, flatSymbols, workspaceSymbols } from './features/symbols.ts';
import type { ChangeFollower } from './follow-changes.ts';
import { showMessage } from './messages.ts';
import { toPoint } from './places.ts';
import type { DocumentRequest, ReadSet } from './read-set.ts';
import { fileOfUri } from './workspace/open-documents.ts';
import type { SpecSet } from './workspace/spec-set.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface RequestContext {
  connection: Connection;
  workspace: Workspace;
  follower: ChangeFollower;
  /** Known once the editor has introduced itself. */
  abilities(): ClientAbilities;
}

export class RequestHandler {
  private readonly context: RequestContext;

  constructor(context: RequestContext) {
    this.context = context;
  }

  listen(): void {
    this.answerQuestions();
    this.answerLists();
    this.answerChanges();
  }

  /** Questions about one position. */
  private answerQuestions(): void {
    const { connection, abilities } = this.context;
    connection.onDefinition(({ textDocument, position }) =>
      this.answerAtOnce(textDocument.uri, null, (request) =>
        findDefinition(request, toPoint(request.facts.path, position), abilities().definitionLinks),
      ),
    );
    connection.onReferences(({ textDocument, position, context }) =>
      this.answer(textDocument.uri, null, (request) =>
        findReferencesAt(request, toPoint(request.facts.path, position), context.includeDeclaration),
      ),
    );
    connection.onHover(({ textDocument, position }) =>
      this.answer(textDocument.uri, null, (request) =>
        findHover(request, toPoint(request.facts.path, position)),
      ),
    );
    connection.onCompletion(({ textDocument, position, context }) =>
      this.answerAtOnce(textDocument.uri, [], (request) =>
        findCompletions(request, toPoint(request.facts.path, position), context?.triggerCharacter),
      ),
    );
    connection.onCompletionResolve((item) => this.resolveCompletion(item));
  }

  /** Everything of one kind in a document or in the workspace. */
  private answerLists(): void {
    const { connection, abilities } = this.context;
    connection.onDocumentSymbol(({ textDocument }) =>
      this.answerAtOnce(textDocument.uri, [], (request) =>
        abilities().symbolTree ? documentSymbols(request) : flatSymbols(request),
      ),
    );
    connection.onWorkspaceSymbol(async ({ query }) => this.findSymbols(query));
    connection.onFoldingRanges(({ textDocument }) =>
      this.answerAtOnce(textDocument.uri, [], ({ facts }) => foldingRanges(facts)),
    );
    connection.onDocumentLinks(({ textDocument }) => this.answerAtOnce(textDocument.uri, [], documentLinks));
    connection.onCodeLens(({ textDocument }) => this.answer(textDocument.uri, [], codeLenses));
  }

  /** Edits of the documents. */
  private answerChanges(): void {
    const { connection, abilities, follower } = this.context;
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      const set = this.setOf(textDocument.uri);
      const findings = set ? await follower.findingsOf(set, fileOfUri(textDocument.uri)!) : [];
      return this.answer(textDocument.uri, [], (request) =>
        findCodeActions(request, findings, range, context.only, abilities()),
      );
    });
    connection.onPrepareRename(({ textDocument, position }) =>
      this.answer(textDocument.uri, null, (request) =>
        prepareRename(request, toPoint(request.facts.path, position)),
      ),
    );
    connection.onRenameRequest(({ textDocument, position, newName }) =>
      this.answer(textDocument.uri, null, (request) =>
        renameAt(request, toPoint(request.facts.path, position), newName, abilities()),
      ),
    );
    connection.workspace.onWillRenameFiles((params) => this.willRenameFiles(params));
    connection.onExecuteCommand((params) =>
      executeCommand(params, {
        connection,
        abilities: abilities(),
        read: async (uri) => this.setOf(uri)?.current(),
      }),
    );
  }

  private setOf(uri: string): SpecSet | undefined {
    const file = fileOfUri(uri);
    return file === undefined ? undefined : this.context.workspace.setOf(file);
  }

  /**
   * @param none the answer for a document that belongs to no set
   * @throws ResponseError with the reason, where the request is refused; the editor shows it
   */
  private async answer<T, N>(uri: string, none: N, find: (request: DocumentRequest) => T): Promise<T | N> {
    const set = this.setOf(uri);
    return set ? answerFrom(await set.current(), uri, none, find) : none;
  }

  /** The same for what does not depend on the references in other documents. */
  private async answerAtOnce<T, N>(
    uri: string,
    none: N,
    find: (request: DocumentRequest) => T,
  ): Promise<T | N> {
    const set = this.setOf(uri);
    return set ? answerFrom(await set.draft(), uri, none, find) : none;
  }

  private async resolveCompletion(item: CompletionItem): Promise<CompletionItem> {
    const { uri, node } = (item.data ?? {}) as { uri?: string; node?: string };
    if (uri === undefined || node === undefined) return item;
    return this.answer(uri, item, (request) => resolveCompletion(request, item, node));
  }

  private async findSymbols(query: string) {
    const { workspace } = this.context;
    const sets = new Set([...(await workspace.setsOfFolders()), ...workspace.known()]);
    const found = await Promise.all(
      [...sets].map(async (set) => {
        const read = await set.current();
        const owns = (file: string): boolean => workspace.owns(set, set.absolute(file));
        return read ? workspaceSymbols(read, query, owns) : [];
      }),
    );
    return found.flat();
  }

  /** The files are renamed in any case: where references cannot follow, the author is told why. */
  private async willRenameFiles({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
    const { connection, abilities } = this.context;
    const [set, ...others] = new Set(files.flatMap(({ oldUri }) => this.setOf(oldUri) ?? []));
    const read = others.length === 0 ? await set?.current() : undefined;
    if (!read) return null;
    try {
      return editsOfFileRenames(read, files, abilities());
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const message = `References do not follow the renamed file. ${error.message}`;
      showMessage(connection, MessageType.Warning, message);
      return null;
    }
  }
}

function answerFrom<T, N>(
  read: ReadSet | undefined,
  uri: string,
  none: N,
  find: (request: DocumentRequest) => T,
): T | N {
  const facts = read?.graph.document(read.pathOf(uri)!);
  if (!read || !facts) return none;
  try {
    return find({ set: read, facts });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
  }
}
