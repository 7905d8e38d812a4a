/** The patterns that find references in prose, made once for a configuration. */
import { escapeExpression } from '../../text/expressions.ts';
import type { SpecConfig } from '../../config.ts';
import { kindsOf } from '../../kinds/index.ts';
import { NUMBERED_KINDS, type NumberedKind } from '../../kinds/numbered.ts';
import { SMALL_NUMBERS } from '../../text/numerals.ts';
import { compileKinds, type KindPatterns } from '../kinds/patterns.ts';
import { listPattern, singlePattern } from './numbers.ts';

export interface Vocabulary {
  /** What a word with its number begins with, at any place; most prose has none. */
  numberedWord: RegExp;
  /** By each word in lower case and without a full stop, and by the sign "§": how it stands with its numbers. */
  numbered: ReadonlyMap<string, readonly NumberedPattern[]>;
  /** A document by number in running text: "spec/14", "spec/14-edge-and-auto-scaling.md". */
  document: RegExp;
  /** Whether the configuration says which folder numbers its documents. */
  hasPrefix: boolean;
  /** The same as the whole of a code span. */
  wholeDocument: RegExp;
  /** Names that claim to be variables or attributes. */
  name?: RegExp;
  requirement?: RegExp;
  /** Each part of the system that has steps of its own, at the end of a text: "Client start sequence, ". */
  components: readonly { name: string; atEnd: RegExp }[];
  /** Patterns of the kinds that the configuration adds. */
  own: KindPatterns;
}

/** How the words of a kind stand with their numbers. */
export interface NumberedPattern {
  kind: NumberedKind;
  isPlural: boolean;
  /** Sticky; its only group is the list of numbers. */
  expression: RegExp;
}

/** A word with its numbers: "Sections 6-9". */
export interface NumberedWord {
  kind: NumberedKind;
  isPlural: boolean;
  /** UTF-16 offset in the text. */
  index: number;
  /** The word and its numbers as written. */
  text: string;
  /** The numbers as written; the end of `text`. */
  list: string;
}

export function vocabulary(config: SpecConfig): Vocabulary {
  const active = new Set(kindsOf(config).map(({ id }) => id));
  const kinds = NUMBERED_KINDS.filter(({ kind }) => active.has(kind));
  const prefix = config.documentPrefix;
  const requirements = [...new Set((config.requirements ?? []).map((r) => r.id.replace(/-?\d+$/, '')))];
  // Without a prefix, the folder "spec" of "spec/14" is looked for once all documents are known.
  const folder = prefix === undefined ? String.raw`[A-Za-z][\w-]*` : escapeExpression(prefix);
  const document = String.raw`(?<![\w/.-])${folder}/(\d+)(?:-[\w-]+(?:\.md)?)?(?![\w/])`;
  return {
    numbered: patternsByWord(kinds),
    numberedWord: new RegExp(
      String.raw`(?:${kinds.flatMap(stems).join('|')})[a-z.-]*\s+(?:\(?\d|#|no\.|number|[ivx]{2}|${SMALL_NUMBERS.join('|')}|[a-z](?![a-z]))|§`,
      'gi',
    ),
    document: new RegExp(document, 'g'),
    wholeDocument: new RegExp(`^${document}$`),
    hasPrefix: prefix !== undefined,
    name: config.names ? new RegExp(config.names.pattern, 'g') : undefined,
    requirement:
      requirements.length > 0
        ? new RegExp(
            String.raw`(?<![\w-])(?:${requirements.map(escapeExpression).join('|')})-\d{2}(?![\w-])`,
            'g',
          )
        : undefined,
    own: compileKinds(config),
    components: (config.stepSequences ?? []).map(({ component, name }) => ({
      name: component,
      atEnd: componentPattern(component, name),
    })),
  };
}

