/** What the dev server tells an open page: the state of the set, and what the last save changed. Plain JSON. */
import type { DocumentFacts, Finding } from '#specgraph';
import type { LiveFinding, LiveMessage, SaveMessage } from '../../payloads/live.ts';
import type { Snapshot } from '../../site/snapshot.ts';

/**
 * What can be told before the findings are known.
 * @param before the state that open pages show; undefined where none does
 * @param times of the save, and of now
 */
export function saveMessage(
  before: Snapshot | undefined,
  { graph, stamp }: Snapshot,
  times: Pick<SaveMessage, 'savedAt' | 'readAt'>,
): SaveMessage {
  return {
    stamp,
    ...times,
    documents: before
      ? changedDocuments(before.graph.documents, graph.documents)
      : { changed: [], added: [], removed: [] },
  };
}

/** The same with the findings of the state. */
export function liveMessage(save: SaveMessage, { report, graph, trouble }: Snapshot): LiveMessage {
  return {
    ...save,
    findings: report.findings.map((finding) => liveFinding(finding, graph.document(finding.file))),
    trouble: trouble === undefined ? undefined : parseTrouble(trouble),
  };
}

function liveFinding(
  { severity, rule, message, suggestion, file, line, column }: Finding,
  facts: DocumentFacts | undefined,
): LiveFinding {
  const section = facts?.sections.findLast(({ range }) => range.line <= line)?.slug;
  return { severity, rule, message, suggestion, file, line, column, document: facts?.id, section };
}

/** The reader keeps the facts of a document that has not changed: identity tells. */
function changedDocuments(
  before: readonly DocumentFacts[],
  now: readonly DocumentFacts[],
): SaveMessage['documents'] {
  const old = new Map(before.map((facts) => [facts.id, facts]));
  const ids = new Set(now.map((facts) => facts.id));
  return {
    changed: now.filter((facts) => old.has(facts.id) && old.get(facts.id) !== facts).map((facts) => facts.id),
    added: now.filter((facts) => !old.has(facts.id)).map((facts) => facts.id),
    removed: before.filter((facts) => !ids.has(facts.id)).map((facts) => facts.id),
  };
}

/** "spec/contracts/phase-09.yaml:3: the YAML is broken": the place apart from the words, where there is one. */
export function parseTrouble(message: string): NonNullable<LiveMessage['trouble']> {
  const place = /^((?:[^\s:]+\/)?[^\s:/]+\.[a-z]+)(?::(\d+))?(?=[\s:])/.exec(message);
  if (!place || place[1].startsWith('/')) return { message };
  return { message, file: place[1], line: place[2] === undefined ? undefined : Number(place[2]) };
}
