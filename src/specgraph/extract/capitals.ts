/** Reads words of prose that are names in other capitals: "Github" where the document writes "GitHub". */
import type { OtherCapitals } from '../model/index.ts';
import { withoutSplitWords, type FlatUnit } from './prose.ts';

/** A name with a capital letter inside: `GitHub`, `JavaScript`. */
const NAME = /(?<![\w@#/.\x60:$-])[A-Z][a-z]+(?:[A-Z][a-z]+)+(?![\w(/]|[.:-]\w)/g;
const WORD = /(?<![\w@#/.\x60:$-])[A-Za-z]{5,}(?![\w(/]|[.:-]\w)/g;
/** What stands before the first word of a sentence, an item or a cell. */
const IS_START = /(?:^|[.!?:]\s+|\|\s*|["“(]\s*)$/;

export function readOtherCapitals(units: readonly FlatUnit[]): OtherCapitals[] {
  const proses = units.flatMap((unit) =>
    /[A-Za-z]{5}/.test(unit.text) ? [{ unit, prose: withoutSplitWords(unit) }] : [],
  );
  const names = new Map<string, { name: string; count: number }>();
  for (const { prose } of proses)
    for (const [name] of prose.matchAll(NAME)) {
      const known = names.get(name.toLowerCase());
      if (known?.name === name) known.count++;
      else if (!known) names.set(name.toLowerCase(), { name, count: 1 });
    }
  if (names.size === 0) return [];
  const found = new Map<string, OtherCapitals>();
  for (const [, { name, count }] of names) found.set(name, { name, count, others: [], isWord: false });
  for (const { unit, prose } of proses)
    for (const { 0: word, index: start } of prose.matchAll(WORD)) {
      const name = names.get(word.toLowerCase())?.name;
      if (name === undefined || word === name) continue;
      const entry = found.get(name)!;
      if (word === word.toLowerCase()) entry.isWord = true;
      else if (/^[A-Z].*[a-z]/.test(word))
        entry.others.push({
          word,
          isFirst: unit.kind === 'heading' || IS_START.test(prose.slice(Math.max(0, start - 4), start)),
          range: unit.place(start, start + word.length),
        });
    }
  return [...found.values()];
}
