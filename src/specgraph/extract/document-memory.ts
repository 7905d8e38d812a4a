/** Caches what was read from the units and code blocks of a document, because a save changes few of them. */
import type { CodeFault, Grammars, RawClaim, RawReference, ShellNames } from '../model/index.ts';
import { judgeCode, type Code } from '../parse/code/judge-code.ts';
import type { Unplaced, Words } from './prose.ts';

/** What is read from the words of a unit; it does not depend on where the unit stands. */
export interface UnitFacts {
  references: Unplaced<RawReference>[];
  claims: Unplaced<RawClaim>[];
}

/** Says what is wrong with a code block; see `judgeCode`. */
export type JudgeCode = (code: Code) => CodeFault | undefined;

/** What reads the parts of a document that do not depend on their place. */
export interface PartReaders {
  readWords(unit: Words): UnitFacts;
  judgeCode: JudgeCode;
  shellNames?(code: string): ShellNames;
}

/** What the last reading of a part gave, by its whole text. */
type Known<T> = ReadonlyMap<string, T>;

/** The parts of one document as they were read last. */
export interface DocumentMemory {
  units: Known<UnitFacts>;
  judged: Known<CodeFault | undefined>;
  names: Known<ShellNames>;
}

export function emptyMemory(): DocumentMemory {
  return { units: new Map(), judged: new Map(), names: new Map() };
}

/**
 * @param grammars parsers of code; code of other languages is not judged, and neither is code for which a parser of others
 * ends with an error, as most do where code is nested very deeply
 */
export function partReaders(readWords: PartReaders['readWords'], grammars: Grammars): PartReaders {
  const { shellNames } = grammars;
  return {
    readWords,
    judgeCode: (code) => {
      const parse = grammars[code.language];
      return parse && orElse(() => judgeCode(code, parse), undefined);
    },
    shellNames: shellNames && ((code) => orElse(() => shellNames(code), NO_NAMES)),
  };
}

const NO_NAMES: ShellNames = { definitions: [], calls: [], reads: [], scopes: [] };

function orElse<T>(work: () => T, nothing: T): T {
  try {
    return work();
  } catch {
    return nothing;
  }
}

/**
 * Takes known parts from the cache and reads the others.
 * @returns functions for reading the document once; afterwards the cache holds the parts of that reading
 */
export function rememberParts(memory: DocumentMemory, readers: PartReaders): PartReaders {
  const { units, judged, names } = memory;
  const [unitsNow, judgedNow, namesNow] = [new Map(), new Map(), new Map()];
  Object.assign(memory, { units: unitsNow, judged: judgedNow, names: namesNow });
  const { shellNames } = readers;
  return {
    readWords: remembering(units, unitsNow, keyOfUnit, readers.readWords),
    judgeCode: remembering(judged, judgedNow, keyOfCode, readers.judgeCode),
    shellNames: shellNames && remembering(names, namesNow, (code: string) => code, shellNames),
  };
}

function remembering<Part, T>(
  before: Known<T>,
  now: Map<string, T>,
  keyOf: (part: Part) => string,
  read: (part: Part) => T,
): (part: Part) => T {
  return (part) => {
    const key = keyOf(part);
    const known = now.has(key) ? now : before.has(key) ? before : undefined;
    const facts = known ? known.get(key)! : read(part);
    now.set(key, facts);
    return facts;
  };
}

function keyOfCode({ text, language, meta }: Code): string {
  return `${language} ${meta}\n${text}`;
}

function keyOfUnit({ kind, text, codes, links, emphases = [], under }: Words): string {
  const spans = [
    ...codes.map(({ start, end }) => `${start}-${end}`),
    ...links.map(({ start, end, url }) => `${start}-${end} ${url}`),
    ...emphases.map(({ start, end }) => `*${start}-${end}`),
    JSON.stringify(under),
  ];
  return `${kind}\n${text}\n${spans.join('\n')}`;
}
