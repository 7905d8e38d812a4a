/** The patterns of the kinds that the configuration adds, compiled once for a set. */
import type { SpecConfig } from '../../config.ts';
import { isOfDocuments, kindsOf, type DefinitionForm, type IdPattern, type Kind } from '../../kinds/index.ts';

/** A pattern with its ids: what matched as a whole, and each id with its place. */
export interface CompiledPattern {
  expression: RegExp;
  item: RegExp;
}

export interface MentionPattern extends CompiledPattern {
  kind: Kind;
  /** Whether the whole of a code span must match, and nothing else does. */
  isCode: boolean;
  /** What matches may be no mention at all: nothing is reported where it is not defined. */
  isVague: boolean;
}

export interface DefinitionPattern {
  kind: Kind;
  form: DefinitionForm;
  compiled?: CompiledPattern;
}

export interface KindPatterns {
  mentions: readonly MentionPattern[];
  /** Of code blocks: those of the kinds whose mentions count there. */
  blockMentions: readonly MentionPattern[];
  definitions: readonly DefinitionPattern[];
  /** Kinds whose things are documents of the set. */
  documents: ReadonlySet<string>;
  /** Whether mentions can be read only when all definitions are known. */
  needsUnits: boolean;
}

const WORD = /[\p{L}\p{N}_]/u;

export function compileKinds(config: SpecConfig): KindPatterns {
  const kinds = kindsOf(config);
  const mentions = kinds.flatMap(mentionPatterns);
  return {
    mentions,
    blockMentions: mentions.filter(({ kind }) => kind.code.blocks),
    definitions: kinds.flatMap((kind) => definitionPatterns(kind)),
    documents: new Set(kinds.filter(isOfDocuments).map(({ id }) => id)),
    needsUnits: kinds.some((kind) => kind.mentions.some(({ by }) => by === 'words')),
  };
}

function mentionPatterns(kind: Kind): MentionPattern[] {
  return kind.mentions.flatMap((form): MentionPattern[] => {
    if (form.by !== 'pattern' && form.by !== 'code') return [];
    const isCode = form.by === 'code';
    const isVague = isCode && kind.ids.pattern === undefined && isAnyWord(form.pattern);
    return [
      {
        kind,
        isCode,
        isVague,
        item: new RegExp(form.pattern.item, 'dgu'),
        expression: new RegExp(
          isCode ? `^\`${form.pattern.pattern}\`$` : bounded(form.pattern.pattern),
          'dgu',
        ),
      },
    ];
  });
}

/** `{ code: '{id}' }` without the form of an id matches every code span. */
function isAnyWord({ pattern, item }: IdPattern): boolean {
  return pattern === `(?<ids>${item.replace('(?<id>', '(?:')})`;
}

/** A pattern begins and ends at the border of a word. */
function bounded(pattern: string): string {
  return String.raw`(?<![\p{L}\p{N}_-])(?:${pattern})(?![\p{L}\p{N}_])`;
}

function definitionPatterns(kind: Kind): DefinitionPattern[] {
  return kind.definitions.flatMap((form): DefinitionPattern[] => {
    const pattern = 'pattern' in form ? form.pattern : undefined;
    // Files are found among all documents, lists of the configuration need no text.
    if (form.from === 'files' || form.from === 'configuration') return [];
    if (form.from === 'table' || form.from === 'dfn' || form.from === 'bold' || form.from === 'captions')
      return [{ kind, form, compiled: pattern && anchored(pattern) }];
    if (!pattern) return [];
    return [{ kind, form, compiled: form.from === 'code' ? inLine(pattern) : anchored(pattern) }];
  });
}

/** From the first word on; behind it an "s" of the plural, then the end of a word. */
function anchored({ pattern, item }: IdPattern): CompiledPattern {
  return {
    expression: new RegExp(String.raw`^(?:${pattern})(?:e?s)?(?![\p{L}\p{N}_])`, 'du'),
    item: new RegExp(item, 'dgu'),
  };
}

function inLine({ pattern, item }: IdPattern): CompiledPattern {
  const lead = WORD.test(pattern[0]) ? String.raw`(?<![\p{L}\p{N}_])` : '';
  return { expression: new RegExp(`${lead}(?:${pattern})`, 'du'), item: new RegExp(item, 'dgu') };
}

export interface FoundId {
  id: string;
  start: number;
  end: number;
}

/** @returns the ids of a match, as they stand in its text, with their offsets there */
export function idsOf(match: RegExpExecArray, { item }: CompiledPattern): FoundId[] {
  const [from, to] = match.indices!.groups!.ids;
  return [...match.input.slice(from, to).matchAll(item)].map((found) => {
    const [start, end] = found.indices!.groups!.id;
    return { id: found.groups!.id.trim(), start: from + start, end: from + end };
  });
}
