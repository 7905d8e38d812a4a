/** Lets titles in prose follow: `the section "Retry rules"`, "Section 7 (Metrics)", "the Relay specification, Section 4". */
import type { DocumentFacts, RawReference, TableCell } from '../../model/index.ts';
import { documentKind } from '../../kinds/document.ts';
import { documentsByTitle, wordsOf } from '../../resolve/document-index.ts';
import { finish } from '../../pause.ts';
import { oncePer } from '../../resolve/once.ts';
import { columnsOf } from '../../resolve/registers/columns.ts';
import { escapeExpression } from '../../text/expressions.ts';
import type { GraphView } from '../../view.ts';
import { spanOf, type Span } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { inCaseOf, writtenTitle } from './names-of-targets.ts';
import type { DocumentPointers, ResolvedLink, ResolvedReference } from './read-pointers.ts';
import type { FileChange, Rewrite } from './rewrite.ts';
import { targetNow, targetOf, type Target } from './targets.ts';

/** How far from a number its title, or the title of its document, may stand; UTF-16 units of the source. */
const MAX_DISTANCE = 160;

export function followTitles(
  { facts, references, links }: DocumentPointers,
  before: Before,
  after: After,
): Rewrite[] {
  return [
    ...references.flatMap((one) => [
      ...sectionTitle(one, facts, before, after),
      ...titleBeside(one.reference, one.edge, facts, before, after),
      ...ownerTitle(one.reference, facts, before, after),
    ]),
    ...links.flatMap((one: ResolvedLink) => titleBeside(one.link, one.edge, facts, before, after)),
    ...titlesInTables({ facts, references, links }, before, after),
    ...titleInFields(facts, after),
  ];
}

/** "*Specification for ORCH-03: Edge Clusters*": the header and the footer of a document name its title. */
function titleInFields(facts: DocumentFacts, after: After): Rewrite[] {
  const { title } = after.documentNow(facts);
  if (title === facts.title) return [];
  return [...facts.header, ...facts.footer]
    .filter(({ label, value }) => !label.startsWith('Phase') && value.endsWith(facts.title))
    .flatMap(({ range }) =>
      rewriteWords({ range }, facts, spanOf(facts, range), facts.title, title, 'title'),
    );
}

/** A cell that is the title of the document that its row names: registers of documents. */
function titlesInTables(
  { facts, references, links }: Pick<DocumentPointers, 'facts' | 'references' | 'links'>,
  before: Before,
  after: After,
): Rewrite[] {
  const renamed = before.graph.documents.filter((one) => after.documentNow(one).title !== one.title);
  if (renamed.length === 0) return [];
  return facts.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells, range }) => {
      const named = [...references, ...links].flatMap(({ edge }) =>
        edge?.range && edge.range.line === range.line ? (targetOf(edge, before)?.facts ?? []) : [],
      );
      return renamed
        .filter((one) => named.includes(one))
        .flatMap((one) =>
          cells
            .filter((cell) => cell.text === one.title && !aboutOthers(before.graph).has(placeKey(cell.range)))
            .flatMap((cell) => {
              const to = after.documentNow(one).title;
              return rewriteWords(
                { range: cell.range },
                facts,
                spanOf(facts, cell.range),
                one.title,
                to,
                'title',
              );
            }),
        );
    }),
  );
}

/** The cells of registers of other things: the name of a phase may be the title of a document as well. */
const aboutOthers = oncePer(
  (graph: GraphView): ReadonlySet<string> =>
    new Set(
      finish(columnsOf(graph))
        .filter(({ kind, isShared }) => isShared && kind !== documentKind.id)
        .flatMap(({ cells }) => [...cells.values()].flatMap(({ range }) => (range ? placeKey(range) : []))),
    ),
);

function placeKey({ file, line, column }: TableCell['range']): string {
  return `${file}:${line}:${column}`;
}

