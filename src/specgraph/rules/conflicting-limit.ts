import { stepKind } from '../kinds/step.ts';
import type {
  CodedLimit,
  GraphEdge,
  LimitKind,
  PrintedLimit,
  Problem,
  SectionLimits,
  StatedLimit,
} from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** What code may have for each kind of limit in prose. */
const IN_CODE: Readonly<Record<Exclude<LimitKind, 'setting'>, readonly LimitKind[]>> = {
  pause: ['pause'],
  bound: ['bound', 'timeout'],
  timeout: ['timeout'],
  attempts: ['bound'],
};

/**
 * A number of prose is compared with the code of its section, or of the section that its sentence refers to. Both must stand
 * alone: where the code has the number of the prose anywhere, or the prose that of the code, they may speak of two things.
 */
export const conflictingLimit: Rule = {
  id: 'conflicting-limit',
  group: 'statements',
  severity: 'error',
  summary:
    'A pause, a limit or a number of attempts that a text states is the one that the code of its section has',
  isPerDocument: true,
  *check(given, { stale = [] }) {
    const graph = withoutEdges(given, new Set(stale.map(({ edge }) => edge)));
    const wrong = graph.documents.flatMap(({ limits }) =>
      limits.flatMap((own) => [
        ...own.stated.flatMap((stated) => conflictOf(stated, own, graph) ?? []),
        ...own.printed.filter((printed) => isOtherLimit(printed, own)).map(conflictOfMessage),
      ]),
    );
    const places = Map.groupBy(
      wrong,
      ({ coded }) => `${coded.range.file}:${coded.range.line} ${coded.value}`,
    );
    for (const own of places.values()) yield* describe(own);
    yield* againstProse(graph);
  },
};

/** What a reference to a wrong section would be compared with is a consequence. `moved-target` reports the cause. */
function withoutEdges(graph: GraphView, edges: ReadonlySet<GraphEdge>): GraphView {
  if (edges.size === 0) return graph;
  return {
    ...graph,
    edgesOn: (file, line) => graph.edgesOn(file, line).filter((edge) => !edges.has(edge)),
  };
}

interface Conflict {
  stated: Pick<StatedLimit, 'value' | 'text' | 'range'>;
  coded: CodedLimit;
}

function conflictOf(stated: StatedLimit, own: SectionLimits, graph: GraphView): Conflict | undefined {
  const coded =
    stated.key === undefined
      ? againstCode(stated, own, graph)
      : againstSetting(stated, stated.key, own, graph);
  return coded && { stated, coded };
}

function againstCode(stated: StatedLimit, own: SectionLimits, graph: GraphView): CodedLimit | undefined {
  if (stated.kind === 'setting') return undefined;
  const wanted = IN_CODE[stated.kind];
  const hasKind = ({ coded }: SectionLimits): boolean =>
    coded.some(({ kind }) => wanted.includes(kind)) && (stated.kind !== 'bound' || coded.some(takesTime));
  const section = hasKind(own) ? own : referred(stated, graph, hasKind);
  const [first, ...more] = section?.coded.filter(({ kind }) => wanted.includes(kind)) ?? [];
  if (!first || more.some(({ value }) => value !== first.value) || isInCode(stated, section!))
    return undefined;
  // A sentence with a command of the code speaks of that code.
  if (stated.quoted.some((command) => section!.code.includes(command))) return first;
  // What the text of another section says of its own code supports the code.
  const said = new Set(own.said.concat(own.stated.map(({ value }) => value)));
  const isRepeated = section!.printed.some((one) => one.coded === first && one.value === first.value);
  return said.has(first.value) && !isRepeated ? undefined : first;
}

/** A pause or a time limit. Code with neither compares something else with a number, such as a size. */
function takesTime({ kind }: CodedLimit): boolean {
  return kind === 'pause' || kind === 'timeout';
}

/** Whether a message states another limit than the code before it has, in any unit and counted in pauses as well. */
function isOtherLimit(
  { value, coded: { value: limit } }: PrintedLimit,
  { coded, numbers }: SectionLimits,
): boolean {
  const pauses = coded.filter(takesTime).map((one) => one.value);
  return value !== limit && !numbers.includes(value) && !pauses.some((pause) => pause * limit === value);
}

function conflictOfMessage({ value, text, range, coded }: PrintedLimit): Conflict {
  return { stated: { value, text, range }, coded };
}

/**
 * Where a sentence refers to a section without such code, its limit is compared with the only one that the section states.
 * The section owns it, unless all who refer to it agree on another one.
 */
