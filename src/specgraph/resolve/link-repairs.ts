/**
 * The destination that an unresolved link should have. A repair is certain where there is exactly one
 * right answer: it never leads to another version or language, to an anchor that does not exist, or to one of two candidates.
 */
import type { DocumentFacts, GraphEdge, RawLink, SectionFacts } from '../model/index.ts';
import { relativePath } from '../text/describe.ts';
import { encodePath, encodeUrl } from '../text/destination.ts';
import { pathOf, type Destination, type LinkScope, type Outcome } from './destinations.ts';
import { differInEdition } from './editions.ts';
import { resolvePath } from './link-targets.ts';
import { sectionsTitled, withoutNumber } from './nearest.ts';
import { isWithin } from './paths.ts';

export function repairOf(
  link: RawLink,
  destination: Destination,
  outcome: Outcome,
  from: DocumentFacts,
  scope: LinkScope,
): GraphEdge['repair'] {
  const { why, nearest } = outcome;
  if (nearest === undefined) return undefined;
  if (why === 'missing-anchor') return repairAnchor(link, destination, nearest, outcome.owner!, scope);
  const leads = resolvePath(nearest, destination.fragment, scope);
  if (leads && !leads.resolved) return undefined;
  const url = writePath(nearest, destination, from, scope) + encodeUrl(destination.suffix);
  if (why !== 'missing-file') return { url, isCertain: true };
  const path = pathOf(destination, from, scope);
  if (nearest === from.path || differInEdition(path, nearest)) return undefined;
  return { url, isCertain: hasMoved(path, nearest, scope) };
}

/** In the style of the link: absolute, from the root, or relative, with "./" where it was there. */
function writePath(path: string, destination: Destination, from: DocumentFacts, scope: LinkScope): string {
  const root = scope.repositoryRoot === '.' ? '' : `${scope.repositoryRoot}/`;
  const folder = /\/$/.test(destination.path) && !path.endsWith('/') ? '/' : '';
  const fromRoot = (): string => encodePath(relativePath(`${root}x`, path)) + folder;
  if (destination.prefix !== '') return destination.prefix + fromRoot();
  if (destination.path.startsWith('/')) return `/${fromRoot()}`;
  const relative = encodePath(relativePath(from.path, path)) + folder;
  return destination.path.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative;
}

/** A file of the same name elsewhere in the set was moved, if it is the only one. */
function hasMoved(path: string, nearest: string, { root }: LinkScope): boolean {
  const name = nameOf(path);
  return name === nameOf(nearest) && isWithin(path, root);
}

// ---------------------------------------------------------------- anchors

function repairAnchor(
  link: RawLink,
  { prefix, path, suffix, fragment = '' }: Destination,
  nearest: string,
  owner: string,
  { index }: LinkScope,
): GraphEdge['repair'] {
  const written = prefix + encodePath(path) + encodeUrl(/^[^#]*#/.exec(suffix)?.[0] ?? '#');
  const section = index.byPath.get(owner)?.bySlug.get(nearest);
  const isRenumbered =
    section !== undefined &&
    isNumbered(section) &&
    withoutNumber(section.slug) === withoutNumber(fragment) &&
    sectionsTitled(index.byPath.get(owner)!, fragment).length === 1 &&
    !statesNumber(link.text, fragment);
  return { url: written + encodeUrl(nearest), isCertain: isRenumbered };
}

/** Not by a version or a year: "1.2 Changes", "2026 Report". */
function isNumbered({ number, heading }: SectionFacts): boolean {
  return number !== undefined || /^\d{1,2}[a-z]?[.:)]?\s/.test(heading);
}

/** "[Section 3](#3-end)": the words would go on to state the old number. */
function statesNumber(words: string, fragment: string): boolean {
  const number = /^\d+[a-z]?(?=-)/.exec(fragment)?.[0];
  const stated = words.match(/\d+(?:\.\d+)*[a-z]?/g) ?? [];
  return number !== undefined && stated.some((one) => one.replaceAll('.', '') === number);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
