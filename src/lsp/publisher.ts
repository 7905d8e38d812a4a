/** Sends diagnostics to the editor, and remembers what it has. */
import { DiagnosticSeverity, type Diagnostic, type PublishDiagnosticsParams } from 'vscode-languageserver';
import { SOURCE } from './features/diagnostics.ts';
import type { OpenDocuments } from './workspace/open-documents.ts';
import type { SpecSet } from './workspace/spec-set.ts';
import type { Trouble } from './workspace/trouble.ts';

export class Publisher {
  private readonly open: OpenDocuments;
  private readonly send: (params: PublishDiagnosticsParams) => void;
  /** What was sent last, by set and absolute path. */
  private readonly sent = new Map<SpecSet, Map<string, string>>();

  constructor(open: OpenDocuments, send: (params: PublishDiagnosticsParams) => void) {
    this.open = open;
    this.send = send;
  }

  /**
   * Sends the diagnostics of a set. Those of files that have none any more are removed.
   * @param diagnostics by absolute path
   */
  publish(set: SpecSet, diagnostics: ReadonlyMap<string, Diagnostic[]>): void {
    const removed = [...(this.sent.get(set)?.keys() ?? [])].filter((file) => !diagnostics.has(file));
    this.publishFiles(set, diagnostics);
    for (const file of removed) {
      this.clear(file);
      this.sent.get(set)!.delete(file);
    }
  }

  /** Sends the diagnostics of some files of a set. Those of the others stay. */
  publishFiles(set: SpecSet, diagnostics: ReadonlyMap<string, Diagnostic[]>): void {
    const sent = this.sent.get(set) ?? new Map<string, string>();
    this.sent.set(set, sent);
    for (const [file, own] of diagnostics) {
      const version = this.open.get(file)?.version;
      const key = JSON.stringify([version, own]);
      const isKnown = sent.has(file);
      if (sent.get(file) !== key && (own.length > 0 || isKnown || version !== undefined))
        this.send({ uri: this.open.uriOf(file), version, diagnostics: own });
      if (own.length > 0 || version !== undefined) sent.set(file, key);
      else sent.delete(file);
    }
  }

  /** Removes everything that was sent for a set. */
  forget(set: SpecSet): void {
    for (const file of this.sent.get(set)?.keys() ?? []) this.clear(file);
    this.sent.delete(set);
  }

  private clear(file: string): void {
    this.send({ uri: this.open.uriOf(file), version: this.open.get(file)?.version, diagnostics: [] });
  }
}

/** The diagnostic of a broken configuration at its place. */
export function diagnosticOfTrouble(trouble: Trouble): Diagnostic {
  return {
    range: lineOf(trouble),
    severity: DiagnosticSeverity.Error,
    code: UNREADABLE,
    source: SOURCE,
    message: sentenceOf(trouble),
  };
}

/** What an open document says while its set cannot be read: nobody sees the diagnostic of a file that is not open. */
export function diagnosticOfUnchecked(trouble: Trouble, uriOf: (file: string) => string): Diagnostic {
  const place = trouble.file && { uri: uriOf(trouble.file), range: lineOf(trouble) };
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Error,
    code: UNREADABLE,
    source: SOURCE,
    message: `This document is not checked: ${withStop(trouble.message)}`,
    ...(place && { relatedInformation: [{ location: place, message: sentenceOf(trouble) }] }),
  };
}

/** The code of both diagnostics; they are no findings of a rule. */
const UNREADABLE = 'unreadable-set';

function lineOf({ line }: Trouble): Diagnostic['range'] {
  return { start: { line: line - 1, character: 0 }, end: { line, character: 0 } };
}

function sentenceOf({ message }: Trouble): string {
  // A message that begins with a path keeps its first letter.
  const isPath = /^\S*[./]\S/.test(message);
  return withStop(isPath ? message : `${message[0].toUpperCase()}${message.slice(1)}`);
}

function withStop(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
