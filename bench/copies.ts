/** Copies of the specification: a large set of real documents. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const SPEC = path.resolve(import.meta.dirname, '../spec');

/** Writes copies of the fifteen documents to `root`, each in a folder of its own; `root` is a repository. */
export function copySpec(root: string, copies: number): void {
  const documents = readdirSync(SPEC).filter((name) => name.endsWith('.md'));
  mkdirSync(path.join(root, '.git'), { recursive: true });
  for (let i = 0; i < copies; i++) {
    const folder = path.join(root, folderOfCopy(i));
    mkdirSync(folder);
    for (const name of documents) copyFileSync(path.join(SPEC, name), path.join(folder, name));
  }
}

/** The name of the folder of a copy, counted from 0. */
export function folderOfCopy(index: number): string {
  return `copy-${String(index).padStart(3, '0')}`;
}
