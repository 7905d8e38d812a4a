/**
 * A section that moves to another document takes the definitions of its labels along: `[setup]: guide.md`, `[^note]: …`.
 * They stay where they were too, so that the way back finds them in their order. Where both documents define a label, or the
 * definition is broken, the one that nothing uses any more goes.
 */
import type { DocumentFacts } from '../../model/index.ts';
import { spanOf, type Span } from '../headings.ts';
import { labelsOf, type Labelled, type Labels } from '../labels.ts';
import { aroundBlock, contentEnd, newlineOf } from '../layout.ts';
import type { Refusal } from '../request.ts';
import type { After, Before } from '../state.ts';
import type { MovedBlock } from '../text-changes.ts';
import { urlNow } from './link-urls.ts';
import type { DocumentPointers, Pointers } from './read-pointers.ts';
import type { FileChange } from './rewrite.ts';

export interface FollowedLabels {
  changes: FileChange[];
  refusals: Refusal[];
}

interface Side {
  facts: DocumentFacts;
  pointers: DocumentPointers;
  labels: Labels;
}

export function followLabels(
  move: MovedBlock | undefined,
  pointers: Pointers,
  before: Before,
  after: After,
): FollowedLabels {
  const found: FollowedLabels = { changes: [], refusals: [] };
  if (!move || move.from.path === move.to.path) return found;
  const sideOf = (path: string): Side => {
    const own = pointers.documents.find(({ facts }) => facts.path === path)!;
    return { facts: own.facts, pointers: own, labels: labelsOf(own.facts) };
  };
  const [from, to] = [sideOf(move.from.path), sideOf(move.to.path)];
  const isMoved = ({ start }: Span): boolean => start >= move.from.start && start < move.from.end;
  const usesOutside = new Set(from.labels.uses.filter((use) => !isMoved(use)).map(({ label }) => label));
  found.refusals.push(...definedWithin(from, usesOutside, isMoved));
  const texts: string[] = [];
  const needless: Labelled[] = [];
  for (const label of new Set(from.labels.uses.filter(isMoved).map((use) => use.label))) {
    const definition = from.labels.definitions.get(label);
    if (!definition || isMoved(definition)) continue;
    const there = to.labels.definitions.get(label);
    if (!there) texts.push(definitionNow(definition, from, to, pointers, before, after));
    else if (meaning(definition, from) !== meaning(there, to)) found.refusals.push(otherwise(there, to));
    else if (!usesOutside.has(label)) needless.push(definition);
    // A broken one is not left behind: it would be found in both documents.
    if (!there && !usesOutside.has(label) && isBroken(definition, from)) needless.push(definition);
  }
  found.changes.push(...removals(needless, from));
  if (texts.length > 0) found.changes.push(insertion(texts, move, from, to));
  return found;
}

/** Definitions within the block that the rest of the document needs. */
function definedWithin(
  { facts, labels }: Side,
  usesOutside: ReadonlySet<string>,
  isMoved: (span: Span) => boolean,
): Refusal[] {
  return [...labels.definitions.values()]
    .filter((definition) => isMoved(definition) && usesOutside.has(definition.label))
    .map((definition) => ({
      message: `"[${definition.words}]" is defined in the section and used outside it: move its definition to the end of the document first`,
      at: placeOf(definition, facts),
    }));
}

function otherwise(definition: Labelled, { facts }: Side): Refusal {
  const message = `"[${definition.words}]" means something else in ${facts.path}: give one of the two another label first`;
  return { message, at: placeOf(definition, facts) };
}

function placeOf({ start }: Span, { path, source }: DocumentFacts): { file: string; line: number } {
  return { file: path, line: source.slice(0, start).split('\n').length };
}

/** The link of a definition, as the graph reads it. */
function linkOf({ start }: Labelled, { facts, pointers }: Side) {
  return pointers.links.find(
    ({ link }) => link.form === 'reference' && spanOf(facts, link.range).start === start,
  );
}

function isBroken(definition: Labelled, side: Side): boolean {
  return linkOf(definition, side)?.edge?.resolved === false;
}

/** What a label stands for: the node, the address or the words. */
function meaning(definition: Labelled, side: Side): string {
  const resolved = linkOf(definition, side);
  if (resolved?.edge?.resolved) return resolved.edge.target;
  const text = side.facts.source.slice(definition.start, definition.end);
  return resolved?.link.url ?? text.replace(/^\[[^\]]*\]:\s*/, '').replace(/\s+/g, ' ');
}

/** The text of a definition in another document. */
function definitionNow(
  definition: Labelled,
  from: Side,
  to: Side,
  { scope }: Pointers,
  before: Before,
  after: After,
): string {
  const text = from.facts.source.slice(definition.start, definition.end);
  const resolved = linkOf(definition, from);
  const url = resolved && urlNow(resolved, from.facts, after.documentNow(to.facts), scope, before, after);
  const lines = text.replaceAll(/\r\n|\n/g, newlineOf(to.facts));
  if (url === undefined) return lines;
  const place = spanOf(from.facts, resolved!.link.urlRange);
  return lines.slice(0, place.start - definition.start) + url + lines.slice(place.end - definition.start);
}

/** Behind the definitions at the end of the document; else at its end, behind the block where that goes there. */
function insertion(texts: readonly string[], move: MovedBlock, from: Side, to: Side): FileChange {
  const newline = newlineOf(to.facts);
  const end = contentEnd(to.facts);
  const last = [...to.labels.definitions.values()].findLast(({ start }) => start >= end);
  const text = texts.join(newline);
  const sort = 'definition';
  if (last) return { path: to.facts.path, start: last.end, end: last.end, text: newline + text, sort };
  if (move.to.offset === end) {
    const { end: start } = move.from;
    return { path: from.facts.path, start, end: start, text: newline + newline + text, sort };
  }
  const { lead, trail } = aroundBlock(to.facts, { offset: end, isEnd: true });
  return { path: to.facts.path, start: end, end, text: lead + text + trail, sort };
}

/** The lines of definitions; with the blank line above them where none follows that it would keep apart. */
function removals(definitions: readonly Labelled[], { facts: { path, source } }: Side): FileChange[] {
  const spans: Span[] = [];
  for (const { start, end } of definitions.toSorted((a, b) => a.start - b.start)) {
    const newline = source.indexOf('\n', end);
    const lines = {
      start: source.lastIndexOf('\n', start - 1) + 1,
      end: newline < 0 ? source.length : newline + 1,
    };
    const last = spans.at(-1);
    if (last?.end === lines.start) last.end = lines.end;
    else spans.push(lines);
  }
  return spans.map(({ start, end }) => {
    const isLast = /^\s*$|^\r?\n/.test(source.slice(end));
    const blank = isLast ? (/\n(\r?\n)$/.exec(source.slice(0, start))?.[1].length ?? 0) : 0;
    return { path, start: start - blank, end, text: '', sort: 'definition' };
  });
}