/** `the section "Retry rules"`. */
function sectionTitle(
  { reference, edge }: ResolvedReference,
  facts: DocumentFacts,
  before: Before,
  after: After,
): Rewrite[] {
  if (reference.by !== 'title') return [];
  const change = titleChange(targetOf(edge, before), after);
  if (!change) return [];
  const span = spanOf(facts, reference.range);
  return rewriteWords(reference, facts, span, reference.value, change.to, 'reference');
}

/** "Section 7 (Metrics)", "Metrics (§7)". */
function titleBeside(
  pointer: Pick<RawReference, 'beside' | 'range'>,
  edge: ResolvedReference['edge'],
  facts: DocumentFacts,
  before: Before,
  after: After,
): Rewrite[] {
  const target = targetOf(edge, before);
  const change = titleChange(target, after);
  if (!change || !target?.section) return [];
  const { title, heading } = target.section;
  const names = new Set([title, heading].map(wordsOf));
  // "*class_body* (§15.2.6)" names a symbol, and not the section "Class body".
  const found = pointer.beside?.find(
    ({ words }) => names.has(wordsOf(words)) && (!isSymbol(words) || isSymbol(title)),
  );
  if (!found) return [];
  const words = found.words.toLowerCase().endsWith(title.toLowerCase())
    ? found.words.slice(-title.length)
    : found.words;
  const to = inCaseOf(words, title, change.to);
  const span = spanOf(facts, pointer.range);
  const around = {
    start: Math.max(0, span.start - MAX_DISTANCE),
    end: Math.min(facts.source.length, span.end + MAX_DISTANCE),
  };
  return rewriteWords(pointer, facts, around, words, to, 'reference', span);
}

function isSymbol(words: string): boolean {
  return /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(words);
}

/** The title of the document that owns a number: "the Relay specification, Section 4". */
function ownerTitle(reference: RawReference, facts: DocumentFacts, before: Before, after: After): Rewrite[] {
  const { owner } = reference;
  if (owner.kind !== 'title') return [];
  const list = owner.name.split(' ');
  const titles = documentsByTitle(before.graph.documents);
  for (let from = 0; from < list.length; from++) {
    const words = list.slice(from).join(' ');
    const named = titles.get(wordsOf(words));
    if (!named) continue;
    const now = after.documentNow(named);
    if (now.title === named.title || !wordsOf(named.title).includes(wordsOf(words))) return [];
    const span = spanOf(facts, reference.range);
    const around = {
      start: Math.max(0, span.start - MAX_DISTANCE),
      end: Math.min(facts.source.length, span.end + MAX_DISTANCE),
    };
    return rewriteWords(reference, facts, around, words, now.title, 'title', span);
  }
  return [];
}

function titleChange(target: Target | undefined, after: After): { to: string } | undefined {
  const now = target?.section && targetNow(target, after);
  if (!target || !now?.section || target.section!.title === now.section.title) return undefined;
  return { to: writtenTitle(now) };
}

/**
 * Replaces words within a part of the source, the nearest ones to `near` where they stand there more than once. Any blanks
 * may stand between the words.
 */
function rewriteWords(
  { range }: { range: RawReference['range'] },
  facts: DocumentFacts,
  within: Span,
  words: string,
  to: string,
  sort: FileChange['sort'],
  near?: Span,
): Rewrite[] {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => escapeExpression(word))
    .join(String.raw`[\s\x60*_]+`);
  const found = [...facts.source.slice(within.start, within.end).matchAll(new RegExp(pattern, 'gi'))].map(
    ({ index, 0: match }) => ({ start: within.start + index, end: within.start + index + match.length }),
  );
  const distance = ({ start, end }: Span): number =>
    near ? Math.min(Math.abs(start - near.end), Math.abs(near.start - end)) : 0;
  const [nearest] = found.toSorted((a, b) => distance(a) - distance(b));
  if (!nearest) return [];
  return [{ at: range, alternatives: [[{ path: facts.path, ...nearest, text: to, sort }]] }];
}
