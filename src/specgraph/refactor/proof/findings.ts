/** No rule finds anything after a refactoring that was not found before. */
import { checkGraph } from '../../check.ts';
import { PROMISE_NOTE } from '../../contracts/failure.ts';
import type { Contract, DocumentFacts, Finding } from '../../model/index.ts';
import { pointOf } from '../../resolve/facets.ts';
import type { GraphView } from '../../view.ts';
import { spanOf } from '../headings.ts';
import { lineText } from '../layout.ts';
import type { Fault, Outcome } from '../outcome.ts';
import type { Before, Draft } from '../state.ts';

export function findingFaults(before: Before, { after, graph, contracts }: Outcome, draft: Draft): Fault[] {
  const known = new Map<string, number>();
  const pathBefore = new Map(before.graph.documents.map(({ path }) => [after.pathNow(path), path]));
  const findingsBefore = findingsOf(before.graph, before.project.contracts);
  for (const finding of findingsBefore) {
    const key = keyBefore(finding);
    if (key !== undefined) known.set(key, (known.get(key) ?? 0) + 1);
  }
  return findingsOf(graph, contracts)
    .filter((finding) => {
      const key = keyNow(finding);
      const count = known.get(key) ?? 0;
      known.set(key, count - 1);
      return count <= 0 && !isOfMovedLabel(finding);
    })
    .map((finding) => ({
      finding: `${finding.rule}: ${finding.message}`,
      message: `${finding.rule} would be found: ${finding.message}${promiseOf(finding)}`,
      at: pointOf(finding),
      isExpected: draft.expectedRules.has(finding.rule),
    }));

  /** A broken definition that went with a moved section to the document that uses it now. */
  function isOfMovedLabel(finding: Finding): boolean {
    const { move } = draft.changes;
    const facts = graph.document(finding.file);
    if (!move || !facts || pathBefore.get(facts.path) !== move.to.path) return false;
    const label = labelAt(facts, finding.line);
    const there = before.graph.document(move.from.path)!;
    return (
      label !== undefined &&
      findingsBefore.some(
        (one) =>
          one.rule === finding.rule &&
          one.file === there.path &&
          labelAt(there, one.line) === label &&
          keyBefore(one) === undefined,
      )
    );
  }

  function keyBefore(finding: Finding): string | undefined {
    const facts = before.graph.document(finding.file);
    if (!facts) return `${finding.rule}\0${finding.file}\0${finding.line}`;
    if (after.isRemoved(facts)) return undefined;
    const at = after.changed.locate(facts.path, spanOf(facts, finding).start);
    if (!at) return undefined;
    return `${finding.rule}\0${at.path}\0${after.changed.pieceAt(at.path, at.offset).offset}`;
  }

  function keyNow(finding: Finding): string {
    const facts = graph.document(finding.file);
    if (!facts) return `${finding.rule}\0${finding.file}\0${finding.line}`;
    const path = pathBefore.get(facts.path)!;
    return `${finding.rule}\0${path}\0${after.changed.pieceAt(path, spanOf(facts, finding).start).offset}`;
  }
}

/** The label that a line defines: "[setup]: guide.md". */
function labelAt(facts: DocumentFacts, line: number): string | undefined {
  return /^ {0,3}\[((?:[^[\]\\]|\\.)+)\]:/.exec(lineText(facts, line))?.[1].toLowerCase();
}

/** A promise that is not kept is reported where it should be kept; what must change may be its entry. */
function promiseOf({ related = [] }: Finding): string {
  const promise = related.find(({ note }) => note === PROMISE_NOTE);
  return promise ? ` The promise stands in ${promise.at.file}:${promise.at.line}.` : '';
}

function findingsOf(graph: GraphView, contracts: readonly Contract[]): Finding[] {
  return checkGraph(graph, { contracts }).findings;
}
