import type { ObjectInText } from './object-in-text.ts';

const LINE = /^[ \t]*(?:\[\[?\s*([\w.-]+)\s*\]\]?|([\w-]+)[ \t]*=)/gm;

/** The tables of TOML, each with the keys of its own lines. */
export function tomlObjects(code: string): ObjectInText[] {
  const found: ObjectInText[] = [{ path: '', keys: [] }];
  for (const match of code.matchAll(LINE)) {
    const [line, table, key] = match;
    if (table !== undefined) found.push({ path: table, keys: [] });
    else found.at(-1)!.keys.push({ name: key, offset: match.index + line.indexOf(key) });
  }
  return found;
}
