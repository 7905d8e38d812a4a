/** The language server: requests of an editor to questions to the graph. */
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type WatchDog,
} from 'vscode-languageserver';
import type { ProtocolConnection, Logger } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf, type ClientAbilities } from './abilities.ts';
import { serverCapabilities, WATCHED_FILES } from './capabilities.ts';
import { ChangeFollower } from './follow-changes.ts';
import { Publisher } from './publisher.ts';
import { RequestHandler } from './requests.ts';
import { fileOfUri, OpenDocuments, uriOfFile } from './workspace/open-documents.ts';
import type { SpecSet } from './workspace/spec-set.ts';
import { Workspace } from './workspace/workspace.ts';

/** How the server names itself to editors. */
const SERVER_NAME = 'specgraph';

/**
 * Serves one editor until it says "exit".
 * @param connect makes the connection from the streams
 * @param watchDog is told when the editor has gone
 * @param version of the program
 */
export function startServer(
  connect: (logger: Logger) => ProtocolConnection,
  watchDog: WatchDog,
  version: string,
): void {
  const server = new Server(createConnection(connect, watchDog), version);
  server.listen();
}

class Server {
  private readonly connection: Connection;
  private readonly version: string;
  private readonly texts = new TextDocuments(TextDocument);
  private readonly open = new OpenDocuments();
  /** Ends the work that runs when the editor says "shutdown". */
  private readonly shutdown = new AbortController();
  private readonly workspace = new Workspace(this.open, this.shutdown.signal);
  private readonly follower: ChangeFollower;
  private readonly publisher: Publisher;
  private abilities: ClientAbilities = abilitiesOf({});

  constructor(connection: Connection, version: string) {
    this.connection = connection;
    this.version = version;
    this.publisher = new Publisher(this.open, (params) => void connection.sendDiagnostics(params));
    this.follower = new ChangeFollower(
      this.workspace,
      this.open,
      this.publisher,
      this.shutdown.signal,
      (error) => this.reportDefect(error),
    );
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params));
    this.connection.onInitialized(() => this.watchFiles());
    this.connection.onShutdown(() => this.shutdown.abort());
    this.followDocuments();
    this.followFiles();
    new RequestHandler({
      connection: this.connection,
      workspace: this.workspace,
      follower: this.follower,
      abilities: () => this.abilities,
    }).listen();
    this.texts.listen(this.connection);
    this.connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.abilities = abilitiesOf(params.capabilities);
    const root = params.rootUri ?? (params.rootPath ? uriOfFile(params.rootPath) : undefined);
    this.workspace.addFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []));
    return {
      capabilities: serverCapabilities(),
      serverInfo: { name: SERVER_NAME, version: this.version },
    };
  }

  private async watchFiles(): Promise<void> {
    if (!this.abilities.watchesFiles) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: WATCHED_FILES,
    });
  }

  private followDocuments(): void {
    this.texts.onDidChangeContent(({ document }) => {
      const opened = this.open.set(document.uri, document.version, document.getText());
      if (!opened) return;
      const set = this.workspace.setOf(opened.file);
      set.textChanged(opened.file);
      this.follower.changed(set);
    });
    this.texts.onDidClose(({ document }) => {
      const file = fileOfUri(document.uri);
      if (file === undefined) return;
      const set = this.workspace.setOf(file);
      this.open.delete(document.uri);
      for (const unused of this.workspace.removeUnused()) this.publisher.forget(unused);
      if (this.workspace.known().includes(set)) this.filesChanged([set]);
    });
    // What links lead to can have changed with everything else that was saved.
    this.texts.onDidSave(({ document }) => {
      const file = fileOfUri(document.uri);
      if (file !== undefined) this.filesChanged([this.workspace.setOf(file)]);
    });
  }

  private followFiles(): void {
    this.connection.onDidChangeWatchedFiles(({ changes }) => {
      const files = changes.flatMap(({ uri }) => fileOfUri(uri) ?? []);
      if (files.some((file) => /specgraph\.config\.\w+$/.test(file))) return this.placesChanged();
      this.filesChanged(
        this.workspace.known().filter((set) => files.some((file) => this.concerns(set, file))),
      );
    });
    this.connection.workspace.onDidRenameFiles(({ files }) => {
      const renamed = files
        .flatMap(({ oldUri, newUri }) => [fileOfUri(oldUri) ?? [], fileOfUri(newUri) ?? []])
        .flat();
      this.filesChanged(this.workspace.known().filter((set) => renamed.some((file) => set.mayRead(file))));
    });
    this.connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }) => {
      this.workspace.removeFolders(event.removed.map(({ uri }: { uri: string }) => uri));
      this.workspace.addFolders(event.added.map(({ uri }: { uri: string }) => uri));
      this.placesChanged();
    });
  }

  /** A buffer counts more than its file on the disk. */
  private concerns(set: SpecSet, file: string): boolean {
    return set.mayRead(file) && this.open.get(file) === undefined;
  }

  private filesChanged(sets: readonly SpecSet[]): void {
    for (const set of sets) {
      set.filesChanged();
      this.follower.changed(set);
    }
  }

  /** Documents may belong to other sets now. */
  private placesChanged(): void {
    this.workspace.placesChanged();
    for (const unused of this.workspace.removeUnused()) this.publisher.forget(unused);
    const sets = new Set([
      ...this.workspace.known(),
      ...this.open.all().map(({ file }) => this.workspace.setOf(file)),
    ]);
    this.filesChanged([...sets]);
  }

  private reportDefect(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`A defect of specgraph: ${text}`);
  }
}
