/** The extension for VS Code. It starts the language server; everything else is done by the server. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commands, Position, Range, Location, Uri, window, workspace } from 'vscode';
import {
  LanguageClient,
  type ExecuteCommandSignature,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { findServer } from './server-command.ts';

/** The command of the code lenses "12 references". The server offers it; VS Code shows the list itself. */
const SHOW_REFERENCES = 'specgraph.showReferences';

let client: LanguageClient | undefined;

export async function activate(): Promise<void> {
  const { command, args } = findServer({
    setting: workspace.getConfiguration('specgraph').get<string[]>('command', []),
    folders: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    join: path.join,
    isFile: existsSync,
  });
  const options: LanguageClientOptions = {
    documentSelector: ['markdown', 'mdx'].map((language) => ({ scheme: 'file', language })),
    middleware: { executeCommand },
  };
  client = new LanguageClient('specgraph', 'specgraph', { command, args }, options);
  try {
    await client.start();
  } catch {
    void window.showErrorMessage(
      `specgraph could not be started as "${command}". Run "npm install --save-dev specgraph" in the folder, or set "specgraph.command".`,
    );
  }
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

interface ProtocolPosition {
  line: number;
  character: number;
}
interface ProtocolLocation {
  uri: string;
  range: { start: ProtocolPosition; end: ProtocolPosition };
}

async function executeCommand(
  command: string,
  given: unknown[],
  next: ExecuteCommandSignature,
): Promise<unknown> {
  if (command !== SHOW_REFERENCES) return next(command, given);
  const [uri, position, locations] = given as [string, ProtocolPosition, ProtocolLocation[]];
  return commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    toPosition(position),
    locations.map(
      ({ uri: target, range }) =>
        new Location(Uri.parse(target), new Range(toPosition(range.start), toPosition(range.end))),
    ),
  );
}

function toPosition({ line, character }: ProtocolPosition): Position {
  return new Position(line, character);
}
