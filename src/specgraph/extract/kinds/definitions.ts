/** Reads where things of a kind are defined: headings, rows of tables, list items, bold words, `<dfn>`, captions, code. */
import type { List, Nodes, Paragraph } from 'mdast';
import type { CodeBlock, RawDefinition, SectionFacts } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { forEachLine } from '../code-lines.ts';
import type { FlatUnit } from '../prose.ts';
import { readCaptions } from './captions.ts';
import { readDfns } from './dfn.ts';
import { idsOf, type DefinitionPattern } from './patterns.ts';
import { readTableDefinitions } from './table-rows.ts';
import type { DefinitionSource } from './source.ts';
import { tickedText } from './ticked.ts';
import { isWithin } from './where.ts';

/** @returns the definitions in order of the kinds, and of the text within each form */
export function readDefinitions(
  from: DefinitionSource,
  patterns: readonly DefinitionPattern[],
): RawDefinition[] {
  return patterns.flatMap((pattern) => {
    const found = READERS[pattern.form.from](from, pattern);
    // A table of limits may call its column of ids like the table that defines them.
    const places = (pattern.kind.facets ?? []).flatMap((facet) => facet.places);
    return found.filter(
      (definition) =>
        isWithin(definition, pattern.form, from) &&
        !places.some((place) => isWithin(definition, place, from)),
    );
  });
}

type Reader = (from: DefinitionSource, pattern: DefinitionPattern) => RawDefinition[];

const READERS: Record<DefinitionPattern['form']['from'], Reader> = {
  headings: ({ units, sections }, pattern) =>
    units
      .filter((unit) => unit.kind === 'heading')
      .flatMap((unit) => atBeginning(unit, pattern, numberLength(unit, sections))),
  list: (from, pattern) => firstOfItems(from).flatMap((unit) => atBeginning(unit, pattern)),
  bold: ({ units }, pattern) => units.flatMap((unit) => boldDefinitions(unit, pattern)),
  table: ({ tables }, pattern) => readTableDefinitions(tables, pattern),
  dfn: ({ parts, source, index, sections }, pattern) => readDfns(parts, source, index, sections, pattern),
  captions: (from, pattern) => readCaptions(from, pattern),
  code: ({ codeBlocks, source, index }, pattern) =>
    codeBlocks.flatMap((block) => codeDefinitions(block, source, index, pattern)),
  files: () => [],
  configuration: () => [],
};

/** Length of the number at the head of a heading: "3.1 " of "3.1 The `init` Message". */
function numberLength(unit: FlatUnit, sections: readonly SectionFacts[]): number {
  const line = unit.place(0, 0).line;
  const section = sections.find(({ range }) => range.line === line);
  if (section?.number === undefined || !unit.text.endsWith(section.title)) return 0;
  return unit.text.length - section.title.length;
}

function firstOfItems({ parts, units }: DefinitionSource): FlatUnit[] {
  const first = new Set<Nodes>(
    parts.lists.flatMap(({ children }: List) => children.flatMap((item) => item.children[0] ?? [])),
  );
  return units.filter((_, i) => first.has(parts.prose[i] as Paragraph));
}

/** Between the words of a definition and what it says of them. */
const SEPARATOR = /^[\s`*_]*(?:[:.)–—]|-\s|\s-\s)?\s*/;
const MAX_TITLE = 160;

function atBeginning(unit: FlatUnit, { kind, form, compiled }: DefinitionPattern, from = 0): RawDefinition[] {
  const ticked = tickedText(unit);
  const lead = unit.kind === 'heading' ? from : /^\s*/.exec(ticked.text)![0].length;
  const text = ticked.text.slice(lead);
  const match = compiled!.expression.exec(text);
  if (!match) return [];
  const rest = text.slice(match.index + match[0].length).replace(SEPARATOR, '');
  return idsOf(match, compiled!).map(({ id, start, end }) => ({
    kind: kind.id,
    id,
    title: titleOf(unit.kind === 'heading' && rest === '' ? unit.text : rest),
    form: form.from,
    range: unit.place(ticked.flat(lead + start), ticked.flat(lead + end)),
    section: unit.section,
  }));
}

/** The first sentence of what is said of a thing, without marks. */
function titleOf(words: string): string | undefined {
  const sentence = /^.*?(?:[.?!](?=\s)|$)/s.exec(words)![0].replaceAll('`', '').trim();
  return sentence === '' ? undefined : sentence.slice(0, MAX_TITLE).replace(/\.$/, '');
}

const ARTICLE = /^\s*(?:(?:An?|The)\s+)?$/;

/** "**Relay**: a server …", "A **relay** is …". */
function boldDefinitions(unit: FlatUnit, { kind, form, compiled }: DefinitionPattern): RawDefinition[] {
  if (unit.kind === 'heading') return [];
  const bold = unit.emphases?.find(({ isStrong }) => isStrong);
  if (!bold || !ARTICLE.test(unit.text.slice(0, bold.start))) return [];
  const words = unit.text.slice(bold.start, bold.end);
  const id = words.replace(/[\s.:,;]+$/, '');
  const match = compiled?.expression.exec(words);
  if (id === '' || (compiled && !match)) return [];
  const ids = compiled ? idsOf(match!, compiled) : [{ id, start: 0, end: id.length }];
  return ids.map((one) => ({
    kind: kind.id,
    id: one.id,
    title: titleOf(
      unit.text
        .slice(bold.end)
        .replace(SEPARATOR, '')
        .replace(/^\|\s*/, ''),
    ),
    form: form.from,
    range: unit.place(bold.start + one.start, bold.start + one.end),
    section: unit.section,
  }));
}

function codeDefinitions(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  { kind, form, compiled }: DefinitionPattern,
): RawDefinition[] {
  const found: RawDefinition[] = [];
  forEachLine(block, source, index, (line, start) => {
    const match = compiled!.expression.exec(line);
    if (!match) return;
    for (const { id, start: from, end } of idsOf(match, compiled!)) {
      found.push({
        kind: kind.id,
        id,
        title: line.trim().slice(0, MAX_TITLE),
        form: form.from,
        range: index.range(start + from, start + end),
        section: block.section,
      });
    }
  });
  return found;
}
