import type { DocumentFacts, GraphEdge, RawLink, Tree } from '../model/index.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { DocumentIndex, IndexedDocument } from './document-index.ts';
import { nodeId } from './ids.ts';
import { oncePer } from './once.ts';
import { directory, isWithin, joinPath } from './paths.ts';

/** What link resolution needs to know besides the documents. */
export interface LinkScope {
  index: DocumentIndex;
  tree: Tree;
  repositoryRoot: string;
}

type Outcome = Pick<GraphEdge, 'target' | 'resolved' | 'why' | 'nearest' | 'owner'>;

/** @returns the edge of a link; undefined for links outside the set: external URLs, `#`, files that exist. */
export function resolveLink(link: RawLink, from: DocumentFacts, scope: LinkScope): GraphEdge | undefined {
  const outcome = link.form === 'text' ? resolveText(link, from, scope) : resolveUrl(link, from, scope);
  return (
    outcome && {
      kind: 'refers',
      source: link.section ? nodeId.section(from.id, link.section) : nodeId.document(from.id),
      ...outcome,
      range: link.range,
      text: link.text,
      context: link.context,
      via: link.form === 'image' ? 'image' : 'link',
      url: link.url,
      urlRange: link.urlRange,
    }
  );
}

/** "mailto:…", "https://…", "//host". A scheme has at least two letters, so "C:" is not one. */
export function isExternal(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(url);
}

/** A link was meant where the destination is a file. Elsewhere the parenthesis is one: "[S_k](modulo 1000)". */
function resolveText(link: RawLink, from: DocumentFacts, scope: LinkScope): Outcome | undefined {
  if (isExternal(link.url) || TEMPLATE.test(link.url)) return undefined;
  const [, path] = SPLIT_URL.exec(link.url)!;
  const file = pathOf(decode(path), from, scope);
  if (path === '' || !isWithin(file, scope.repositoryRoot) || scope.tree.kind(file) !== 'file')
    return undefined;
  const outcome = resolveUrl(link, from, scope);
  return { ...unresolved('shown-as-text', file), nearest: outcome?.resolved === false ? undefined : file };
}

function resolveUrl(link: RawLink, from: DocumentFacts, scope: LinkScope): Outcome | undefined {
  const url = link.url.trim();
  if (isExternal(url) || TEMPLATE.test(url)) return undefined;
  if (url === '') return unresolved('empty', 'empty');
  const [, rawPath, rawFragment] = SPLIT_URL.exec(url)!;
  const fragment = rawFragment === undefined ? undefined : decode(rawFragment);
  if (rawPath === '') return resolveFragment(fragment ?? '', scope.index.byPath.get(from.path)!);
  const path = pathOf(decode(rawPath), from, scope);
  if (!isWithin(path, scope.repositoryRoot))
    return isPageOfRepository(path, scope) ? undefined : unresolved('outside-root', path);
  return resolvePath(path, fragment, scope);
}

/** Path, and fragment where there is one. */
const SPLIT_URL = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s;

function pathOf(path: string, from: DocumentFacts, scope: LinkScope): string {
  return path.startsWith('/')
    ? joinPath(scope.repositoryRoot, path.slice(1))
    : joinPath(directory(from.path), path);
}

