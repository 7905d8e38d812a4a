/** Where the values of a contract stand in its file, so that they can be rewritten in place. */
import { isScalar, parseDocument } from 'yaml';
import { frontMatter } from '../parse/front-matter.ts';
import { isPlanningDocument } from './planning-document.ts';

/** A value of one line as it is written. */
export interface EntryScalar {
  /** Offsets in the file of the characters from `start` to `end` of the value; of the whole value unless given. */
  span(start?: number, end?: number): { start: number; end: number };
  /** Characters of the value as they are written between its quotes. */
  write(text: string): string;
}

/**
 * @param path below `must_haves`: `['patterns', 2, 'pattern']`
 * @returns undefined where there is no such value, or where it is written with escapes or over several lines
 */
export function scalarOfEntry(
  file: string,
  source: string,
  path: readonly (string | number)[],
): EntryScalar | undefined {
  const { yaml, start: base } = isPlanningDocument(file)
    ? (frontMatter(source) ?? { yaml: '', start: 0 })
    : { yaml: source, start: 0 };
  const node = parseDocument(yaml, { prettyErrors: false }).getIn(['must_haves', ...path], true);
  if (!isScalar(node) || !node.range) return undefined;
  const written = yaml.slice(node.range[0], node.range[1]);
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  const inner = written.slice(quote.length, written.length - quote.length);
  if (/[\r\n]/.test(inner) || (quote === '"' && inner.includes('\\'))) return undefined;
  const isSingle = quote === "'";
  const write = (text: string): string => (isSingle ? text.replaceAll("'", "''") : text);
  const value = String(node.value);
  if (write(value) !== inner) return undefined;
  const first = base + node.range[0] + quote.length;
  return {
    write,
    span: (start = 0, end = value.length) => ({
      start: first + write(value.slice(0, start)).length,
      end: first + write(value.slice(0, end)).length,
    }),
  };
}
