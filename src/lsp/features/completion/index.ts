/** What can be written at a position: destinations of links, numbers of sections and of other kinds, documents, ids. */
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { toRange, type Point } from '../../places.ts';
import type { DocumentRequest } from '../../read-set.ts';
import { previewOf } from '../preview.ts';
import type { Typing } from './candidates.ts';
import { destinationItems } from './destinations.ts';
import { nameItems } from './names.ts';
import { numberItems } from './numbers.ts';

/** Characters that make an editor ask for completions. */
export const TRIGGER_CHARACTERS = ['(', '#', '/', ' ', '§', '`'];

/** @param trigger the character that made the editor ask; undefined where the author asked */
export function findCompletions(
  request: DocumentRequest,
  point: Point,
  trigger: string | undefined,
): CompletionItem[] {
  const line = request.facts.source.split(/\r\n|\r|\n/)[point.line - 1] ?? '';
  const typing: Typing = { ...request, point, before: line.slice(0, point.column - 1) };
  const found =
    destinationItems(typing) ?? numberItems(typing) ?? (trigger === ' ' ? undefined : nameItems(typing));
  if (!found) return [];
  const start = { ...point, column: point.column - found.typed.length };
  const range = toRange({ ...start, endLine: point.line, endColumn: point.column });
  return found.items.map(({ label, kind, detail, text = label, node }, i) => {
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
