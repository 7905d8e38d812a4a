/** Files that links lead to and that are no documents of the set: pictures, source code, folders. */
import path from 'node:path';
import type { DocumentFacts } from '#specgraph';
import { isExternal } from '#specgraph';
import type { ReadSet } from '../read-set.ts';

/** @returns the path as the graph writes paths; undefined where no such file exists */
export function fileOfUrl({ project }: ReadSet, facts: DocumentFacts, url: string): string | undefined {
  const [destination] = url.trim().split(/[?#]/);
  if (destination === '' || isExternal(url)) return undefined;
  const { repositoryRoot, tree } = project.corpus;
  const folder = destination.startsWith('/') ? repositoryRoot : path.posix.dirname(facts.path);
  const file = path.posix.join(folder, decode(destination));
  return tree.kind(file) ? file : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
