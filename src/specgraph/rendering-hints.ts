/**
 * What many broken links have in common: the documents are rendered otherwise than it was assumed. A reader who meets
 * hundreds of findings wants to know this one cause.
 */
import type { DocumentFacts, GraphEdge } from './model/index.ts';
import { directory, joinPath } from './resolve/paths.ts';
import { withoutDocumentExtension } from './text/file-names.ts';
import type { GraphView } from './view.ts';

export type RenderingHint =
  /** Files of a folder link to anchors of each other as if they were one page. */
  | { is: 'joined-files'; folder: string; links: number }
  /** Links name pages of a site ("guide", "/guide/") and not the files of the documents. */
  | { is: 'page-links'; links: number };

/** Fewer links of one form may be slips. */
const MIN_LINKS = 10;
/** So many of the broken links within files of a folder must lead to anchors of its other files. */
const MIN_SHARE = 0.5;

/** @returns one hint for each folder of joined files, and one for links to pages, in this order; most sets give none */
export function renderingHints({ edges, documents, config }: GraphView): RenderingHint[] {
  const broken = edges.filter(({ why, url }) => why !== undefined && url !== undefined);
  if (broken.length < MIN_LINKS) return [];
  const joined = joinedFolders(
    broken.filter(({ why, url }) => why === 'missing-anchor' && url!.startsWith('#')),
    documents,
  );
  if (config.renderer) return joined;
  const isPage = pageTest(documents);
  const links = broken.filter((edge) => edge.why === 'missing-file' && isPage(edge)).length;
  return links < MIN_LINKS ? joined : [...joined, { is: 'page-links', links }];
}

function joinedFolders(broken: readonly GraphEdge[], documents: readonly DocumentFacts[]): RenderingHint[] {
  const byFolder = Map.groupBy(broken, ({ range }) => directory(range!.file));
  return [...byFolder].flatMap(([folder, own]): RenderingHint[] => {
    if (own.length < MIN_LINKS) return [];
    const inFolder = documents.filter(({ path }) => directory(path) === folder);
    const owners = Map.groupBy(
      inFolder.flatMap((one) => [...anchorNames(one)]),
      (name) => name,
    );
    // "#summary" of many files is no anchor that others would mean.
    const links = own.filter(({ url }) => owners.get(url!.slice(1))?.length === 1).length;
    return links >= MIN_LINKS && links >= MIN_SHARE * own.length
      ? [{ is: 'joined-files', folder, links }]
      : [];
  });
}

function anchorNames({ sections, anchors }: DocumentFacts): Set<string> {
  return new Set([...sections.map(({ slug }) => slug), ...anchors.map(({ name }) => name)]);
}

/** Whether a broken link names the page of a document: its path without extension, beside the file or below some root. */
function pageTest(documents: readonly DocumentFacts[]): (edge: GraphEdge) => boolean {
  const pages = documents.map(({ path }) =>
    withoutDocumentExtension(path).replace(/(?:^|\/)(?:index|readme)$/i, ''),
  );
  const beside = new Set(pages);
  const belowRoots = new Set(pages.flatMap(endsOf));
  return ({ url = '', range }) => {
    const path = url
      .replace(/[?#].*$/s, '')
      .replace(/\/$/, '')
      .replace(/\.html$/, '');
    if (path === '' || withoutDocumentExtension(path) !== path) return false;
    return path.startsWith('/')
      ? belowRoots.has(path.slice(1))
      : beside.has(joinPath(directory(range!.file), path));
  };
}

/** "a/b/c" gives "a/b/c", "b/c" and "c". */
function endsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(i).join('/'));
}
