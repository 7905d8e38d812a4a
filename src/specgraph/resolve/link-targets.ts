/** Where a destination leads for a reader: to a node of the graph, to nothing and why, or to what is no document. */
import type { DocumentFacts, GraphEdge } from '../model/index.ts';
import { pathOf, type Destination, type LinkScope, type Outcome } from './destinations.ts';
import type { IndexedDocument } from './document-index.ts';
import { nodeId } from './ids.ts';
import { nearestAnchor, nearestPath } from './nearest.ts';
import type { LinkRules } from '../renderers/renderer.ts';
import { UNKNOWN_SITE } from '../renderers/table.ts';
import { isMdx } from '../text/file-names.ts';
import { isWithin, joinPath } from './paths.ts';
import { fileOfAddress, mayBeMade } from './site-addresses.ts';

/**
 * @param position of the renderer in `scope.renderers`
 * @returns undefined for a file or a folder that exists and is no document; "unknown" for an address that cannot be judged
 */
export function resolveDestination(
  url: string,
  destination: Destination,
  from: DocumentFacts,
  scope: LinkScope,
  position = 0,
): Outcome | 'unknown' | undefined {
  if (url === '') return unresolved('empty', 'empty');
  const { prefix, fragment } = destination;
  if (destination.path === '' && prefix === '')
    return resolveFragment(fragment ?? '', scope.index.byPath.get(from.path)!, scope, position);
  const rules = prefix === '' ? linkRulesOf(from, scope, position) : undefined;
  const path = pathOf(destination, from, scope);
  if (rules?.root === 'site' && !isThere(path, scope)) {
    const file = fileOfAddress(destination.path, from, rules, scope);
    if (file !== undefined) return resolvePath(file, fragment, scope, position);
    if (mayBeMade(destination.path, rules)) return 'unknown';
  }
  if (!isWithin(path, scope.repositoryRoot))
    return isPageOfRepository(path, scope) ? undefined : unresolved('outside-root', path);
  return resolvePath(path, fragment, scope, position);
}

function linkRulesOf(
  from: DocumentFacts,
  { renderers, isConfigured }: LinkScope,
  position: number,
): LinkRules {
  return isMdx(from.path) && !isConfigured ? UNKNOWN_SITE : renderers[position].links;
}

function isThere(path: string, { index, tree, repositoryRoot }: LinkScope): boolean {
  return index.byPath.has(path) || (isWithin(path, repositoryRoot) && tree.kind(path) === 'file');
}

/** A link was meant where the destination is a file. Elsewhere the parenthesis is one: "[S_k](modulo 1000)". */
export function resolveText(
  destination: Destination,
  from: DocumentFacts,
  scope: LinkScope,
): Outcome | undefined {
  const path = pathOf(destination, from, scope);
  const isFile =
    destination.path !== '' && isWithin(path, scope.repositoryRoot) && scope.tree.kind(path) === 'file';
  return isFile ? { ...unresolved('shown-as-text', path), nearest: path } : undefined;
}

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

/** @returns undefined for a file or a folder that exists and is no document */
export function resolvePath(
  path: string,
  fragment: string | undefined,
  scope: LinkScope,
  position = 0,
): Outcome | undefined {
  const document = scope.index.byPath.get(path);
  if (document) return resolveFragment(fragment ?? '', document, scope, position);
  const kind = scope.tree.kind(path);
  if (kind && scope.tree.isIgnored?.(path)) return unresolved('ignored', path);
  if (kind === 'directory') return resolveFolder(path, fragment, scope, position);
  if (kind) return undefined;
  const spellings = scope.tree.otherCases(path);
  if (spellings.length > 0)
    return { ...unresolved('case', path), nearest: spellings.length === 1 ? spellings[0] : undefined };
  return { ...unresolved('missing-file', path), nearest: nearestPath(path, scope) };
}

// ---------------------------------------------------------------- folders

/** A link to a folder shows its README on GitHub. */
function resolveFolder(
  path: string,
  fragment: string | undefined,
  scope: LinkScope,
  position: number,
): Outcome | undefined {
  const page = landingPage(path, scope);
  if (page) return resolveFragment(fragment ?? '', page, scope, position);
  if (fragment === undefined || isTop(fragment) || hasOtherReadme(path, scope)) return undefined;
  return { ...unresolved('missing-anchor', nodeId.section(path, fragment)), owner: `${path}/` };
}

