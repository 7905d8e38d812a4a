/** A client of the language server: starts the real process and speaks the protocol over its streams. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ShowMessageRequestParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';

const SERVER = path.resolve(import.meta.dirname, '../../scripts/specgraph.mjs');

export interface LspClient {
  /** The folder with the files, absolute. */
  folder: string;
  process: ChildProcessWithoutNullStreams;
  connection: ProtocolConnection;
  initialized: InitializeResult;
  uri(file: string): string;
  open(file: string, text: string, version?: number): Promise<void>;
  /** Replaces the whole text. */
  change(file: string, text: string, version: number): Promise<void>;
  request<T = unknown>(method: string, params: unknown): Promise<T>;
  /** The last diagnostics of a file for this version. */
  diagnostics(file: string, version?: number): Promise<PublishDiagnosticsParams>;
  /** Everything that was sent for a file so far, the last one at the end. */
  sent(file: string): PublishDiagnosticsParams[];
  /** Edits that the server asked the editor to make. */
  applied: WorkspaceEdit[];
  /** Messages that the server showed, and questions that it asked. */
  messages: string[];
  /** The title of the answer to the next questions; none is answered unless this is set. */
  answers: string[];
  /** Ends the server as the protocol says. Returns its exit status. */
  end(): Promise<number | null>;
}

export interface LspClientOptions {
  capabilities?: ClientCapabilities;
  /** Folders of the workspace, relative to the folder of the files; that folder itself unless given. */
  folders?: string[];
}

/** Writes the files to a new folder and starts the server for it. The folder is removed when the client ends. */
export async function startLspClient(
  files: Record<string, string>,
  options: LspClientOptions = {},
): Promise<LspClient> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'specgraph-lsp-')));
  writeFiles(folder, files);
  const client = await connectLspClient(folder, options);
  return {
    ...client,
    async end() {
      const status = await client.end();
      rmSync(folder, { recursive: true, force: true });
      return status;
    },
  };
}

/** Starts the server for an existing folder. */
export async function connectLspClient(
  folder: string,
  { capabilities = {}, folders = ['.'] }: LspClientOptions = {},
): Promise<LspClient> {
  const server = spawn(process.execPath, [SERVER, 'lsp', '--stdio'], { cwd: folder });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const sent = new Map<string, PublishDiagnosticsParams[]>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    sent.set(params.uri, [...(sent.get(params.uri) ?? []), params]);
    for (const wake of waiting) wake();
  });
  connection.onRequest('client/registerCapability', () => null);
  const applied: WorkspaceEdit[] = [];
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    applied.push(edit);
    return { applied: true };
  });
  const messages: string[] = [];
  connection.onNotification(
    'window/showMessage',
    ({ message }: { message: string }) => void messages.push(message),
  );
  const answers: string[] = [];
  connection.onRequest('window/showMessageRequest', ({ message, actions = [] }: ShowMessageRequestParams) => {
    messages.push(message);
    return actions.find(({ title }) => title === answers[0]) ?? null;
  });
  connection.listen();
  const uri = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((name) => ({ uri: uri(name), name })),
  });
  await connection.sendNotification('initialized', {});
  return {
    folder,
    process: server,
    connection,
    initialized,
    uri,
    applied,
    messages,
    answers,
    open: (file, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(file), languageId: 'markdown', version, text },
      }),
    change: (file, text, version) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version },
        contentChanges: [{ text }],
      }),
    request: (method, params) => connection.sendRequest(method, params),
    sent: (file) => sent.get(uri(file)) ?? [],
    async diagnostics(file, version = 1) {
      for (;;) {
        const last = sent.get(uri(file))?.at(-1);
        if (last?.version === version) return last;
        await new Promise<void>((resolve) => {
          const wake = (): void => (waiting.delete(wake), resolve());
          waiting.add(wake);
        });
      }
    },
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const status = await ended;
      connection.dispose();
      return status;
    },
  };
}

/** Starts the server for new files, and removes both after the test. */
export async function startServer(...given: Parameters<typeof startLspClient>): Promise<LspClient> {
  const client = await startLspClient(...given);
  onTestFinished(() => {
    client.process.kill();
    rmSync(client.folder, { recursive: true, force: true });
  });
  return client;
}

/** The files after an edit, as an editor makes it: by path relative to the folder. */
export function filesAfter(
  { uri }: LspClient,
  files: Readonly<Record<string, string>>,
  { changes = {}, documentChanges }: WorkspaceEdit,
): Record<string, string> {
  const names = new Map(Object.keys(files).map((name) => [uri(name), name]));
  const result = { ...files };
  const edit = (target: string, edits: TextEdit[]): void => {
    const name = names.get(target);
    if (name === undefined) throw new Error(`The edit changes ${target}, which is none of the files`);
    result[name] = TextDocument.applyEdits(TextDocument.create(target, 'markdown', 1, result[name]), edits);
  };
  for (const [target, edits] of Object.entries(changes)) edit(target, edits);
  for (const change of documentChanges ?? []) {
    if ('edits' in change) edit(change.textDocument.uri, change.edits as TextEdit[]);
    else if (change.kind === 'rename') {
      const from = names.get(change.oldUri)!;
      result[change.newUri.slice(uri('').length + 1)] = result[from];
      delete result[from];
    } else throw new Error(`The edit wants to ${change.kind} a file`);
  }
  return result;
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}
