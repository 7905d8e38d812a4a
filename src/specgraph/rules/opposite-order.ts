import { isSection } from '../kinds/nodes.ts';
import type { Problem, StatedOrder } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** Sentences that compare orders or make them depend on something are not read. */
export const oppositeOrder: Rule = {
  id: 'opposite-order',
  group: 'statements',
  severity: 'error',
  summary: 'A section and what refers to it state one order of the same things',
  *check(graph) {
    const orders = graph.documents.flatMap((document) => document.orders);
    const bySection = Map.groupBy(orders, ({ scale, range, section }) => keyOf(range.file, section, scale));
    const settled = new Set<StatedOrder>();
    for (const own of bySection.values()) {
      const opposite = minority(own);
      for (const order of opposite) settled.add(order);
      for (const order of opposite)
        yield describe(
          order,
          own.find((other) => other.isRising !== order.isRising)!,
        );
    }
    for (const order of orders) {
      const other = settled.has(order) ? undefined : oppositeInTarget(order, graph, bySection);
      if (other) yield describe(order, other);
    }
  },
};

/** The statements that are wrong: the fewer ones, or all where it cannot be known. */
function minority(orders: readonly StatedOrder[]): readonly StatedOrder[] {
  const rising = orders.filter(({ isRising }) => isRising);
  const falling = orders.filter(({ isRising }) => !isRising);
  if (rising.length === 0 || falling.length === 0) return [];
  if (rising.length === falling.length) return orders;
  return rising.length < falling.length ? rising : falling;
}

function keyOf(file: string, section: string | undefined, scale: string): string {
  return `${file} ${section} ${scale}`;
}

/** The order that the section states to which the same sentence refers; undefined where it states the same one too. */
function oppositeInTarget(
  { sentence, scale, isRising }: StatedOrder,
  graph: GraphView,
  bySection: ReadonlyMap<string, StatedOrder[]>,
): StatedOrder | undefined {
  for (const { kind, resolved, target, range } of graph.edgesOn(sentence.file, sentence.line)) {
    if (kind !== 'refers' || !resolved) continue;
    const { column } = range!;
    const isInSentence =
      column >= sentence.column && (sentence.endLine > sentence.line || column <= sentence.endColumn);
    const section = isInSentence ? graph.node(target) : undefined;
    if (!isSection(section)) continue;
    const stated = bySection.get(keyOf(section.file, section.slug, scale)) ?? [];
    if (stated.length > 0 && stated.every((other) => other.isRising !== isRising)) return stated[0];
  }
  return undefined;
}

function describe({ text, range }: StatedOrder, other: StatedOrder): Problem {
  return {
    at: range,
    message: `"${text}" here is the opposite of "${other.text}".`,
    related: [{ at: { file: other.range.file, line: other.range.line }, note: `"${other.text}"` }],
  };
}
