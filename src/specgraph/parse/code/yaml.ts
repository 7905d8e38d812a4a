import { parseAllDocuments } from 'yaml';
import type { CodeFault } from '../../model/index.ts';

/** One or several documents. Tags of other programs ("!Ref") are not errors. */
export function parseYaml(code: string): CodeFault | undefined {
  const documents = withoutStackTraces(() =>
    parseAllDocuments(code, { prettyErrors: false, logLevel: 'silent' }),
  );
  const error = 'empty' in documents ? undefined : documents.flatMap(({ errors }) => errors)[0];
  if (!error) return undefined;
  const sentence = error.message.split('\n')[0].replace(/[.:]$/, '');
  return { offset: error.pos[0], reason: sentence[0].toLowerCase() + sentence.slice(1) };
}

/** The parser makes an Error of each fault, of which the stack trace takes longer than the rest; nobody reads it. */
function withoutStackTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
