/** Creates the messages that the dev server sends to open pages: the state of the set, and what the last save changed. */
import type { DocumentFacts, Finding } from '#specgraph';
import type { LiveFinding, LiveMessage, SaveMessage } from '../../payloads/live.ts';
import type { Snapshot } from '../../site/snapshot.ts';

/**
 * The message that is sent before the findings are known.
 * @param before the state that open pages show; undefined without open pages
 * @param times when the file was saved, and when it was read
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

/** The same message with the findings. */
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

/** The reader keeps the facts object of a document that has not changed, so objects are compared by identity. */
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

const FILE_AND_LINE = /^((?:[^\s:]+\/)?[^\s:/]+\.[a-z]+)(?::(\d+))?(?=[\s:])/;

/** Separates the place from a message such as "spec/contracts/phase-09.yaml:3: the YAML is broken". */
function parseTrouble(message: string): NonNullable<LiveMessage['trouble']> {
  const [, file, line] = FILE_AND_LINE.exec(message) ?? [];
  if (file === undefined || file.startsWith('/')) return { message };
  return { message, file, line: line === undefined ? undefined : Number(line) };
}
