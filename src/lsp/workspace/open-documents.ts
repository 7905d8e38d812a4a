/** The documents that are open in the editor. What is in a buffer counts, not what is on the disk. */
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface OpenDocument {
  /** As the editor writes it. */
  uri: string;
  /** Absolute path. */
  file: string;
  version: number;
  text: string;
  /** Differs for every state of every document. */
  serial: number;
}

export class OpenDocuments {
  private readonly byFile = new Map<string, OpenDocument>();
  private serial = 0;

  /** @returns undefined for a document that is no file, such as one that was never saved */
  set(uri: string, version: number, text: string): OpenDocument | undefined {
    const file = fileOfUri(uri);
    if (file === undefined) return undefined;
    const document = { uri, file, version, text: text.replace(/^\uFEFF/, ''), serial: ++this.serial };
    this.byFile.set(file, document);
    return document;
  }

  delete(uri: string): void {
    const file = fileOfUri(uri);
    if (file !== undefined) this.byFile.delete(file);
  }

  get(file: string): OpenDocument | undefined {
    return this.byFile.get(file);
  }

  all(): OpenDocument[] {
    return [...this.byFile.values()];
  }

  /** The URI of an absolute path; of an open document, the one that the editor uses. */
  uriOf(file: string): string {
    return this.byFile.get(file)?.uri ?? uriOfFile(file);
  }
}

export function uriOfFile(file: string): string {
  return pathToFileURL(file).href;
}

/** @returns an absolute path; undefined where the URI names no file of this machine */
export function fileOfUri(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