const README = /^readme\.(?:md|markdown)$/i;

function landingPage(path: string, scope: LinkScope): IndexedDocument | undefined {
  const readmeOf = (folder: string): string | undefined => {
    const names = scope.index.pathsInFolder(folder);
    return (
      names.find((name) => /(?:^|\/)README\.md$/.test(name)) ??
      names.find((name) => README.test(nameOf(name)))
    );
  };
  const isRoot = path === scope.repositoryRoot;
  const readme =
    (isRoot ? readmeOf(joinPath(path, '.github')) : undefined) ??
    readmeOf(path) ??
    (isRoot ? readmeOf(joinPath(path, 'docs')) : undefined) ??
    joinPath(path, 'index.md');
  return scope.index.byPath.get(readme);
}

/** READMEs that GitHub shows and that are no documents of the set, or of another format. */
const OTHER_READMES = [
  'README.md',
  'README',
  'README.markdown',
  'README.mdx',
  'README.rst',
  'README.txt',
  'README.adoc',
  'README.asciidoc',
  'README.org',
  'README.html',
  'README.textile',
  'README.rdoc',
  'README.pod',
  'README.creole',
  'README.mediawiki',
  'index.html',
];

function hasOtherReadme(folder: string, { tree, repositoryRoot }: LinkScope): boolean {
  // A submodule is a repository of its own, whose files need not be there.
  if (tree.kind(joinPath(folder, '.git')) && folder !== repositoryRoot) return true;
  return OTHER_READMES.some((name) => {
    const path = joinPath(folder, name);
    return tree.kind(path) !== undefined || tree.otherCases(path).length > 0;
  });
}

// ---------------------------------------------------------------- fragments

/** HTML takes "top" in any letter case for the top of the page. */
function isTop(fragment: string): boolean {
  return fragment === '' || fragment.toLowerCase() === 'top';
}

/** GitHub shows the README of a folder in a box with an anchor, and other files of the repository in tabs. */
const README_BOX = /^readme$|-ov-file$/i;

function resolveFragment(
  fragment: string,
  document: IndexedDocument,
  scope: LinkScope,
  position = 0,
): Outcome {
  const found = findFragment(fragment, document, scope, position);
  if (found.resolved || !document.facts.part?.isJoined) return found;
  // The parts of a work that are shown as one page share their anchors.
  for (const part of scope.index.otherParts(document)) {
    const inPart = findFragment(fragment, part, scope, position);
    if (inPart.resolved) return inPart;
  }
  return found;
}

function findFragment(
  fragment: string,
  document: IndexedDocument,
  { renderers }: LinkScope,
  position: number,
): Outcome {
  const { id, path } = document.facts;
  const { bySlug, anchors } = position === 0 ? document : (document.otherAnchors[position - 1] ?? document);
  const bare = fragment.replace(/^user-content-/, '');
  const section =
    bySlug.get(bare) ?? (renderers[position].name === 'github' ? bySlug.get(bare.toLowerCase()) : undefined);
  if (section && fragment !== '') return resolvedTo(nodeId.section(id, section.slug));
  const anchored = document.anchored(anchors.has(fragment) ? fragment : bare);
  if (anchored) return resolvedTo(nodeId.section(id, anchored.slug));
  const isKnown =
    isTop(fragment) ||
    anchors.has(fragment) ||
    anchors.has(bare) ||
    /^fn(?:ref)?-/.test(bare) ||
    /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/.test(fragment) ||
    (README_BOX.test(fragment) && README.test(nameOf(path))) ||
    (!renderers[position].links.addressesAreFiles && hasMadeHeading(document));
  if (isKnown) return resolvedTo(nodeId.document(id));
  return {
    ...unresolved('missing-anchor', nodeId.section(id, fragment)),
    owner: path,
    nearest: nearestAnchor(fragment, document),
  };
}

/** A heading without words gets them, and its anchor, from a plugin of the site: `## <!-- setting x -->`. */
function hasMadeHeading({ facts }: IndexedDocument): boolean {
  return facts.sections.some(({ heading }) => heading === '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function resolvedTo(target: string): Outcome {
  return { target, resolved: true };
}

function unresolved(why: NonNullable<GraphEdge['why']>, what: string): Outcome {
  return { target: nodeId.missing(what), resolved: false, why };
}