/** @param sequence words that may follow the component, all or some of them: "start sequence" */
function componentPattern(component: string, sequence: string): RegExp {
  const words = sequence.split(/\s+/).filter(Boolean);
  const optional = words.map((word) => String.raw`(?:${escapeExpression(word)}\s+)?`).join('');
  return new RegExp(String.raw`(?<!\w)${escapeExpression(component)}(?:['’]s)?\s+${optional}[,(]?\s*$`);
}

/** The patterns of each word, in the order in which they are tried. */
function patternsByWord(kinds: readonly NumberedKind[]): Map<string, NumberedPattern[]> {
  const byWord = new Map<string, NumberedPattern[]>();
  const add = (words: readonly string[], pattern: NumberedPattern): void => {
    for (const word of new Set(words.map((one) => one.replace('.', '').toLowerCase())))
      byWord.set(word, [...(byWord.get(word) ?? []), pattern]);
  };
  for (const kind of kinds) {
    const behind = (words: readonly string[], list: string): RegExp => {
      const any = words.map((word) => wordPattern(word, kind)).join('|');
      return new RegExp(String.raw`(?<![\w.-])(?:${any})\s+(${list})`, 'y');
    };
    const [list, single] = [listPattern(kind.forms), singlePattern(kind.forms)];
    add(kind.plural, { kind, isPlural: true, expression: behind(kind.plural, list) });
    add(kind.singular, { kind, isPlural: false, expression: behind(kind.singular, single) });
    if (!kind.signs) continue;
    const signs = kind.signs.toSorted((a, b) => b.length - a.length).join('|');
    const expression = new RegExp(String.raw`(?:${signs})\s*(${list})`, 'y');
    add(['§'], { kind, isPlural: false, expression });
  }
  return byWord;
}

const WORD = /[A-Za-z-]+|§/y;

/** Every word of a numbered kind with its numbers, in reading order. */
export function findNumbered(text: string, { numberedWord, numbered }: Vocabulary): NumberedWord[] {
  const found: NumberedWord[] = [];
  let at = 0;
  for (;;) {
    numberedWord.lastIndex = at;
    const index = numberedWord.exec(text)?.index;
    if (index === undefined) return found;
    const one = numberedAt(text, index, numbered);
    if (one) found.push(one);
    at = one ? index + one.text.length : index + 1;
  }
}

function numberedAt(text: string, index: number, numbered: Vocabulary['numbered']): NumberedWord | undefined {
  WORD.lastIndex = index;
  const word = WORD.exec(text)![0].toLowerCase();
  for (const { kind, isPlural, expression } of numbered.get(word) ?? []) {
    expression.lastIndex = index;
    const match = expression.exec(text);
    if (match) return { kind, isPlural, index, text: match[0], list: match[1] };
  }
  return undefined;
}

/** Whether a text may have a word with its number. */
export function mayBeNumbered(text: string, { numberedWord }: Vocabulary): boolean {
  return text.search(numberedWord) >= 0;
}

/** "section" as "section", "Section" and, where any letter case will do, "SECTION"; the full stop of an abbreviation may be missing. */
export function wordPattern(
  word: string,
  { letterCase, neverWithoutStop }: Pick<NumberedKind, 'letterCase' | 'neverWithoutStop'>,
): string {
  const isAbbreviation = word.endsWith('.');
  const bare = isAbbreviation ? word.slice(0, -1) : word;
  const capital = bare[0].toUpperCase() + bare.slice(1);
  // "in 30 sec 9 …": a number before the abbreviation makes it a second.
  const before = isAbbreviation ? String.raw`(?<!\d\s)` : '';
  const stop = !isAbbreviation ? '' : neverWithoutStop?.includes(word) ? String.raw`\.` : String.raw`\.?`;
  const forms = letterCase === 'capital' ? [capital] : [bare, capital, bare.toUpperCase()];
  return `${before}(?:${forms.map(escapeExpression).join('|')})${stop}`;
}

/** What a word and its plural begin with. */
function stems({ singular }: NumberedKind): string[] {
  return singular.map((word) => escapeExpression(word.replace('.', '').slice(0, 6)));
}
