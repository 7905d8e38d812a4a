import type { DocumentFacts, Problem, SourceRange } from '../model/index.ts';
import { isOnce } from '../text/count-word.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** A table lists all names of a noun when so many of them are used, and this share of the used ones is in it. */
const MIN_KNOWN = 3;
const MIN_SHARE = 0.75;
/** A variable or command takes a few names only when it stands so often, and each of so many others at least twice. */
const MIN_USES = 6;
const MIN_OTHERS = 2;

/** A name in a place that takes one of a few names. */
interface Use {
  value: string;
  range: SourceRange;
}

/** Only a name that stands once in the set is reported: of two that stand often, both may be meant. */
export const unlistedName: Rule = {
  id: 'unlisted-name',
  group: 'statements',
  severity: 'error',
  summary: 'A name in a place that takes one of a few names is one of these',
  replaces: ['misspelled-name'],
  *check(graph) {
    yield* unlikeTable(graph);
    yield* unlikeOthers(graph);
    yield* otherWriting(graph);
  },
};

/** Events, codes, states and the like against the table whose first column lists them. */
function* unlikeTable({ documents }: GraphView): Iterable<Problem> {
  const labels = documents.flatMap((facts) => facts.labels);
  const lists = Map.groupBy(
    labels.filter(({ form }) => form === 'list'),
    ({ slot }) => slot,
  );
  for (const [noun, listed] of lists) {
    const names = new Map(listed.map((one) => [one.value, one]));
    const uses = labels.filter(({ form, slot }) => slot === noun && form !== 'list');
    const used = new Set(uses.map(({ value }) => value));
    const known = used.intersection(names);
    if (known.size < MIN_KNOWN || known.size < used.size * MIN_SHARE) continue;
    const unlisted = Map.groupBy(
      uses.filter(({ value }) => !names.has(value)),
      ({ value }) => value,
    );
    for (const [use] of unlisted.values()) {
      const row = [...names.values()].filter(
        (one) => sharesWord(one.value, use.value) && isOnce(one.value, documents),
      );
      if (row.length === 1 && !isOnce(use.value, documents)) {
        yield problem(
          row[0],
          `The table lists the ${noun} ${row[0].value}, which stands nowhere else; the text and the code use ${use.value}.`,
          use,
        );
        break;
      }
      if (isOnce(use.value, documents))
        yield problem(
          use,
          `No table lists the ${noun} ${use.value}, which stands only here.`,
          row[0] ?? listed[0],
        );
    }
  }
}

/** Values of a variable, and names of containers and units in commands, against the others of the same place. */
function* unlikeOthers({ documents }: GraphView): Iterable<Problem> {
  const places = Map.groupBy(
    documents.flatMap((facts) => [
      ...facts.assignments
        .filter(({ name }) => name.includes('_'))
        .map(({ name, ...use }) => ({ place: `value of ${name}`, ...use })),
      ...facts.labels
        .filter(({ form }) => form === 'command' || form === 'column')
        .map(({ form, slot, ...use }) => ({ place: form === 'column' ? `value of ${slot}` : slot, ...use })),
    ]),
    ({ place }) => place,
  );
  for (const [place, uses] of places) {
    if (uses.length < MIN_USES) continue;
    const byValue = Map.groupBy(uses, ({ value }) => value);
    const others = [...byValue.values()].filter((own) => own.length > 1).map(([first]) => first);
    if (others.length < MIN_OTHERS) continue;
    const wrong = [...byValue.values()].flatMap(([use, ...more]) => {
      const meant = more.length > 0 ? undefined : meantBy(use, others, documents);
      return meant ? [{ use, meant }] : [];
    });
    if (wrong.length === 1)
      yield problem(wrong[0].use, `The ${place} is ${wrong[0].use.value} only here.`, wrong[0].meant);
  }
}

/** The words for yes and no that belong together, in lower case. */
const TRUTH_WORDS = [
  ['yes', 'no'],
  ['true', 'false'],
  ['on', 'off'],
  ['enabled', 'disabled'],
];
/** A variable takes one pair of them, or a value in one letter case, where so many places agree. */
const MIN_AGREEING = 4;

/** `READY=TRUE` where all others have YES or NO, `FORMAT=JSON` where all others have `json`. */
function* otherWriting({ documents }: GraphView): Iterable<Problem> {
  const byName = Map.groupBy(
    documents.flatMap(({ assignments }) => assignments),
    ({ name }) => name,
  );
  for (const [name, uses] of byName) {
    if (uses.length <= MIN_AGREEING) continue;
    const byValue = Map.groupBy(uses, ({ value }) => value);
    for (const [value, [use, ...more]] of byValue) {
      if (more.length > 0) continue;
      const others = uses.filter((one) => one !== use);
      const pair = TRUTH_WORDS.find((words) => words.includes(value.toLowerCase()));
      const otherCase = others.filter((one) => one.value.toLowerCase() === value.toLowerCase());
      const [meant] = otherCase.length > 0 ? otherCase : others;
      const isOtherCase =
        otherCase.length >= MIN_AGREEING && otherCase.every((one) => one.value === meant.value);
      const isOtherPair =
        pair !== undefined &&
        TRUTH_WORDS.some(
          (words) => words !== pair && others.every((one) => words.includes(one.value.toLowerCase())),
        );
      if (isOtherCase || isOtherPair)
        yield problem(use, `The value of ${name} is ${value} only here.`, meant);
    }
  }
}

/** One of the other names that shares a word with a name that stands nowhere else, or that has it as a part. */
function meantBy(use: Use, others: readonly Use[], documents: DocumentFacts[]): Use | undefined {
  const alike = others.filter(({ value }) => sharesWord(value, use.value));
  const isPart = alike.length === 1 && alike[0].value.split(/[_-]/).includes(use.value);
  return alike.length > 0 && (isPart || isOnce(use.value, documents)) ? alike[0] : undefined;
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(b.split(/[_-]/));
  return a.split(/[_-]/).some((word) => words.has(word));
}

function problem({ range }: Use, message: string, other: Use): Problem {
  return {
    at: range,
    message,
    related: [{ at: { file: other.range.file, line: other.range.line }, note: other.value }],
  };
}
