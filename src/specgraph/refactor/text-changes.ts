/** Changes of texts, collected by offset; applying them also tells where the rest of the text has gone. */
import type { Edit } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';
import type { ChangeSort } from './request.ts';

/** Replaces `text.slice(start, end)`; offsets in UTF-16 units. */
export interface Change {
  start: number;
  end: number;
  text: string;
  sort: ChangeSort;
}

/** A stretch of one file that goes to another place; changes within it go with it. */
export interface MovedBlock {
  from: { path: string; start: number; end: number };
  to: { path: string; offset: number };
  /** What is written before and behind the block at its new place. */
  lead: string;
  trail: string;
}

/** Changes of several files that do not overlap. */
export class TextChanges {
  readonly byFile = new Map<string, Change[]>();
  move?: MovedBlock;

  /**
   * @returns whether the change was added, or was there already; false where it overlaps another one
   */
  add(path: string, change: Change): boolean {
    const list = this.byFile.get(path) ?? [];
    const same = list.some(
      (one) => one.start === change.start && one.end === change.end && one.text === change.text,
    );
    if (same && change.start < change.end) return true;
    if (list.some((one) => overlaps(one, change))) return false;
    this.byFile.set(
      path,
      [...list, change].toSorted((a, b) => a.start - b.start || a.end - b.end),
    );
    return true;
  }

  clone(): TextChanges {
    const copy = new TextChanges();
    for (const [path, list] of this.byFile) copy.byFile.set(path, [...list]);
    copy.move = this.move;
    return copy;
  }

  /** All paths whose text is changed, or from or to which something moves. */
  get paths(): Set<string> {
    return new Set([...this.byFile.keys(), ...(this.move ? [this.move.from.path, this.move.to.path] : [])]);
  }
}

/** Two insertions at one place are in nobody's way. */
function overlaps(a: Change, b: Change): boolean {
  return a.start < b.end && b.start < a.end;
}

export interface ChangedTexts {
  /** The new text of each changed file, by its path before. */
  texts: ReadonlyMap<string, string>;
  /** Where the character at an offset has gone; undefined where it was removed. Paths are those before. */
  locate(path: string, offset: number): { path: string; offset: number } | undefined;
  /**
   * The place of a character of the new text: where it was written, the beginning of the piece that was written.
   * @param path before
   */
  pieceAt(path: string, offset: number): { offset: number; sort?: ChangeSort };
  /** The changes of a file, in order; a block that moves away as a whole is none. */
  changesIn(path: string): readonly Change[];
}

/** @param sources texts by path; paths that changes name must be among them */
export function applyChanges(sources: ReadonlyMap<string, string>, changes: TextChanges): ChangedTexts {
  const { move } = changes;
  const pieces = new Map<string, Pieces>();
  let block: Pieces | undefined;
  for (const path of changes.paths) {
    let list = changes.byFile.get(path) ?? [];
    if (move?.from.path === path) {
      const { start, end } = move.from;
      const isInside = (change: Change): boolean => change.start >= start && change.end <= end;
      block = splice(
        sources.get(path)!.slice(start, end),
        list
          .filter(isInside)
          .map((change) => ({ ...change, start: change.start - start, end: change.end - start })),
      );
      list = [...list.filter((change) => !isInside(change)), { start, end, text: '', sort: 'whole section' }];
    }
    pieces.set(path, { text: '', parts: [], changes: list });
  }
  for (const [path, { changes: list }] of pieces) {
    const inserted: Change[] =
      move?.to.path === path
        ? [
            {
              start: move.to.offset,
              end: move.to.offset,
              text: move.lead + block!.text + move.trail,
              sort: 'whole section',
            },
          ]
        : [];
    pieces.set(
      path,
      splice(
        sources.get(path)!,
        [...list, ...inserted].toSorted((a, b) => a.start - b.start || a.end - b.end),
      ),
    );
  }
  return {
    texts: new Map([...pieces].map(([path, { text }]) => [path, text])),
    changesIn: (path) => changes.byFile.get(path) ?? [],
    locate(path, offset) {
      if (move?.from.path === path && offset >= move.from.start && offset < move.from.end) {
        const within = locateIn(block!, offset - move.from.start);
        const at = insertionOf(pieces.get(move.to.path)!, move.to.offset);
        return within === undefined || at === undefined
          ? undefined
          : { path: move.to.path, offset: at + move.lead.length + within };
      }
      const own = pieces.get(path);
      const found = own ? locateIn(own, offset) : offset;
      return found === undefined ? undefined : { path, offset: found };
    },
    pieceAt(path, offset) {
      const own = pieces.get(path);
      if (!own) return { offset };
      const inserted = move?.to.path === path ? insertionOf(own, move.to.offset) : undefined;
      const blockStart = inserted === undefined ? undefined : inserted + move!.lead.length;
      if (blockStart !== undefined && offset >= blockStart && offset < blockStart + block!.text.length) {
        const within = pieceIn(block!, offset - blockStart);
        return { ...within, offset: blockStart + within.offset };
      }
      return pieceIn(own, offset);
    },
  };
}

