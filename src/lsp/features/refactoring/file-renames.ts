/** References follow a document that is renamed or moved in the editor's list of files. */
import type { FileRename, WorkspaceEdit } from 'vscode-languageserver';
import type { ReadSet } from '../../read-set.ts';
import { planOrRefuse } from './plan.ts';
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
  const relocated = files.flatMap((file) => relocatedPaths(set, file));
  if (relocated.length === 0) return null;
  const plan = planOrRefuse(set, { action: 'relocate', files: relocated });
  return toWorkspaceEdit(set, [...plan.edits.values()].flat(), abilities);
}

/** The paths of a file or folder, as the graph writes them, where that concerns documents of the set that stay in it. */
function relocatedPaths(
  { graph, project, pathOf }: ReadSet,
  file: FileRename,
): { from: string; to: string }[] {
  const [from, to] = [pathOf(file.oldUri), pathOf(file.newUri)];
  if (from === undefined || to === undefined) return [];
  const { root } = project.corpus;
  const stays = root === '.' ? !to.startsWith('../') : to === root || to.startsWith(`${root}/`);
  const isConcerned = graph.documents.some(({ path }) => path === from || path.startsWith(`${from}/`));
  return stays && isConcerned ? [{ from, to }] : [];
}