/** `{{ site.url }}/x`: a template engine fills in the address later. */
const TEMPLATE = /\{\{|\{%|<%|\$\{/;
/** What GitHub shows below the address of a repository. */
const REPOSITORY_PAGE_NAMES = [
  ...['issues', 'pulls?', 'discussions', 'actions', 'projects', 'wiki', 'security', 'releases', 'tags'],
  ...['milestones?', 'labels', 'commits?', 'compare', 'blob', 'tree', 'raw', 'graphs', 'network'],
  ...['stargazers', 'watchers', 'pulse', 'contributors', 'archive', 'fork'],
];
const REPOSITORY_PAGES = new RegExp(String.raw`^(?:${REPOSITORY_PAGE_NAMES.join('|')})(?:\/|$)`);

/** "../../issues" above the root: GitHub shows files two steps below the repository's own address. */
function isPageOfRepository(path: string, { repositoryRoot }: LinkScope): boolean {
  const above = joinPath(repositoryRoot, '../..');
  if (above === '.') return REPOSITORY_PAGES.test(path);
  return path.startsWith(`${above}/`) && REPOSITORY_PAGES.test(path.slice(above.length + 1));
}

function resolvePath(path: string, fragment: string | undefined, scope: LinkScope): Outcome | undefined {
  const document = scope.index.byPath.get(path) ?? landingPage(path, scope);
  if (document) return resolveFragment(fragment ?? '', document);
  if (scope.tree.kind(path)) return undefined;
  const otherCase = scope.tree.otherCase(path);
  if (otherCase) return { ...unresolved('case', path), nearest: otherCase };
  return { ...unresolved('missing-file', path), nearest: nearestPath(path, scope.index) };
}

/** A link to a folder shows its README on GitHub. */
function landingPage(path: string, scope: LinkScope): IndexedDocument | undefined {
  if (scope.tree.kind(path) !== 'directory') return undefined;
  return (
    scope.index.byPath.get(joinPath(path, 'README.md')) ?? scope.index.byPath.get(joinPath(path, 'index.md'))
  );
}

function resolveFragment(fragment: string, document: IndexedDocument): Outcome | undefined {
  const { id } = document.facts;
  if (fragment === '' || fragment === 'top') return resolvedTo(nodeId.document(id));
  const bare = fragment.replace(/^user-content-/, '');
  const section = document.bySlug.get(bare) ?? document.bySlug.get(bare.toLowerCase());
  if (section) return resolvedTo(nodeId.section(id, section.slug));
  if (document.anchors.has(fragment) || document.anchors.has(bare) || /^fn(?:ref)?-/.test(bare))
    return resolvedTo(nodeId.document(id));
  if (/^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/.test(fragment)) return resolvedTo(nodeId.document(id));
  return {
    ...unresolved('missing-anchor', nodeId.section(id, fragment)),
    owner: document.facts.path,
    nearest: nearestSlug(fragment, document),
  };
}

/** The anchor that was probably meant: one with a similar spelling, or of a heading with the same title or number. */
function nearestSlug(fragment: string, document: IndexedDocument): string | undefined {
  const { byTitle, byDigits } = spellings(document);
  const sameTitle = byTitle.get(withoutNumber(fragment)) ?? [];
  if (sameTitle.length === 1) return sameTitle[0];
  return findSimilar(fragment, byDigits);
}

/** The slugs and anchors of a document, by the part that a misspelled fragment must share with them. */
const spellings = oncePer((document: IndexedDocument) => ({
  byTitle: Map.groupBy(document.bySlug.keys(), withoutNumber),
  byDigits: Map.groupBy([...document.bySlug.keys(), ...document.anchors], digitsOf),
}));

function withoutNumber(slug: string): string {
  return slug.replace(/^[\d]+[a-z]?-/, '');
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ');
}

/**
 * The file that was meant: the same without the forgotten extension, one of the same name elsewhere, one in the same
 * folder whose number alone has changed, or one there that is spelled alike.
 */
function nearestPath(path: string, index: DocumentIndex): string | undefined {
  if (index.byPath.has(`${path}.md`)) return `${path}.md`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sameName = index.named(name);
  if (sameName.length === 1 && !/^readme\.md$/i.test(name)) return sameName[0];
  const folder = directory(path);
  const { byTitle, byDigits } = namesIn(index.inFolder(folder));
  const title = withoutDigits(name);
  const renumbered = title.length < 11 ? [] : (byTitle.get(title) ?? []);
  // Every name of one letter is similar to every other.
  const isShort = name.replace(/\.\w+$/, '').length < 2;
  const meant = renumbered.length === 1 ? renumbered[0] : isShort ? undefined : findSimilar(name, byDigits);
  return meant && (folder === '' ? meant : `${folder}/${meant}`);
}

/** The file names of a folder, by the part that a misspelled name must share with them. */
const namesIn = oncePer((paths: readonly string[]) => {
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  return { byTitle: Map.groupBy(names, withoutDigits), byDigits: Map.groupBy(names, digitsOf) };
});

/** With more candidates, comparing each of them with every broken link would take longer than the rest of the check. */
const MAX_CANDIDATES = 1_000;

/** The candidate with a similar spelling and the same digits: "eip-20" is not a misspelled "eip-21". */
function findSimilar(word: string, byDigits: ReadonlyMap<string, string[]>): string | undefined {
  const candidates = byDigits.get(digitsOf(word)) ?? [];
  return candidates.length > MAX_CANDIDATES ? undefined : didYouMean(word, candidates);
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '');
}

function resolvedTo(target: string): Outcome {
  return { target, resolved: true };
}

function unresolved(why: NonNullable<GraphEdge['why']>, what: string): Outcome {
  return { target: nodeId.missing(what), resolved: false, why };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
