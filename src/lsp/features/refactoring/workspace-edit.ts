/** Edits of the engine as an edit of the editor's workspace. */
import type { RenameFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '#specgraph';
import type { RefactorPlan } from '#specgraph/refactor';
import { toRange } from '../../places.ts';
import type { ReadSet } from '../../read-set.ts';
import { RefusedError } from './plan.ts';

/** What the editor can do with an edit of several files. */
export interface EditAbilities {
  /** Compares the version of a document with the one that the edit was made for. */
  versionedEdits: boolean;
  /** Renames files as part of an edit. */
  fileRenames: boolean;
}

/** Edits of any number of documents, with the places before all of them. */
export function toWorkspaceEdit(
  set: ReadSet,
  edits: readonly Edit[],
  { versionedEdits }: EditAbilities,
): WorkspaceEdit {
  const byFile = Map.groupBy(edits, ({ range }) => range.file);
  const changes = [...byFile].map(([file, own]) => ({ file, edits: own.map(toTextEdit) }));
  if (versionedEdits)
    return { documentChanges: changes.map(({ file, edits: own }) => documentEdit(set, file, own)) };
  return { changes: Object.fromEntries(changes.map(({ file, edits: own }) => [set.uriOf(file), own])) };
}

/**
 * The edits of a refactoring, and then its renamed files.
 * @throws RefusedError where the editor cannot rename files
 */
export function editOfPlan(set: ReadSet, plan: RefactorPlan, abilities: EditAbilities): WorkspaceEdit {
  const edit = toWorkspaceEdit(set, [...plan.edits.values()].flat(), abilities);
  if (plan.renames.length === 0) return edit;
  if (!abilities.fileRenames || !edit.documentChanges)
    throw new RefusedError('This editor cannot rename files for a language server.');
  const renames = plan.renames.map(({ from, to }): RenameFile => ({
    kind: 'rename',
    oldUri: set.uriOf(from),
    newUri: set.uriOf(to),
  }));
  return { documentChanges: [...edit.documentChanges, ...renames] };
}

function documentEdit(set: ReadSet, file: string, edits: TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri: set.uriOf(file), version: set.versionOf(file) }, edits };
}

function toTextEdit({ range, text }: Edit): TextEdit {
  return { range: toRange(range), newText: text };
}
