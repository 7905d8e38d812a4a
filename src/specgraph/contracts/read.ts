/** Reads YAML, or the front matter of a planning document, into a typed contract. */
import * as v from 'valibot';
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { Contract } from '../model/index.ts';
import { UsageError } from '../usage-error.ts';
import { readCriteria } from './criteria.ts';
import { frontMatter } from '../parse/front-matter.ts';
import { isPlanningDocument } from './planning-document.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { faultOf, misspelledKeys } from '../text/schema-faults.ts';

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

/** The key that makes a contract of a file. */
const MUST_HAVES = 'must_haves' satisfies keyof v.InferOutput<typeof contract>;
/** What planning documents say besides may be named anything; these names are no words of everyday. */
const DISTINCT_KEYS: readonly string[] = [MUST_HAVES, 'success_criteria'];

type Path = readonly (string | number)[];

function isMistake(path: Path, meant: string): boolean {
  return path.length > 1 ? path[0] === MUST_HAVES : DISTINCT_KEYS.includes(meant);
}

/** Whether a YAML file means to be a contract, although it may be broken or its key misspelled. */
export function claimsToBeContract(yaml: string): boolean {
  const keys = [...yaml.matchAll(/^(?:\{\s*)?(?:-{3}\s+)?["']?([\w-]+)["']?\s*:/gm)].map(([, key]) => key);
  return keys.some((key) => didYouMean(key, [MUST_HAVES]));
}

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
  const at = (path: Path): string => `${file}:${firstLine - 1 + lineOfValue(document, lines, path)}`;
  const misspelled = misspelledKeys(value, contract).find(({ path, meant }) => isMistake(path, meant));
  if (misspelled)
    throw new UsageError(
      `${at(misspelled.path)} is not a contract: ${misspelled.path.join('.')}: there is no such key`,
      `did you mean ${misspelled.meant}?`,
    );
  const parsed = v.safeParse(contract, value);
  if (!parsed.success) {
    const { text: fault, path } = faultOf(parsed.issues[0], contract);
    throw new UsageError(`${at(path)} is not a contract: ${fault}`);
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

function entryLine(document: Document, lines: LineCounter, key: string, i: number): number {
  return lineOfValue(document, lines, [MUST_HAVES, key, i]);
}

/** The line of a value, or of the innermost one around it that is there: 1-based. */
function lineOfValue({ contents }: Document, lines: LineCounter, path: Path): number {
  let [node, start] = [contents as unknown, 0];
  for (const key of path) {
    const pair = isMap(node)
      ? node.items.find((one) => isScalar(one.key) && one.key.value === key)
      : undefined;
    const item = isSeq(node) ? node.items[Number(key)] : undefined;
    const inner = pair?.key ?? item;
    if (isNode(inner) && inner.range) start = inner.range[0];
    node = pair?.value ?? item;
  }
  return lines.linePos(start).line;
}
