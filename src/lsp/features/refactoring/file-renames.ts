/** References follow a document that is renamed or moved in the editor's list of files. */
import type { FileRename, WorkspaceEdit } from 'vscode-languageserver';
import type { ReadSet } from '../../read-set.ts';
import { planOrRefuse, RefusedError } from './plan.ts';
import { toWorkspaceEdit, type EditAbilities } from './workspace-edit.ts';

/**
 * @param files what the editor is about to rename
 * @returns the edits before the files are renamed; null where no document of the set is concerned
 * @throws RefusedError where something stands in the way
 */
export function editsOfFileRenames(
  set: ReadSet,
  files: readonly FileRename[],
  abilities: EditAbilities,
): WorkspaceEdit | null {
  const renames = files.flatMap((file) => renamedDocuments(set, file));
  const [first, ...others] = renames;
  if (!first) return null;
  if (others.length > 0) throw new RefusedError('References follow one renamed document at a time.');
  const plan = planOrRefuse(set, { action: 'rename', target: first.id, name: first.to });
  return toWorkspaceEdit(set, [...plan.edits.values()].flat(), abilities);
}

interface RenamedDocument {
  id: string;
  /** New path, as the graph writes it. */
  to: string;
}

/** Documents of the set that the editor renames and that stay in the folder of the set. */
function renamedDocuments({ graph, project, pathOf }: ReadSet, file: FileRename): RenamedDocument[] {
  const [from, to] = [pathOf(file.oldUri), pathOf(file.newUri)];
  if (from === undefined || to === undefined) return [];
  const { root } = project.corpus;
  return graph.documents
    .filter(({ path }) => path === from || path.startsWith(`${from}/`))
    .map(({ id, path }) => ({ id, to: to + path.slice(from.length) }))
    .filter((renamed) => (root === '.' ? !renamed.to.startsWith('../') : renamed.to.startsWith(`${root}/`)));
}
