/** Reads the rules between variables from the YAML in `spec/rules/`, each with the section that states it. */
import * as v from 'valibot';
import { parse } from 'yaml';
import type { GraphView } from '#specgraph';
import { UsageError } from '#specgraph/usage-error';
import { slowFault } from '#specgraph/text/slow-expression';
import { COMPARISONS, SEVERITIES, type Condition, type Rule } from '../../payloads/builder/rules.ts';
import { urls } from '../urls.ts';
import { shortName } from '../document-names.ts';

const names = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((given) => (typeof given === 'string' ? [given] : given)),
);
const comparison = v.picklist(Object.keys(COMPARISONS) as (keyof typeof COMPARISONS)[]);
const amount = v.union([
  v.number(),
  v.strictObject({ of: v.string(), times: v.optional(v.number()), plus: v.optional(v.number()) }),
]);
const expression = v.pipe(
  v.string(),
  v.check(isExpression, 'this is no regular expression'),
  v.check(
    (pattern) => !isExpression(pattern) || slowFault(pattern) === undefined,
    ({ input }) => slowFault(input as string)!,
  ),
);
const source = v.strictObject({ document: v.string(), section: v.string() });

const condition: v.GenericSchema<unknown, Condition> = v.union([
  v.literal('never'),
  v.strictObject({ all: v.array(v.lazy(() => condition)) }),
  v.strictObject({ any: v.array(v.lazy(() => condition)) }),
  v.strictObject({ set: v.string() }),
  v.strictObject({ unset: v.string() }),
  v.strictObject({ changed: v.string() }),
  v.strictObject({ number: v.string(), is: comparison, than: amount }),
  v.strictObject({ situation: v.string(), is: names }),
  v.strictObject({ situation: v.string(), not: names }),
  v.strictObject({ variable: v.string(), is: names }),
  v.strictObject({ variable: v.string(), not: names }),
  v.strictObject({ variable: v.string(), matches: expression }),
]);

const rule = v.pipe(
  v.strictObject({
    id: v.string(),
    components: v.pipe(v.array(v.string()), v.minLength(1)),
    severity: v.picklist(SEVERITIES),
    at: v.pipe(v.array(v.string()), v.minLength(1)),
    when: v.optional(condition),
    then: v.optional(condition),
    unchecked: v.optional(v.boolean(), false),
    message: v.string(),
    source,
  }),
  v.check((one) => one.when !== undefined || one.then !== undefined, 'a rule has a when, a then or both'),
);

const situation = v.strictObject({
  id: v.string(),
  label: v.string(),
  components: v.array(v.string()),
  source,
  /** The first option is selected at the start. */
  options: v.pipe(v.array(v.strictObject({ value: v.string(), label: v.string() })), v.minLength(2)),
});

const file = v.strictObject({ situations: v.array(situation), rules: v.array(rule) });

export interface StatedRule extends Rule {
  source: { document: string; section: string };
}
export type Situation = v.InferOutput<typeof situation>;

export interface InteractionRules {
  situations: Situation[];
  rules: StatedRule[];
}

/** @throws {Error} with the path of the first entry that is not valid */
export function readInteractions(yaml: string): InteractionRules {
  const parsed = v.safeParse(file, parse(yaml));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(
    `The interaction rules cannot be read: ${v.getDotPath(issue) ?? '(top)'}: ${issue.message}`,
  );
}

export interface SourceLink {
  /** "spec/03, Section 10b". */
  label: string;
  url: string;
}

/** @throws {UsageError} for a section that does not exist */
export function sourceLink(
  graph: GraphView,
  { document, section }: { document: string; section: string },
): SourceLink {
  const facts = graph.document(document);
  const found = facts && graph.section(facts.id, section);
  if (!found)
    throw new UsageError(
      `an interaction rule names Section ${section} of document ${document}, which does not exist`,
    );
  return {
    label: `${shortName(graph, facts)}, Section ${section}`,
    url: urls.section(facts.id, found.slug),
  };
}

function isExpression(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}
