/** What can be written at a position: destinations of links, numbers of sections and of other kinds, documents, ids. */
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import { toRange, type Point } from '../../places.ts';
import type { DocumentRequest } from '../../read-set.ts';
import { previewOf } from '../preview.ts';
import type { Typing } from './candidates.ts';
import { destinationItems } from './destinations.ts';
import { nameItems } from './names.ts';
import { numberItems } from './numbers.ts';

/** Characters that make an editor ask for completions. */
export const TRIGGER_CHARACTERS = ['(', '#', '/', ' ', '§', '`'];
/** The others stand before many words that are no names: "(see", "# Title". */
const TRIGGERS_OF_NAMES: readonly (string | undefined)[] = ['/', '`', undefined];

/** @param trigger the character that made the editor ask; undefined where the author asked */
export function findCompletions(
  request: DocumentRequest,
  point: Point,
  trigger: string | undefined,
): CompletionItem[] | CompletionList {
  const line = request.facts.source.split(/\r\n|\r|\n/)[point.line - 1] ?? '';
  const typing: Typing = { ...request, point, before: line.slice(0, point.column - 1) };
  const found =
    destinationItems(typing) ??
    numberItems(typing) ??
    (TRIGGERS_OF_NAMES.includes(trigger) ? nameItems(typing) : undefined);
  if (!found) return [];
  const start = { ...point, column: point.column - found.typed.length };
  const range = toRange({ ...start, endLine: point.line, endColumn: point.column });
  const items = found.items.map(({ label, kind, detail, text = label, node }, i) => {
    const textEdit: TextEdit = { range, newText: text };
    return {
      label,
      kind,
      detail,
      filterText: text,
      // The order is the one of the document, not the one of the alphabet: 2 comes before 10.
      sortText: String(i).padStart(5, '0'),
      textEdit,
      ...(node !== undefined && { data: { uri: request.set.uriOf(request.facts.path), node } }),
    };
  });
  // An editor that knows that the list is cut asks again instead of filtering it.
  return found.isCut ? { isIncomplete: true, items } : items;
}

/** Adds the preview of what an item stands for. */
export function resolveCompletion(
  { set }: DocumentRequest,
  item: CompletionItem,
  node: string,
): CompletionItem {
  const value = previewOf(set, node);
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}
