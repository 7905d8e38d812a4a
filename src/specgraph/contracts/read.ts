/** Reads YAML, or the front matter of a planning document, into a typed contract. */
import * as v from 'valibot';
import { LineCounter, isMap, isNode, isSeq, parseDocument, type Document } from 'yaml';
import type { Contract } from '../model/index.ts';
import { UsageError } from '../usage-error.ts';
import { readCriteria } from './criteria.ts';
import { frontMatter } from '../parse/front-matter.ts';
import { isPlanningDocument } from './planning-document.ts';

const text = v.union([v.string(), v.pipe(v.union([v.number(), v.boolean()]), v.transform(String))]);
const texts = v.union([
  v.array(text),
  v.pipe(
    text,
    v.transform((one) => [one]),
  ),
]);

const artifact = v.object({
  path: v.string(),
  provides: v.optional(text),
  contains: v.optional(texts, []),
  min_lines: v.optional(v.number()),
});

const keyLink = v.object({
  from: v.string(),
  to: text,
  via: v.optional(text),
  pattern: v.optional(v.string()),
  section: v.optional(text),
  to_sections: v.optional(texts, []),
  min_matches: v.optional(v.number(), 1),
});

const pattern = v.object({
  path: v.string(),
  section: v.optional(text),
  pattern: v.string(),
  min_matches: v.optional(v.number(), 1),
  provides: v.optional(text),
});

const evidence = v.object({ truth: v.number(), from: texts });

/** Other keys of planning documents are ignored. */
const contract = v.object({
  phase: v.optional(text),
  title: v.optional(text),
  success_criteria: v.optional(texts),
  must_haves: v.optional(
    v.object({
      truths: v.optional(texts, []),
      evidence: v.optional(v.array(evidence), []),
      artifacts: v.optional(v.array(artifact), []),
      key_links: v.optional(v.array(keyLink), []),
      patterns: v.optional(v.array(pattern), []),
      forbidden: v.optional(v.array(pattern), []),
      counts: v.optional(v.array(v.object({ quantity: v.string(), equals: v.number() })), []),
      versions: v.optional(v.array(v.object({ path: v.string(), version: text })), []),
    }),
  ),
});

/**
 * @param file path for messages; a file that ends in ".md" is a planning document with the contract in its front matter
 * @throws UsageError with file and line when the YAML is broken or is not a contract
 */
export function readContract(file: string, source: string): Contract {
  const { yaml, firstLine } = isPlanningDocument(file)
    ? yamlOf(file, source)
    : { yaml: source, firstLine: 1 };
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault)
    throw new UsageError(
      `${file}:${lines.linePos(fault.pos[0]).line + firstLine - 1}: the YAML is broken: ${fault.message.split('\n')[0]}`,
    );
  const value: unknown = toValue(document, file);
  const parsed = v.safeParse(contract, value);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new UsageError(`${file} is not a contract: ${v.getDotPath(issue) ?? '(top)'}: ${issue.message}`);
  }
  if (!parsed.output.must_haves)
    throw new UsageError(`${file} contains no contract`, 'a contract has the key must_haves');
  const lineOf = (key: string, i: number): number => firstLine - 1 + entryLine(document, lines, key, i);
  return {
    ...toContract(file, parsed.output, parsed.output.must_haves, lineOf),
    criteria:
      parsed.output.success_criteria ?? readCriteria(source.slice(source.indexOf(yaml) + yaml.length)),
  };
}

function toContract(
  file: string,
  parsed: v.InferOutput<typeof contract>,
  must: NonNullable<v.InferOutput<typeof contract>['must_haves']>,
  lineOf: (key: string, i: number) => number,
): Omit<Contract, 'criteria'> {
  return {
    file,
    phase: /^0*(\d+)/.exec(parsed.phase ?? '')?.[1],
    title: parsed.title,
    truths: must.truths,
    evidence: must.evidence.map((e, i) => ({ ...e, line: lineOf('evidence', i) })),
    artifacts: must.artifacts.map((entry, i) => ({
      path: entry.path,
      provides: entry.provides,
      contains: entry.contains,
      minLines: entry.min_lines,
      line: lineOf('artifacts', i),
    })),
    links: must.key_links.map((entry, i) => ({
      from: entry.from,
      to: entry.to,
      via: entry.via,
      pattern: entry.pattern,
      section: entry.section,
      toSections: entry.to_sections,
      minMatches: entry.min_matches,
      line: lineOf('key_links', i),
    })),
    patterns: must.patterns.map((entry, i) => toPattern(entry, lineOf('patterns', i))),
    forbidden: must.forbidden.map((entry, i) => toPattern(entry, lineOf('forbidden', i))),
    counts: must.counts.map((entry, i) => ({ ...entry, line: lineOf('counts', i) })),
    versions: must.versions.map((entry, i) => ({ ...entry, line: lineOf('versions', i) })),
  };
}

function toPattern(entry: v.InferOutput<typeof pattern>, line: number): Contract['patterns'][number] {
  return {
    path: entry.path,
    section: entry.section,
    pattern: entry.pattern,
    minMatches: entry.min_matches,
    provides: entry.provides,
    line,
  };
}

/** The library refuses anchors and aliases that multiply; that error is the author's mistake too. */
function toValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function yamlOf(file: string, source: string): { yaml: string; firstLine: number } {
  const found = frontMatter(source);
  if (!found)
    throw new UsageError(
      `${file} has no front matter`,
      'a planning document begins with its contract between two lines of "---"',
    );
  return { yaml: found.yaml, firstLine: 2 };
}

function entryLine(document: Document.Parsed, lines: LineCounter, key: string, i: number): number {
  const list = isMap(document.contents) ? document.getIn(['must_haves', key], true) : undefined;
  const entry = isSeq(list) ? list.items[i] : undefined;
  return isNode(entry) && entry.range ? lines.linePos(entry.range[0]).line : 1;
}
