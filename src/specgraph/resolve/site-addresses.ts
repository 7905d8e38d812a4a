/**
 * Addresses on a site that is rendered from the documents. The root of the site is not configured: it is a folder that holds
 * the document and below which the address has a file.
 */
import type { DocumentFacts } from '../model/index.ts';
import type { LinkRules } from '../renderers/renderer.ts';
import { isDocument, withoutDocumentExtension } from '../text/file-names.ts';
import type { LinkScope } from './destinations.ts';
import { directory, isWithin, joinPath } from './paths.ts';

const DOCUMENT_EXTENSIONS = ['.md', '.mdx', '.markdown'];

/**
 * The file whose page an address leads to.
 * @param address path of the URL, decoded: "guide", "../guide/", "/docs/guide.html"
 * @returns undefined where none is found
 */
export function fileOfAddress(
  address: string,
  from: DocumentFacts,
  rules: LinkRules,
  scope: LinkScope,
): string | undefined {
  for (const base of basesOf(address, from, rules, scope)) {
    const path = joinPath(base, address.replace(/^\/+/, ''));
    if (!isWithin(path, scope.repositoryRoot)) continue;
    const found = filesFor(path, rules).find((file) => isFile(file, scope));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an address without a file may be right all the same: settings or plugins of the site make it. */
export function mayBeMade(address: string, { addressesAreFiles }: LinkRules): boolean {
  if (addressesAreFiles || isDocument(address)) return false;
  return address.startsWith('/') || !ASSET.test(address);
}

/** Files that no site makes of something else. "expr.closure" is an address. */
const ASSET =
  /\.(?:avif|bmp|css|csv|gif|ico|jpe?g|js|json|mp[34]|pdf|png|svg|ts|txt|webm|webp|xml|ya?ml|zip)$/i;

/** The folders that an address may be relative to, in the order of preference. */
function basesOf(address: string, from: DocumentFacts, rules: LinkRules, scope: LinkScope): string[] {
  if (address.startsWith('/')) {
    return foldersAround(from.path, scope.repositoryRoot).flatMap((folder) => [
      folder,
      ...rules.staticFolders.map((name) => joinPath(folder, name)),
    ]);
  }
  const isIndex = rules.indexFiles.includes(from.path.slice(from.path.lastIndexOf('/') + 1));
  const folder = directory(from.path) || '.';
  return rules.hasFolderPages && !isIndex ? [folder, withoutDocumentExtension(from.path)] : [folder];
}

/** From the folder of a file up to the last one. */
function foldersAround(file: string, last: string): string[] {
  const folders: string[] = [];
  for (let at = directory(file) || '.'; isWithin(at, last); at = joinPath(at, '..')) {
    folders.push(at);
    if (at === last || folders.length > MAX_FOLDERS) break;
  }
  return folders;
}

/** Deeper nesting is taken for a mistake of the paths. */
const MAX_FOLDERS = 100;

/** The files whose page may have this path, those that exist and those that do not. */
function filesFor(path: string, rules: LinkRules): string[] {
  const files = [path];
  const stem = /^(.*)\.html?$/i.exec(path)?.[1];
  const addDocuments = (name: string): void => {
    files.push(...DOCUMENT_EXTENSIONS.map((extension) => name + extension));
  };
  const addIndexes = (folder: string): void => {
    files.push(...rules.indexFiles.map((name) => joinPath(folder, name)));
  };
  if (rules.takesHtml && stem !== undefined) {
    addDocuments(stem);
    if (/(?:^|\/)index$/.test(stem)) addIndexes(directory(stem) || '.');
  }
  if (rules.omitsExtension && !isDocument(path)) addDocuments(path);
  addIndexes(path);
  return files;
}

function isFile(path: string, { index, tree }: LinkScope): boolean {
  return index.byPath.has(path) || tree.kind(path) === 'file';
}
