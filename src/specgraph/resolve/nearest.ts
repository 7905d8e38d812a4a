/** What the destination of a broken link was probably meant to be. */
import { slug } from 'github-slugger';
import { didYouMean } from '../text/did-you-mean.ts';
import type { LinkScope } from './destinations.ts';
import type { IndexedDocument } from './document-index.ts';
import { oncePer } from './once.ts';
import { directory } from './paths.ts';

/** The anchor that was probably meant: one with a similar spelling, or of a heading with the same title or number. */
export function nearestAnchor(fragment: string, document: IndexedDocument): string | undefined {
  const sameTitle = sectionsTitled(document, fragment);
  if (sameTitle.length > 0) return sameTitle.length === 1 ? sameTitle[0] : undefined;
  return findSimilar(fragment, spellings(document).byDigits);
}

export function sectionsTitled(document: IndexedDocument, fragment: string): readonly string[] {
  return spellings(document).byTitle.get(withoutNumber(fragment)) ?? [];
}

/** The slugs and anchors of a document, by the part that a misspelled fragment must share with them. */
const spellings = oncePer((document: IndexedDocument) => {
  const names = [...new Set([...document.bySlug.keys(), ...document.anchors])].filter((name) => name !== '');
  const titled = [...document.bySlug.values()].map(({ slug: own, heading }) => ({
    own,
    title: withoutNumber(slug(heading)),
  }));
  const byTitle = Map.groupBy(
    titled.filter(({ title }) => title !== ''),
    ({ title }) => title,
  );
  return {
    byTitle: new Map([...byTitle].map(([title, sections]) => [title, sections.map(({ own }) => own)])),
    byDigits: Map.groupBy(names, digitsOf),
  };
});

export function withoutNumber(name: string): string {
  return name.replace(/^\d+[a-z]?-/, '');
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ');
}

// ---------------------------------------------------------------- files

/**
 * The file that was meant: the same without the forgotten extension, one of the same name elsewhere, one in the same
 * folder whose number alone has changed, or one there that is spelled alike.
 */
export function nearestPath(path: string, { index }: LinkScope): string | undefined {
  if (index.byPath.has(`${path}.md`)) return `${path}.md`;
  const name = nameOf(path);
  const sameName = index.pathsNamedInAnyCase(name);
  if (sameName.length > 1 && index.pathsNamed(name).length > 0) return undefined;
  if (index.pathsNamed(name).length === 1 && !/^readme\.md$/i.test(name)) return sameName[0];
  const folder = directory(path);
  const { byTitle, byDigits } = namesIn(index.pathsInFolder(folder));
  const title = withoutDigits(name);
  const renumbered = title.length < 11 ? [] : (byTitle.get(title) ?? []);
  // Every name of one letter is similar to every other.
  const isShort = name.replace(/\.\w+$/, '').length < 2;
  const meant = renumbered.length === 1 ? renumbered[0] : isShort ? undefined : findSimilar(name, byDigits);
  return meant && (folder === '' ? meant : `${folder}/${meant}`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The file names of a folder, by the part that a misspelled name must share with them. */
const namesIn = oncePer((paths: readonly string[]) => {
  const names = paths.map(nameOf);
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
