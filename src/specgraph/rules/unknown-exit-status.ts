import type { ExitStatuses, Problem, ScriptEnding } from '../model/index.ts';
import { joinWords } from '../text/lists.ts';
import type { Rule } from './rule.ts';
import { isRightEnding } from './shared/endings.ts';

/** A document with fewer of them, in code and in sentences that agree with the code, shows parts of its scripts only. */
const MIN_EXITS = 2;

export const unknownExitStatus: Rule = {
  id: 'unknown-exit-status',
  group: 'statements',
  severity: 'error',
  summary: 'An exit status that a document states is one that its scripts end with',
  isPerDocument: true,
  *check(graph) {
    for (const { exitStatuses, endings } of graph.documents) {
      const { inCode, stated } = exitStatuses;
      yield* againstMessages(exitStatuses, endings);
      const known = [...new Set(inCode)].toSorted();
      if (known.length === 0) continue;
      const agreeing = stated.filter(({ status }) => status !== '0' && known.includes(status));
      if (inCode.length + agreeing.length < MIN_EXITS) continue;
      const failing = known.filter((one) => one !== '0');
      for (const { status, range } of stated) {
        if (status === '0' || known.includes(status)) continue;
        yield {
          at: range,
          message: `No script of this document ends with ${status}; they end with ${joinWords(known)}.`,
          suggestion: failing.length === 1 ? failing[0] : undefined,
        };
      }
    }
  },
};

/** The only row that gives a message another status than the code does behind it; the other rows show how to read them. */
function* againstMessages(
  { rows, printed }: ExitStatuses,
  endings: readonly ScriptEnding[],
): Iterable<Problem> {
  const isWrong = new Set(endings.filter((one) => !isRightEnding(one)).map(({ line }) => line));
  const judged = rows.flatMap((row) => {
    const own = printed.filter(({ parts }) => holds(row.words, parts));
    const [status, ...more] = new Set(own.map((one) => one.status));
    return status === undefined || more.length > 0 ? [] : [{ row, status, message: own[0] }];
  });
  const [wrong, ...more] = judged.filter(({ row, status }) => row.status !== status);
  if (!wrong || more.length > 0 || judged.length < 2) return;
  const { row, status, message } = wrong;
  // Then the code is the mistake, see `wrong-exit-status`.
  if (isWrong.has(message.range.line)) return;
  yield {
    at: row.range,
    message: `The table gives this message the status ${row.status}; the code that prints it ends with ${status}.`,
    suggestion: status,
    related: [
      { at: { file: message.range.file, line: message.range.line }, note: message.parts.join(' … ') },
    ],
  };
}

/** Whether the parts stand in the words one behind the other. */
function holds(words: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const next = words.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return true;
}
