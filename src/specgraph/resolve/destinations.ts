/** Destinations of links, taken apart. */
import type { DocumentFacts, GraphEdge, RepositoryAddress, Tree } from '../model/index.ts';
import type { Renderer } from '../renderers/renderer.ts';
import type { DocumentIndex } from './document-index.ts';
import { ownFile } from './own-repository.ts';
import { directory, joinPath } from './paths.ts';

/** What link resolution needs to know besides the documents. */
export interface LinkScope {
  index: DocumentIndex;
  tree: Tree;
  /** The folder of the set. */
  root: string;
  repositoryRoot: string;
  /** Where the repository is published, if that is known. */
  repository?: RepositoryAddress;
  /** What renders the documents. */
  renderers: readonly [Renderer, ...Renderer[]];
  /** Whether the configuration names them. */
  isConfigured: boolean;
}

export type Outcome = Pick<GraphEdge, 'target' | 'resolved' | 'why' | 'nearest' | 'owner' | 'differs'>;

/** A destination taken apart; all but `prefix` decoded. */
export interface Destination {
  /** "https://github.com/owner/name/blob/main/" of a file of this repository, else empty. */
  prefix: string;
  /** As written, relative to the document, or to the repository where it begins with "/" or has a prefix. */
  path: string;
  /** Query and fragment as they stand in the URL. */
  suffix: string;
  fragment?: string;
}

/** "mailto:…", "https://…", "//host". A scheme has at least two letters, so "C:" is not one. */
export function isExternal(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(url);
}

/** `{{ site.url }}/x`: a template engine fills in the address later. */
const TEMPLATE = /\{\{|\{%|<%|\$\{/;
/** Path, and fragment where there is one. */
const SPLIT_URL = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s;

/** @returns undefined for what leads out of the repository, and for addresses that a template engine fills in later */
export function destinationOf(url: string, { repository }: LinkScope): Destination | undefined {
  if (TEMPLATE.test(url)) return undefined;
  const own = isExternal(url) ? ownFile(url, repository) : undefined;
  if (isExternal(url) && !own) return undefined;
  const rest = own?.rest ?? url;
  const [, path, , fragment] = SPLIT_URL.exec(rest)!;
  return {
    prefix: own?.prefix ?? '',
    path: decode(path),
    suffix: rest.slice(path.length),
    fragment: fragment === undefined ? undefined : decode(withoutDirective(fragment)),
  };
}

/** The file that a destination names, relative to where the command runs. */
export function pathOf({ prefix, path }: Destination, from: DocumentFacts, scope: LinkScope): string {
  if (prefix !== '') return joinPath(scope.repositoryRoot, path);
  return path.startsWith('/')
    ? joinPath(scope.repositoryRoot, path.slice(1))
    : joinPath(directory(from.path), path);
}

/**
 * Behind ":~:" stands what a browser shall show, such as a text of the page; it names no anchor.
 * Source: https://wicg.github.io/scroll-to-text-fragment/.
 */
function withoutDirective(fragment: string): string {
  return fragment.replace(/:~:.*$/s, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