/** A text made of parts that were kept and parts that were written. */
interface Pieces {
  text: string;
  parts: { oldStart: number; oldEnd: number; newStart: number; change?: Change }[];
  changes: Change[];
}

/** @param changes sorted, and without overlaps */
function splice(source: string, changes: Change[]): Pieces {
  const parts: Pieces['parts'] = [];
  let text = '';
  let at = 0;
  for (const change of changes) {
    if (change.start > at) parts.push({ oldStart: at, oldEnd: change.start, newStart: text.length });
    text += source.slice(at, change.start);
    parts.push({ oldStart: change.start, oldEnd: change.end, newStart: text.length, change });
    text += change.text;
    at = change.end;
  }
  parts.push({ oldStart: at, oldEnd: Number.POSITIVE_INFINITY, newStart: text.length });
  return { text: text + source.slice(at), parts, changes };
}

/** What is replaced begins where its replacement does; what is replaced by nothing is gone. */
function locateIn({ parts }: Pieces, offset: number): number | undefined {
  const part = parts.find(
    ({ oldStart, oldEnd }) => oldStart < oldEnd && oldStart <= offset && offset < oldEnd,
  );
  if (!part) return undefined;
  if (!part.change) return part.newStart + offset - part.oldStart;
  return part.change.text === '' ? undefined : part.newStart;
}

function pieceIn({ parts }: Pieces, offset: number): { offset: number; sort?: ChangeSort } {
  const part = parts.findLast(({ newStart, change }) => newStart <= offset && change?.text !== '');
  return part?.change ? { offset: part.newStart, sort: part.change.sort } : { offset };
}

function insertionOf({ parts }: Pieces, offset: number): number | undefined {
  return parts.findLast(({ oldStart, oldEnd, change }) => change && oldStart === offset && oldEnd === offset)
    ?.newStart;
}

export interface PlannedEdits {
  /** By path; places are those before. A moved block is an insertion and a removal. */
  edits: Map<string, Edit[]>;
  /** The new text of each file that changes, by its path before. */
  texts: Map<string, string>;
  counts: Partial<Record<ChangeSort, number>>;
}

export function editsOf(sources: ReadonlyMap<string, string>, changes: TextChanges): PlannedEdits {
  const { move } = changes;
  const edits = new Map<string, Edit[]>();
  const counts: Partial<Record<ChangeSort, number>> = {};
  const applied = applyChanges(sources, changes).texts;
  for (const path of [...changes.paths].toSorted()) {
    const source = sources.get(path)!;
    let list = changes.byFile.get(path) ?? [];
    for (const { sort, start, end, text } of list)
      if (source.slice(start, end) !== text) counts[sort] = (counts[sort] ?? 0) + 1;
    if (move?.from.path === path) {
      list = [
        ...list.filter(({ start, end }) => start < move.from.start || end > move.from.end),
        { start: move.from.start, end: move.from.end, text: '', sort: 'whole section' },
      ];
      counts['whole section'] = (counts['whole section'] ?? 0) + 1;
    }
    if (move?.to.path === path) list = [...list, insertedBlock(sources, changes, move)];
    const lines = lineIndex(path, source);
    const own = list
      .filter(({ start, end, text }) => source.slice(start, end) !== text)
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map(({ start, end, text }) => ({ range: lines.range(start, end), text }));
    if (own.length > 0) edits.set(path, own);
  }
  const texts = new Map([...applied].filter(([path, text]) => text !== sources.get(path)));
  return { edits, texts, counts };
}

function insertedBlock(
  sources: ReadonlyMap<string, string>,
  changes: TextChanges,
  { from, to, lead, trail }: MovedBlock,
): Change {
  const own = (changes.byFile.get(from.path) ?? [])
    .filter(({ start, end }) => start >= from.start && end <= from.end)
    .map((change) => ({ ...change, start: change.start - from.start, end: change.end - from.start }));
  const { text } = splice(sources.get(from.path)!.slice(from.start, from.end), own);
  return { start: to.offset, end: to.offset, text: lead + text + trail, sort: 'whole section' };
}
