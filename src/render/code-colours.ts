/** The colours of code, which come from Astro. */
import type { Root as Html } from 'hast';
import { element, visitElements } from './hast.ts';

type Highlighter = (settings: object) => (tree: Html) => Promise<void>;

/**
 * Settings of Shiki for all code of a site. The output holds the colours of both themes; the `color-scheme` of the page
 * selects one.
 */
export const CODE_COLOURS = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false as const,
  wrap: false,
};

/** Languages of the pages of the theme itself. */
const OWN_LANGUAGES = ['bash', 'html', 'json', 'lua', 'md', 'rust', 'toml', 'ts', 'yaml'];

/** Names that documents give languages, and the names by which Shiki knows them. */
const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map([
  ['asn.1', 'asn1'],
  ['c#', 'csharp'],
  ['c++', 'cpp'],
  ['f#', 'fsharp'],
  ['golang', 'go'],
  ['jsonseq', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['patch', 'diff'],
  ['sh-session', 'shellsession'],
  ['shell-session', 'shellsession'],
  ['wat', 'wasm'],
]);

/** Shown without colours: no language, whatever the code is. */
const NO_LANGUAGE = 'plaintext';

let highlighter: Promise<(tree: Html) => Promise<void>> | undefined;

/** Languages that were tried, one after the other, and the name under which each has colours. */
const tried = new Map<string, Promise<string>>();
let lastTry: Promise<unknown> = Promise.resolve();

/**
 * Colours all code of a page.
 * @param languages all languages of the set. They are loaded before any code is highlighted: code of one language may hold
 * code of another, which has colours only if its language is loaded. They must not depend on what was rendered before
 */
export async function colourCode(page: Html, languages: readonly string[]): Promise<void> {
  const all = [...OWN_LANGUAGES, ...languages.map(nameOf)];
  for (const language of [...new Set(all)].sort()) await load(language);
  for (const code of codeIn(page))
    code.properties.className = [`language-${await load(nameOf(languageOf(code)))}`];
  await highlight(page);
}

/** Shiki knows "json", but not "JSON". */
function nameOf(language: string): string {
  const name = language.toLowerCase();
  return LANGUAGE_NAMES.get(name) ?? name;
}

type Code = ReturnType<typeof element>;

function codeIn(page: Html): Code[] {
  const found: Code[] = [];
  visitElements(page, ({ tagName, children: [code] }) => {
    if (tagName === 'pre' && code?.type === 'element' && languageOf(code) !== '') found.push(code);
  });
  return found;
}

function languageOf({ properties: { className } }: Code): string {
  const named = [className ?? []].flat().map(String);
  return named.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';
}

/** @returns the name under which a language has colours */
function load(language: string): Promise<string> {
  let name = tried.get(language);
  if (!name) {
    name = lastTry.then(() => tryLanguage(language));
    lastTry = name;
    tried.set(language, name);
  }
  return name;
}

/** Colours one blank. */
async function tryLanguage(language: string): Promise<string> {
  const code = element('code', { className: [`language-${language}`] }, [{ type: 'text', value: ' ' }]);
  const page: Html = { type: 'root', children: [element('pre', {}, [code])] };
  await withoutWarnings(() => highlight(page));
  const [pre] = page.children;
  const shown = pre?.type === 'element' && (pre.properties.dataLanguage ?? pre.properties['data-language']);
  return shown === NO_LANGUAGE ? NO_LANGUAGE : language;
}

/** A language without colours is no fault of a document, but Shiki writes of it to the console. */
async function withoutWarnings(work: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).startsWith('[Shiki]')) warn(...said);
  };
  try {
    await work();
  } finally {
    console.warn = warn;
  }
}

/** A build that recalls all articles needs no highlighter, which takes long to load. */
async function highlight(tree: Html): Promise<void> {
  highlighter ??= import('@astrojs/markdown-remark').then(({ rehypeShiki }) =>
    (rehypeShiki as unknown as Highlighter)({
      ...CODE_COLOURS,
      // Without a limit of time the colours do not depend on how busy the machine is: equal builds have equal bytes.
      transformers: [
        {
          preprocess: (_code: string, options: { tokenizeTimeLimit?: number }) =>
            void (options.tokenizeTimeLimit = 0),
        },
      ],
    }),
  );
  await (
    await highlighter
  )(tree);
}
