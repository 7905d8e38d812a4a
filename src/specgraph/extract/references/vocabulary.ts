/** The patterns that find references in prose, made once for a configuration. */
import { escapeExpression } from '../../text/expressions.ts';
import type { SpecConfig } from '../../config.ts';
import { kindsOf } from '../../kinds/index.ts';
import { NUMBERED_KINDS, type NumberedKind } from '../../kinds/numbered.ts';
import { SMALL_NUMBERS } from '../../text/numerals.ts';
import { compileKinds, type KindPatterns } from '../kinds/patterns.ts';
import { listPattern, singlePattern } from './numbers.ts';

export interface Vocabulary {
  /** Kinds by the group of `numbered` that matched: `k0` to `kN`. */
  kinds: readonly NumberedKind[];
  /** A word with its numbers; the groups `word` and `list` of each kind are named `word0`, `list0` and so on. */
  numbered: RegExp;
  /** What every match of `numbered` contains; most prose does not. */
  numberedWord: RegExp;
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

export function vocabulary(config: SpecConfig): Vocabulary {
  const active = new Set(kindsOf(config).map(({ id }) => id));
  const kinds = NUMBERED_KINDS.filter(({ kind }) => active.has(kind));
  const prefix = config.documentPrefix;
  const requirements = [...new Set((config.requirements ?? []).map((r) => r.id.replace(/-?\d+$/, '')))];
  // Without a prefix, the folder "spec" of "spec/14" is looked for once all documents are known.
  const folder = prefix === undefined ? String.raw`[A-Za-z][\w-]*` : escapeExpression(prefix);
  const document = String.raw`(?<![\w/.-])${folder}/(\d+)(?:-[\w-]+(?:\.md)?)?(?![\w/])`;
  return {
    kinds,
    numbered: new RegExp(kinds.map(kindPattern).join('|'), 'g'),
    numberedWord: new RegExp(
      String.raw`(?:${kinds.flatMap(stems).join('|')})[a-z.-]*\s+(?:\d|#|no\.|number|[ivx]{2}|${SMALL_NUMBERS.join('|')}|[a-z](?![a-z]))|§`,
      'i',
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

function kindPattern(kind: NumberedKind, i: number): string {
  const words = (list: readonly string[]): string => list.map((word) => wordPattern(word, kind)).join('|');
  const signs = kind.signs
    ? [
        String.raw`(?<sign${i}>${kind.signs.toSorted((a, b) => b.length - a.length).join('|')})\s*(?<signList${i}>${listPattern(kind.forms)})`,
      ]
    : [];
  return [
    String.raw`(?<![\w.-])(?<plural${i}>${words(kind.plural)})\s+(?<pluralList${i}>${listPattern(kind.forms)})`,
    String.raw`(?<![\w.-])(?<singular${i}>${words(kind.singular)})\s+(?<singularList${i}>${singlePattern(kind.forms)})`,
    ...signs,
  ].join('|');
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

/** The kind, the words and the list of a match of `numbered`. */
export function readMatch(
  { groups }: RegExpExecArray,
  { kinds }: Vocabulary,
): { kind: NumberedKind; list: string; isPlural: boolean } {
  for (const [i, kind] of kinds.entries()) {
    const list = groups![`pluralList${i}`] ?? groups![`singularList${i}`] ?? groups![`signList${i}`];
    if (list !== undefined) return { kind, list, isPlural: groups![`pluralList${i}`] !== undefined };
  }
  throw new Error('a match of no kind');
}
