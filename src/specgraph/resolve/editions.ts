/** A specification is kept in several versions and languages: files of one name that are not one document. */

const LANGUAGES = new Set(
  `ar az be bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk mn ms nb nl nn no
  pl pt ro ru sk sl sq sr sv ta te th tr uk ur uz vi zh
  arabic chinese czech dutch english finnish french german greek hebrew hindi italian japanese korean polish portuguese
  russian spanish swedish turkish ukrainian vietnamese i18n l10n locale locales translation translations translated`.split(
    /\s+/,
  ),
);
const VERSIONS = new Set(
  `alpha archive archived archives beta current deprecated dev draft drafts edge latest legacy lts main master next nightly
  obsolete preview rc release releases snapshot stable superseded trunk unstable upcoming version versions`.split(
    /\s+/,
  ),
);

/**
 * Whether two paths stand for different versions or languages of something: a link to the one must not be changed into a
 * link to the other. Numbers in file names are not compared: a document that was renumbered is the same.
 */
export function differInEdition(a: string, b: string): boolean {
  return editionOf(a) !== editionOf(b);
}

function editionOf(path: string): string {
  const slash = path.lastIndexOf('/');
  const folders = tokensOf(path.slice(0, slash + 1)).filter(
    (token) => /\d/.test(token) || LANGUAGES.has(token) || VERSIONS.has(token),
  );
  const name = tokensOf(path.slice(slash + 1)).filter((token) => LANGUAGES.has(token));
  return [...folders.sort(), '/', ...name].join(' ');
}

function tokensOf(path: string): string[] {
  return path.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
