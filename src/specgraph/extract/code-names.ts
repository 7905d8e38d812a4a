/** Reads the names that stand in code: identifiers, paths, flags, keys and media types of code spans and code blocks. */
import type { CodeBlock, CodeName, SourceRange } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { withoutSplitWords, type FlatUnit } from './prose.ts';

/** `FL_MODE`, `--max-retries`, `/opt/app/scripts/`, `server.port`, `Content-Type`, `application/json`. */
const NAME = /(?<![\w@%&=#?/])(?:--|\.{0,2}\/|~\/)?[A-Za-z_]\w*(?:[./:-]\w+)*\/?/g;
/** Words with a capital letter inside are names in prose as well: `LoadBalancer`, `WebSocket`. */
const NAME_IN_PROSE = /(?<![\w@#/.`:-])[A-Z]?[a-z]+(?:[A-Z][a-z]+)+(?![\w(/]|[.:-]\w)/g;
/** Shorter names are too much alike to be compared. */
const MIN_LENGTH = 5;
/** Longer ones are data. */
const MAX_LENGTH = 100;

/** @returns each name once, with the place where it stands first and the number of its uses */
export function readCodeNames(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): CodeName[] {
  const names = new Map<string, CodeName>();
  const readFrom = (
    code: string,
    place: (start: number, end: number) => SourceRange,
    pattern = NAME,
  ): void => {
    if (code.length < MIN_LENGTH) return;
    for (const { 0: name, index: start } of code.matchAll(pattern)) {
      if (name.length < MIN_LENGTH || name.length > MAX_LENGTH) continue;
      const after = code[start + name.length];
      if (isCut(name, after) || isHeader(name, code[start - 1], after)) continue;
      const isTemplate = name.endsWith('/') && after === '{' ? true : undefined;
      const known = names.get(name);
      if (known) {
        known.count++;
        known.isTemplate ||= isTemplate;
      } else names.set(name, { name, count: 1, range: place(start, start + name.length), isTemplate });
    }
  };
  for (const unit of units) {
    for (const span of unit.codes)
      readFrom(unit.text.slice(span.start, span.end), (start, end) =>
        unit.place(span.start + start, span.start + end),
      );
    // Links are left out: other rules compare their words.
    if (/[a-z][A-Z]/.test(unit.text)) readFrom(withoutSplitWords(unit), unit.place, NAME_IN_PROSE);
  }
  for (const { range } of blocks) {
    const [first, last] = [index.starts[range.line - 1], index.starts[range.endLine] ?? source.length];
    // The line of the fence names a language.
    const start = /^[\s>]*(?:`{3}|~{3})/.test(source.slice(first, first + 40))
      ? index.starts[range.line]
      : first;
    readFrom(source.slice(start, last), (from, to) => index.range(start + from, start + to));
  }
  return [...names.values()];
}

/** "/send_" of `/send_[join|leave]` is the beginning of several names. */
function isCut(name: string, after: string | undefined): boolean {
  return after !== undefined && /[_-]$/.test(name) && '[{<*$('.includes(after);
}

/** `<cstring>`: a header of C, or an element of HTML. Placeholders in angle brackets have capitals or signs. */
function isHeader(name: string, before: string | undefined, after: string | undefined): boolean {
  return before === '<' && after === '>' && /^[a-z]+$/.test(name);
}
