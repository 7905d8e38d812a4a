/** What is particular to one set of documents, as data. An empty configuration means: any folder of Markdown. */
import * as v from 'valibot';
import { place, variables } from './config-definitions.ts';
import { patternFault } from './contracts/matcher.ts';
import { kindNameSchema, kindSchema } from './kinds/schema.ts';
import { RULE_LEVELS, type ConfiguredProfile } from './model/index.ts';
import { RENDERER_NAMES } from './renderers/renderer.ts';
import { didYouMean } from './text/did-you-mean.ts';
import { fillNumber } from './text/numerals.ts';
import { faultOf, type FaultPlace } from './text/schema-faults.ts';
import { slowFault } from './text/slow-expression.ts';

/** A regular expression as text. */
const expression = v.pipe(
  v.string(),
  v.check(isExpression, 'this is no regular expression'),
  v.check(
    (pattern) => slowIn(pattern) === undefined,
    ({ input }) => slowIn(input as string)!,
  ),
);

/** A regular expression in which `{n}` stands for the number that a claim states: the group `n`. */
const claimExpression = v.pipe(
  v.string(),
  v.check(isExpressionWithoutNumber, 'this is no regular expression'),
  v.check(
    (pattern) => !isExpressionWithoutNumber(pattern) || /\{n\}|\(\?<n>/.test(pattern),
    'the pattern lacks {n}, which stands for the number that is compared',
  ),
  v.check(
    (pattern) =>
      !isExpressionWithoutNumber(pattern) || Object.values(fillNumber(pattern)).every(isExpression),
    'the number {n} may stand only once (in each alternative), and not between [ and ]',
  ),
  v.check(
    (pattern) => slowIn(pattern.replaceAll('{n}', String.raw`(?:\d+)`)) === undefined,
    ({ input }) => slowIn((input as string).replaceAll('{n}', String.raw`(?:\d+)`))!,
  ),
);

/** A regular expression that RE2 runs, in linear time. */
const linearExpression = v.pipe(
  v.string(),
  v.check(
    (pattern) => patternFault(pattern) === undefined,
    ({ input }) => `this cannot be used: ${patternFault(input as string)!}`,
  ),
);

function isExpressionWithoutNumber(pattern: string): boolean {
  return isExpression(pattern.replaceAll('{n}', '1'));
}

function isExpression(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}

/** What makes an expression slow; undefined for a quick one, and for what is no expression. */
function slowIn(pattern: string): string | undefined {
  return isExpression(pattern) ? slowFault(pattern, 'i') : undefined;
}

/** Whether a match has a first group. */
function hasGroup(pattern: string): boolean {
  return new RegExp(`${pattern}|`).exec('')!.length > 1;
}

/** A profile as an object with its id; what else it has is the business of its type. */
const profile = v.union([
  v.string(),
  v.custom<ConfiguredProfile>(
    (value) =>
      typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string',
    'a profile is an object with an id, or the id of a profile',
  ),
]);

const ruleSetting = v.picklist(['off', 'info', 'warn', 'error']);

const rendererName = v.picklist(RENDERER_NAMES);

/** A component, and the section that says what it does with the name. */
const party = v.strictObject({ who: v.string(), at: place });

/** How many of something the set has; computed from the graph, compared with what the prose says. */
const quantity = v.strictObject({
  of: v.picklist(['definitions', 'rows', 'names', 'documents', 'requirements', 'phases', 'steps']),
  /** Count only the definitions or rows of this definition table. */
  section: v.optional(v.string()),
  /** Count only the definitions or names of this phase. */
  phase: v.optional(v.string()),
  /** Count only the steps of this document, except those in `except`. */
  document: v.optional(v.string()),
  except: v.optional(v.array(v.string())),
  /** Count names that begin with this. */
  prefix: v.optional(v.string()),
  /** Count only definitions that have this field. */
  with: v.optional(v.string()),
  /** Include definitions outside the count. */
  uncounted: v.optional(v.boolean()),
});

/** Words of the prose that state a quantity. */
const claim = v.strictObject({
  /** Regular expression; `{n}` (its group `n`) is the number, in digits or as a word. */
  pattern: claimExpression,
  /** The quantity that the words state; several where the text does not say which one it means. */
  quantity: v.union([v.string(), v.array(v.string())]),
  /** The only section in which the words state the quantity. */
  within: v.optional(place),
  /** Smaller numbers are ignored: they state something else. */
  from: v.optional(v.number(), 0),
});

/** A table whose rows state quantities: the words of a row's first cells, and what they count. */
const countTable = v.strictObject({
  document: v.string(),
  section: v.string(),
  column: v.string(),
  rows: v.array(v.strictObject({ label: v.string(), quantity: v.string() })),
});

/** Addresses that a link may lead to. Browsers ignore blanks and control characters in the name of a protocol. */
const address = v.pipe(
  v.string(),
  v.check(
    (text) => /^(?:https?:|mailto:|(?![a-z][a-z\d+.-]*:))/i.test(text.replaceAll(/[\s\u0000-\u001f]/g, '')),
    'an address begins with https:, http: or mailto:, or it is a path',
  ),
);

/** A link of the site to a page besides those that it makes. */
const siteLink = v.strictObject({
  label: v.string(),
  /** An address, or a path below the base path of the site: "guide/". */
  href: address,
  /** Other words that readers look for the page with. */
  aliases: v.optional(v.array(v.string())),
});

/** Names of pages in the navigation, where others than those of the theme are wanted. */
const labels = v.strictObject({
  about: v.optional(v.string()),
  attributes: v.optional(v.string()),
  boot: v.optional(v.string()),
  builder: v.optional(v.string()),
  documents: v.optional(v.string()),
  graph: v.optional(v.string()),
  integrity: v.optional(v.string()),
  phases: v.optional(v.string()),
  requirements: v.optional(v.string()),
  variables: v.optional(v.string()),
});

/** What is particular to the site of the documents. */
const site = v.strictObject({
  /** The short name, in titles and in the header; the title unless given. */
  name: v.optional(v.string()),
  /** One or two sentences for the home page, search engines and link previews. */
  description: v.optional(v.string()),
  /** A picture beside the name in the header, instead of the symbol; relative to the folder of the set. */
  logo: v.optional(v.string()),
  /** Names of pages in the navigation. */
  labels: v.optional(labels),
  /** Further links, behind those of the pages. */
  links: v.optional(v.array(siteLink)),
  /** Style sheets of your own, relative to the folder of the set. They win over those of the theme. */
  styles: v.optional(v.array(v.string())),
  /** Sites of other specifications, or of other editions of this one, between which a switch in the header changes. */
  specifications: v.optional(v.array(v.strictObject({ name: v.string(), href: address }))),
  /** The file with the rules of the context builder, relative to the folder of the set. Without it there is no builder. */
  builderRules: v.optional(v.string()),
});

const configSchema = v.strictObject({
  /** The name of the whole set; the title of the document that introduces it unless given. */
  title: v.optional(v.string()),
  /** How the site calls itself, and what it shows besides the documents. */
  site: v.optional(site),
  /** Documents that are not checked: patterns as in `.gitignore`, relative to the folder of the configuration. */
  exclude: v.optional(v.array(v.string())),
  /** Regular expression over a file name whose first group is the document's number. */
  documentNumber: v.optional(
    v.pipe(
      expression,
      v.check(
        (pattern) => !isExpression(pattern) || hasGroup(pattern),
        'a group has to hold the number: ^(\\d+)-',
      ),
    ),
  ),
  /** Where the repository is published, unless its git remotes say so: links to these addresses lead to its own files. */
  repository: v.optional(v.strictObject({ url: v.string(), branch: v.optional(v.string()) })),
  /** What renders the documents, which decides on anchors and addresses; several where all of them do. */
  renderer: v.optional(
    v.pipe(
      v.union([rendererName, v.pipe(v.array(rendererName), v.minLength(1))]),
      v.transform((given) => [given].flat()),
    ),
  ),
  /** Works that are written in several files, such as the chapters of a book: section numbers count on from file to file. */
  parts: v.optional(
    v.array(
      v.strictObject({
        /** Patterns as in `.gitignore`, relative to the folder of the set. */
        files: v.pipe(v.array(v.string()), v.minLength(1)),
        /** Whether the renderer makes one page of the files, so that `#x` may stand in any of them. */
        joined: v.optional(v.boolean(), false),
      }),
    ),
  ),
  /** How prose names a document by its number: "spec" in "spec/14". */
  documentPrefix: v.optional(v.string()),
  /** The document, and its section, whose tables must list every document. */
  overview: v.optional(
    v.strictObject({
      ...place.entries,
      /** Heading of the column that lists the documents. Without it, every table counts. */
      column: v.optional(v.string()),
    }),
  ),
  /** Names written like variables. */
  names: v.optional(
    v.strictObject({
      /** Regular expression of everything in prose that claims to be a variable or an attribute. */
      pattern: expression,
      attributes: v.array(
        v.strictObject({
          name: v.string(),
          source: v.string(),
          meaning: v.string(),
          /** Components that set the name and that act on it, each with the section that says so. */
          publishedBy: v.optional(v.array(party)),
          readBy: v.optional(v.array(party)),
        }),
      ),
    }),
  ),
  /** What is shared with other specifications of a family: profiles, or the ids of profiles that the program knows. */
  profiles: v.optional(v.array(profile)),
  /** Variables, their definition tables, and where else each of them must stand. */
  variables: v.optional(variables),
  /** Numbered sequences of steps that other documents cite by step, as those of a part of the system. */
  stepSequences: v.optional(
    v.array(
      v.strictObject({
        component: v.string(),
        document: v.string(),
        /** Words that may stand between the component and the step: "start sequence" in "Client start Step 3". */
        name: v.optional(v.string(), ''),
      }),
    ),
  ),
  /** Phases in which the set was written; documents name theirs in their header. */
  phases: v.optional(
    v.array(
      v.strictObject({
        number: v.string(),
        name: v.string(),
        dependsOn: v.array(v.string()),
        /** Whether all of it is specified. */
        finished: v.optional(v.boolean(), false),
      }),
    ),
  ),
  /** Requirements that documents meet. */
  requirements: v.optional(v.array(v.strictObject({ id: v.string(), title: v.string() }))),
  /** Kinds of things that prose points at, besides those that are built in; by name. */
  kinds: v.optional(v.record(kindNameSchema, kindSchema)),
  /** Pairs [A, B]: A builds on B, so B must refer to A too. */
  buildsOn: v.optional(v.array(v.tuple([v.string(), v.string()]))),
  /** What the set has and text may count, by name; see `claims`. */
  quantities: v.optional(v.record(v.string(), quantity)),
  /** Wordings that state a quantity, which is compared with the count. */
  claims: v.optional(v.array(claim)),
  /** Tables whose rows state quantities. */
  countTables: v.optional(v.array(countTable)),
  /** Words that must not be said of a finished phase: regular expressions of RE2, without look-around. */
  staleWords: v.optional(v.array(linearExpression)),
  /** Which rules run unless `rules` sets them: those measured to be right, or all. */
  level: v.optional(v.picklist(RULE_LEVELS)),
  /** What single rules are set to, by their id; `info` informs and makes no check fail. */
  rules: v.optional(v.record(v.string(), ruleSetting)),
});

type ParsedConfig = v.InferOutput<typeof configSchema>;
export type SiteConfig = NonNullable<ParsedConfig['site']>;
export type SpecConfig = Omit<ParsedConfig, 'profiles'> & { profiles?: ConfiguredProfile[] };
/** What an author writes: defaults may be left out. */
export type SpecConfigInput = v.InferInput<typeof configSchema>;
export type QuantityConfig = NonNullable<SpecConfig['quantities']>[string];
/** What one rule is set to, whatever its level. */
export type RuleSetting = v.InferOutput<typeof ruleSetting>;

/** The configuration of a folder that has none: link and section rules only. */
export const NO_CONFIG: SpecConfig = {};

/**
 * Checks a value read from a configuration file.
 * @param knownRuleIds ids of the rules that the configuration may set: the built-in ones and those that the caller adds;
 * those of its profiles count too
 * @param knownProfiles profiles that it may name by their id
 * @returns the configuration, or what is wrong with it, one phrase per fault with its path ("claims.0.from: …"), and the
 * place of the first fault where it is one of a single value
 */
export function parseConfig(
  value: unknown,
  knownRuleIds: readonly string[],
  knownProfiles: readonly ConfiguredProfile[] = [],
): { config: SpecConfig } | { faults: string[]; place?: FaultPlace } {
  const result = v.safeParse(configSchema, value);
  if (!result.success)
    return {
      faults: result.issues.map((issue) => faultOf(issue, configSchema).text),
      place: faultOf(result.issues[0], configSchema).place,
    };
  const { profiles: named, ...rest } = result.output;
  const profiles = named?.map((one) => profileOf(one, knownProfiles));
  const ruleIds = [
    ...knownRuleIds,
    ...[...knownProfiles, ...(profiles ?? [])].flatMap((one) => one?.rules?.map((rule) => rule.id) ?? []),
  ];
  const faults = [
    ...(named ?? []).flatMap((one, i) => (profiles![i] ? [] : [unknownProfile(String(one), knownProfiles)])),
    ...Object.keys(rest.rules ?? {})
      .filter((id) => !ruleIds.includes(id))
      .map((id) => unknownRule(id, ruleIds)),
  ];
  if (faults.length > 0) return { faults };
  return { config: profiles ? { ...rest, profiles: profiles.filter((one) => one !== undefined) } : rest };
}

function profileOf(
  named: string | ConfiguredProfile,
  known: readonly ConfiguredProfile[],
): ConfiguredProfile | undefined {
  return typeof named === 'string' ? known.find(({ id }) => id === named) : named;
}

function unknownProfile(id: string, known: readonly ConfiguredProfile[]): string {
  const ids = known.map((one) => one.id);
  const meant = didYouMean(id, ids);
  const hint = meant ? `did you mean ${meant}?` : `known are ${ids.join(', ') || 'none'}`;
  return `profiles: there is no profile "${id}"; ${hint}`;
}

function unknownRule(id: string, knownRuleIds: readonly string[]): string {
  const meant = didYouMean(id, knownRuleIds);
  return `rules.${id}: there is no such rule${meant ? `; did you mean ${meant}?` : ' (specgraph rules lists all)'}`;
}
