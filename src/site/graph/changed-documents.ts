/** What changed in each document since a revision, in words. */
import type { GraphView } from '#specgraph';
import type { NotCompared, RevisionChanges } from '../snapshot.ts';

type Change =
  | 'sections added'
  | 'sections removed'
  | 'sections renamed'
  | 'sections renumbered'
  | 'variables added'
  | 'variables removed'
  | 'variables changed';

export interface ChangesSince {
  /** "v1.2 (2026-11-23)"; empty where nothing was compared. */
  revision: string;
  /** By id of the document: "added", "2 sections added, 1 variable changed". */
  changes: Map<string, string>;
}

export function changedDocuments(graph: GraphView, since?: RevisionChanges | NotCompared): ChangesSince {
  if (!since || 'reason' in since) return { revision: '', changes: new Map() };
  const { documents, sections, variables } = since.diff;
  const counts = new Map<string, Map<Change, number>>();
  const count = (change: Change, places: readonly { file: string }[]): void => {
    for (const { file } of places) {
      const id = graph.document(file)?.id;
      if (id === undefined) continue;
      const own = counts.get(id) ?? new Map<Change, number>();
      counts.set(id, own.set(change, (own.get(change) ?? 0) + 1));
    }
  };
  const after = (changes: readonly { to: { file: string } }[]): { file: string }[] =>
    changes.map(({ to }) => to);
  count('sections added', sections.added);
  count('sections removed', sections.removed);
  count('sections renamed', after(sections.renamed));
  count('sections renumbered', after(sections.renumbered));
  count('variables added', variables.added);
  count('variables removed', variables.removed);
  count('variables changed', variables.changed);
  const words = [...counts].map(([id, own]): [string, string] => [id, [...own].map(inWords).join(', ')]);
  const added = documents.added.flatMap((path): [string, string][] => {
    const id = graph.documents.find((document) => document.path === path)?.id;
    return id === undefined ? [] : [[id, 'added']];
  });
  return { revision: `${since.revision} (${since.date})`, changes: new Map([...words, ...added]) };
}

/** "1 section added", "2 sections added". */
function inWords([change, count]: [Change, number]): string {
  return `${count} ${count === 1 ? change.replace('s ', ' ') : change}`;
}
