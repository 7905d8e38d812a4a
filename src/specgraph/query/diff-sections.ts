import type { SectionFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { matchSections, type DocumentPairs } from '../revisions/match.ts';

export interface SectionName {
  file: string;
  line: number;
  number?: string;
  title: string;
}

export interface SectionChange {
  from: SectionName;
  to: SectionName;
}

/** A section with both a new number and a new title counts as renamed. */
export interface SectionChanges {
  added: SectionName[];
  removed: SectionName[];
  renumbered: SectionChange[];
  renamed: SectionChange[];
}

/**
 * Compares the sections of documents that both revisions have. Sections of an added or removed document are not listed.
 * @returns the changes, and a function from ids of the first revision to those of the second
 */
export function diffSections(documents: DocumentPairs): {
  changes: SectionChanges;
  idAfter: (id: string) => string;
} {
  const changes: SectionChanges = { added: [], removed: [], renumbered: [], renamed: [] };
  const ids = new Map<string, string>();
  for (const [earlier, later] of documents) {
    const pairs = matchSections(earlier, later);
    const matched = new Set(pairs.values());
    changes.added.push(...later.sections.filter((section) => !matched.has(section)).map(nameOf));
    changes.removed.push(...earlier.sections.filter((section) => !pairs.has(section)).map(nameOf));
    ids.set(nodeId.document(earlier.id), nodeId.document(later.id));
    for (const [from, to] of pairs) {
      ids.set(nodeId.section(earlier.id, from.slug), nodeId.section(later.id, to.slug));
      if (from.step && to.step) ids.set(nodeId.step(earlier.id, from.step), nodeId.step(later.id, to.step));
      if (from.title !== to.title) changes.renamed.push({ from: nameOf(from), to: nameOf(to) });
      else if (from.number !== to.number) changes.renumbered.push({ from: nameOf(from), to: nameOf(to) });
    }
  }
  return { changes, idAfter: (id) => ids.get(id) ?? id };
}

function nameOf({ range, number, title }: SectionFacts): SectionName {
  return { file: range.file, line: range.line, ...(number === undefined ? {} : { number }), title };
}
