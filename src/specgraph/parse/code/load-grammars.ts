/** Parsers of code are loaded when a document has code of their language: together they cost more than a small check. */
import { CODE_LANGUAGES, type CodeLanguage, type Grammar, type Grammars } from '../../model/index.ts';

const LOADERS: Record<CodeLanguage, () => Promise<Grammar>> = {
  json: async () => (await import('./json.ts')).parseJson,
  yaml: async () => (await import('./yaml.ts')).parseYaml,
  toml: async () => (await import('./toml.ts')).parseToml,
  shell: async () => (await import('./shell.ts')).parseShell,
  python: async () => (await import('./python.ts')).parsePython,
  xml: async () => (await import('./xml.ts')).parseXml,
  dotenv: async () => (await import('./dotenv.ts')).parseDotenv,
};

/** Names of the languages in info strings. */
const NAMES: Record<CodeLanguage, string> = {
  json: 'json|jsonc',
  yaml: 'ya?ml',
  toml: 'toml',
  shell: 'sh|bash|shell',
  python: 'python3?|py',
  xml: 'xml',
  dotenv: 'dotenv|env',
};

const PATTERNS = CODE_LANGUAGES.map((language) => ({
  language,
  name: new RegExp(`^(?:${NAMES[language]})$`, 'i'),
}));

/** The beginning of a code block with the first word behind it, or something that looks like one. */
const FENCE = /(?:(?<!`)`{3,}|(?<!~)~{3,})[ \t]*(?<name>\w+)/g;
/** What may stand before a code block in its line. */
const BEFORE_FENCE = /(?:^|\r)[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*$/;

/** The language that an info string names, where it is one that can be parsed. */
export function languageOf(name: string | null | undefined): CodeLanguage | undefined {
  return name ? PATTERNS.find((pattern) => pattern.name.test(name))?.language : undefined;
}

/** Sets of the same languages give the same object: what was read with it need not be read again. */
const loaded = new Map<string, Promise<Grammars>>();

/** Loads the parsers of all languages that code blocks of these texts name. */
export function loadGrammars(texts: readonly string[]): Promise<Grammars> {
  const found = new Set(texts.flatMap((text) => [...languagesIn(text)]));
  const used = CODE_LANGUAGES.filter((language) => found.has(language));
  const key = used.join(' ');
  let grammars = loaded.get(key);
  if (!grammars) {
    grammars = loadEach(used);
    loaded.set(key, grammars);
  }
  return grammars;
}

/** The languages of the code blocks of a text. One pass: a server asks for all texts after every save. */
function languagesIn(text: string): Set<CodeLanguage> {
  const names = new Set<string>();
  for (const { index, groups } of text.matchAll(FENCE)) {
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    if (!names.has(groups!.name) && BEFORE_FENCE.test(line)) names.add(groups!.name);
  }
  return new Set([...names].flatMap((name) => languageOf(name) ?? []));
}

async function loadEach(languages: readonly CodeLanguage[]): Promise<Grammars> {
  const entries = languages.map(async (language) => [language, await LOADERS[language]()] as const);
  const grammars = Object.fromEntries(await Promise.all(entries)) as Grammars;
  return grammars.shell ? { ...grammars, shellNames: (await import('./shell.ts')).readShellNames } : grammars;
}
