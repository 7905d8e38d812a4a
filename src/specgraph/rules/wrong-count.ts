import type { SpecConfig } from '../config.ts';
import { columnOf } from '../text/tables.ts';
import type { DocumentFacts, Problem, RawClaim } from '../model/index.ts';
import { joinWords } from '../text/lists.ts';
import { writeNumeral } from '../text/numerals.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

type Claim = NonNullable<SpecConfig['claims']>[number];
type CountTable = NonNullable<SpecConfig['countTables']>[number];

/** The configuration says which words state which quantity; the numbers are counted. */
export const wrongCount: Rule = {
  id: 'wrong-count',
  group: 'claims',
  severity: 'error',
  summary: 'A number that the text states about the set equals the number that is counted',
  fixable: true,
  *check(graph, { config }) {
    for (const facts of graph.documents) yield* inProse(facts, graph, config.claims ?? []);
    for (const table of config.countTables ?? []) yield* inTable(table, graph);
  },
};

function* inProse(facts: DocumentFacts, graph: GraphView, claims: Claim[]): Iterable<Problem> {
  const judged = new Set<string>();
  for (const raw of facts.claims.toSorted(
    (a, b) => specificity(claims[b.claim]) - specificity(claims[a.claim]),
  )) {
    const claim = claims[raw.claim];
    const place = `${raw.range.line}:${raw.range.column}`;
    if (judged.has(place) || !isWithin(raw, claim, facts, graph)) continue;
    judged.add(place);
    const names = Array.isArray(claim.quantity) ? claim.quantity : [claim.quantity];
    const quantities = names
      .map((name) => ({ name, count: graph.quantities[name] }))
      .filter(({ count }) => count !== undefined);
    if (quantities.length > 0 && quantities.every(({ count }) => count !== raw.value))
      yield describe(raw, quantities);
  }
}

/** A claim for one section takes precedence over one for the whole set, and one quantity over a choice of several. */
function specificity(claim: Claim): number {
  return (claim.within ? 2 : 0) + (Array.isArray(claim.quantity) ? 0 : 1);
}

function isWithin(raw: RawClaim, claim: Claim, facts: DocumentFacts, graph: GraphView): boolean {
  if (!claim.within) return true;
  if (graph.document(claim.within.document)?.id !== facts.id) return false;
  const section = graph.section(facts.id, claim.within.section);
  return (
    section !== undefined && raw.section !== undefined && graph.sectionTree(facts, section).has(raw.section)
  );
}

interface Quantity {
  name: string;
  count: number;
}

function describe(raw: RawClaim, quantities: readonly Quantity[]): Problem {
  const counted = [...new Set(quantities.map(({ count }) => count))];
  const nearest = counted.toSorted((a, b) => Math.abs(a - raw.value) - Math.abs(b - raw.value))[0];
  const right = writeNumeral(nearest, raw.words);
  return {
    at: raw.range,
    message: `The text says "${raw.text}"; ${countsOf(quantities)}.`,
    suggestion: raw.text.replace(raw.words, right),
    fix: counted.length === 1 ? [{ range: raw.range, text: right }] : undefined,
  };
}

/** "the count of "variables" is 45", "the count of "names" is 45 and that of "all names" is 46". */
function countsOf([first, ...others]: readonly Quantity[]): string {
  return joinWords([
    `the count of "${first.name}" is ${first.count}`,
    ...others.map(({ name, count }) => `that of "${name}" is ${count}`),
  ]);
}

function* inTable(config: CountTable, graph: GraphView): Iterable<Problem> {
  const facts = graph.document(config.document);
  const section = facts && graph.section(facts.id, config.section);
  if (!facts || !section) return;
  const slugs = graph.sectionTree(facts, section);
  for (const table of facts.tables.filter((table) => table.section && slugs.has(table.section))) {
    const column = columnOf(table, config.column);
    if (column < 0) continue;
    for (const row of table.rows) {
      const entry = config.rows.find(({ label }) => row.cells.some((cell) => cell.text.startsWith(label)));
      const cell = row.cells[column];
      const stated = /-?\d+/.exec(cell?.text ?? '')?.[0];
      if (!entry || stated === undefined || Number(stated) === graph.quantities[entry.quantity]) continue;
      const counted = graph.quantities[entry.quantity];
      yield {
        at: cell.range,
        message: `The table says ${stated} for "${entry.label}"; the count of "${entry.quantity}" is ${counted}.`,
        suggestion: String(counted),
      };
    }
  }
}
