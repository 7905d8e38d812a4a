/** Reads the defaults that code states: `${RETRIES:-5}`, `cfg.get("retries", 5)`, `process.env.RETRIES ?? 5`. */
import type { Span } from './prose.ts';

/** A word of a line, with its place there. */
interface Word extends Span {
  text: string;
}

interface CodedDefault {
  name: string;
  value: Word;
  /** The name is the text of a key or a flag, not that of a variable of a program. */
  isKey?: true;
}

/** A plain value to its end: of an expression only the beginning would be read. */
const VALUE = String.raw`(?:"(?<double>[^"\\\n]*)"|'(?<single>[^'\\\n]*)'|(?<plain>-?\d[\d_]*(?:\.\d+)?|[Tt]rue|[Ff]alse|None))(?:\.(?:into|to_string|to_owned)\(\))?(?=\s*(?:$|[),;\]}#/]))`;
const KEY = String.raw`["'](?<name>[A-Za-z][\w.-]*)["']`;

/** The forms of the languages, each for lines that hold its word. */
const FORMS: readonly { word: string; pattern: RegExp }[] = [
  // `${NAME:-value}`, `${NAME:=value}` of the shell.
  { word: '${', pattern: /\$\{(?<name>[A-Za-z_]\w*):?[-=](?<plain>[^{}$`\n]*)\}/dg },
  // `os.environ.get("NAME", "5")`, `cfg.get("name", 5)`, `getenv("NAME", "5")`, `ENV.fetch("NAME", "5")`.
  {
    word: ',',
    pattern: new RegExp(
      String.raw`(?:[\w\])]\.(?:get|get[Oo]r_?[Dd]efault|getProperty|fetch)|\b(?:getenv|get_?[Ee]nv|env))\(\s*${KEY}\s*,\s*${VALUE}`,
      'dg',
    ),
  },
  // `add_argument("--name", type=int, default=5)`, `@click.option("--name", default=5)`.
  {
    word: 'default=',
    pattern: new RegExp(String.raw`["'](?<name>--[a-z][\w-]*)["'][^\n]*\bdefault=${VALUE}`, 'dg'),
  },
  // `viper.SetDefault("name", 5)`, `config.setdefault("name", 5)`.
  {
    word: 'efault(',
    pattern: new RegExp(String.raw`\.[sS]et_?[dD]efault\(\s*${KEY}\s*,\s*${VALUE}`, 'dg'),
  },
  // `process.env.NAME ?? 5`, `ENV["NAME"] || "5"`, `getenv('NAME') ?: '5'`, `env::var("NAME").unwrap_or("5".into())`.
  {
    word: 'env',
    pattern: new RegExp(
      String.raw`(?:\b|get)env(?:iron)?(?:\.|\[["']|\(["']|::var\(["'])(?<name>[A-Z][A-Z0-9_]*)(?:["'][\])])?(?:\s*(?:\?\?|\|\||\?:|\bor\b)\s*|\.unwrap_or(?:_else)?\((?:\|_\| ?)?)${VALUE}`,
      'dgi',
    ),
  },
];

/** What stands for "nothing": code falls back on it where a key is absent, and another program sets the default. */
const NOTHING = /^(?:|0(?:\.0+)?|[Ff]alse|None)$/;

/** @returns the names and values of a line of code */
export function* codedDefaults(line: string): Iterable<CodedDefault> {
  for (const { word, pattern } of FORMS) {
    if (!line.includes(word)) continue;
    for (const { indices } of line.matchAll(pattern)) {
      const wordAt = ([start, end]: [number, number]): Word => ({ text: line.slice(start, end), start, end });
      const { name, double, single, plain } = indices!.groups!;
      const value = wordAt(double ?? single ?? plain);
      const key = line.slice(...name);
      if (word === '${') yield { name: key, value };
      else if (/^[A-Z]/.test(key) || !NOTHING.test(value.text)) yield { name: key, value, isKey: true };
    }
  }
}
