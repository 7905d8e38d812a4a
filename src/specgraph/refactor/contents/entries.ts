/**
 * The tables of contents of a document that are written by hand: lists, or tables, that name sections in their order. Those of
 * other documents are named by links.
 */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { parseDocument, partsOf } from '../../parse/markdown.ts';
import { oncePer } from '../../resolve/once.ts';
import type { GraphView } from '../../view.ts';
import { siblingsOf } from '../headings.ts';
import { lineText } from '../layout.ts';
import { readEntry, type ContentsEntry } from './read-entry.ts';

/** Entries that name sections of one document and follow each other; blank lines may stand between them. */
export type Contents = readonly ContentsEntry[];

/** The share of the sections of one level that a list in another document names: others are a choice of some. */
const MIN_SHARE = 0.5;

/** @returns tables of two lines or more whose sections stand in the order of their document */
export function contentsOf(holder: DocumentFacts, graph: GraphView): Contents[] {
  return contentsIn(graph)(holder);
}

const contentsIn = oncePer((graph: GraphView) => {
  const documents = new Map(graph.documents.map((facts) => [facts.path, facts]));
  return oncePer((holder: DocumentFacts) => readContents(holder, documents));
});

function readContents(holder: DocumentFacts, documents: ReadonlyMap<string, DocumentFacts>): Contents[] {
  const runs: ContentsEntry[][] = [];
  for (let line = 1; line <= holder.lines; line++) {
    const last = runs.at(-1)?.at(-1);
    const above = last && isNext(last, line) ? last : undefined;
    const entry = readEntry(holder, line, above?.section, documents);
    if (!entry) continue;
    if (above && continues(above, entry)) runs.at(-1)!.push(entry);
    else runs.push([entry]);
  }
  const found = runs.filter(
    (run) => run.length > 1 && isInOrder(run) && (run[0].facts === holder || isWhole(run)),
  );
  if (found.length === 0) return [];
  const code = partsOf(parseDocument(holder.path, holder.source).root).code.map(({ position }) => position!);
  return found.filter(([{ line }]) => !code.some(({ start, end }) => start.line <= line && line <= end.line));
}

/** Whether nothing stands between an entry and a line behind it. */
function isNext({ holder, line }: ContentsEntry, next: number): boolean {
  for (let between = line + 1; between < next; between++)
    if (lineText(holder, between).trim() !== '') return false;
  return true;
}

/** Behind a blank line a list goes on where its sections do. */
function continues(above: ContentsEntry, entry: ContentsEntry): boolean {
  if (above.facts !== entry.facts) return false;
  if (entry.line === above.line + 1) return true;
  const areAlike = above.lead.includes('|') === entry.lead.includes('|');
  return areAlike && !entry.lead.includes('|') && entry.section.range.line > above.section.range.line;
}

function isInOrder(run: Contents): boolean {
  return run.every(({ section }, i) => i === 0 || section.range.line > run[i - 1].section.range.line);
}

/** Whether a list leaves out no section between those of its first level, and names most of them. */
function isWhole(run: Contents): boolean {
  const top = Math.min(...run.map(({ section }) => section.depth));
  const [{ section, facts }] = run.filter((entry) => entry.section.depth === top);
  const siblings = siblingsOf(facts, section);
  const named = new Set<SectionFacts>(run.map((entry) => entry.section));
  const first = siblings.findIndex((one) => named.has(one));
  const last = siblings.findLastIndex((one) => named.has(one));
  const listed = siblings.slice(first, last + 1);
  return listed.every((one) => named.has(one)) && listed.length >= siblings.length * MIN_SHARE;
}

/** How many blank lines stand before an entry of a table. */
export function blanksBefore(run: Contents, index: number): number {
  return index === 0 ? 0 : run[index].line - run[index - 1].line - 1;
}