function* againstProse(graph: GraphView): Iterable<Problem> {
  const wrong = graph.documents.flatMap(({ limits }) =>
    limits.flatMap((own) =>
      own.stated.flatMap((stated) => {
        const owner = ownerOf(stated, own, graph);
        return owner ? [{ stated, owner }] : [];
      }),
    ),
  );
  for (const [owner, own] of Map.groupBy(wrong, (one) => one.owner)) {
    const [{ stated: first }, ...more] = own;
    if (more.length > 0 && more.every(({ stated }) => stated.value === first.value))
      yield {
        at: owner.range,
        message: `The text says "${owner.text}"; ${own.length} sentences that refer to this section say "${first.text}".`,
        related: own.map(({ stated }) => placeOf(stated)),
      };
    else
      for (const { stated } of own)
        yield {
          at: stated.range,
          message: `The text says "${stated.text}"; the section that it refers to says "${owner.text}".`,
          related: [placeOf(owner)],
        };
  }
}

/** The limit of the same kind that stands alone in the section to which a statement refers, and differs. */
function ownerOf(stated: StatedLimit, own: SectionLimits, graph: GraphView): StatedLimit | undefined {
  const { kind, value, key } = stated;
  // A pause may be of another loop.
  if (kind === 'setting' || kind === 'pause' || key !== undefined) return undefined;
  const section = referred(
    stated,
    graph,
    (one) => one !== own && one.stated.some((other) => other.kind === kind),
  );
  if (!section || section.coded.length > 0 || section.said.includes(value)) return undefined;
  const [first, ...more] = section.stated.filter((other) => other.kind === kind);
  return more.some((other) => other.value !== first.value) || own.said.includes(first.value)
    ? undefined
    : first;
}

/** Whether the code has a number, or one that such a number of pauses takes. */
function isInCode({ kind, value }: StatedLimit, { coded, numbers }: SectionLimits): boolean {
  if (kind === 'pause') return coded.some((one) => one.value === value);
  const pauses = coded.filter(takesTime).map((one) => one.value);
  return numbers.some(
    (number) => number === value || pauses.some((pause) => pause > 1 && pause * number === value),
  );
}

/** The only such section that the line of the statement refers to. */
function referred(
  { line, range }: StatedLimit,
  graph: GraphView,
  isSuch: (one: SectionLimits) => boolean,
): SectionLimits | undefined {
  const found = new Set(
    graph.edgesOn(range.file, line).flatMap(({ kind, target }) => {
      const facts = kind === 'refers' ? graph.document(nodeId.documentOf(target) ?? '') : undefined;
      const section = facts?.sections.find(({ slug, step }) =>
        nodeId.kindOf(target) === stepKind.id
          ? step === nodeId.nameOf(target)
          : slug === nodeId.nameOf(target),
      );
      if (!facts || !section) return [];
      const tree = graph.sectionTree(facts, section);
      return facts.limits.filter((one) => tree.has(one.section) && isSuch(one));
    }),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** `ExecStop` and 10 seconds, where the only such line of a unit file has 30. */
function againstSetting(
  stated: StatedLimit,
  key: string,
  own: SectionLimits,
  graph: GraphView,
): CodedLimit | undefined {
  const hasKey = ({ settings }: SectionLimits): boolean =>
    settings.some((one) => one.name.startsWith(key) && one.numbers.length > 0);
  const section = hasKey(own) ? own : referred(stated, graph, hasKey);
  const lines = section?.settings.filter((one) => one.name.startsWith(key) && one.numbers.length > 0) ?? [];
  const [value, ...more] = new Set(lines.flatMap(({ numbers }) => numbers));
  if (value === undefined || more.length > 0 || value === stated.value) return undefined;
  return { kind: 'setting', value, text: lines[0].text, range: lines[0].range };
}

/** Where two places of the text agree, the code is wrong. */
function* describe([first, ...more]: readonly Conflict[]): Iterable<Problem> {
  const { coded } = first;
  if (more.length > 0 && more.every(({ stated }) => stated.value === first.stated.value))
    yield {
      at: coded.range,
      message: `The code has ${coded.value}: "${coded.text}"; ${more.length + 1} places of the text say "${first.stated.text}".`,
      related: [first, ...more].map(({ stated }) => placeOf(stated)),
    };
  else
    for (const { stated } of [first, ...more])
      yield {
        at: stated.range,
        message: `The text says "${stated.text}"; the code has ${coded.value}: "${coded.text}".`,
        related: [placeOf(coded)],
      };
}

function placeOf({
  range,
  text,
}: Pick<StatedLimit, 'range' | 'text'>): NonNullable<Problem['related']>[number] {
  return { at: { file: range.file, line: range.line }, note: text };
}
