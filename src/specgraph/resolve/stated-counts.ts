/** The counts that the text states of the set, with what they count: wordings and tables that the configuration names. */
import type { SpecConfig } from '../config.ts';
import { columnOf } from '../text/tables.ts';
import type { DocumentFacts, RawClaim, SourceRange } from '../model/index.ts';
import type { GraphView } from '../view.ts';

type Claim = NonNullable<SpecConfig['claims']>[number];
type CountTable = NonNullable<SpecConfig['countTables']>[number];

/** What a number may count, and how many there are. */
export interface CountedQuantity {
  name: string;
  count: number;
}

/** A number in prose. It is right where it is one of the counts. */
export interface StatedClaim {
  raw: RawClaim;
  /** At least one. */
  quantities: CountedQuantity[];
}

/** A number in a cell of a table. */
export interface StatedCell {
  /** Of the cell; `stated` stands in it. */
  range: SourceRange;
  stated: string;
  /** The words of the row that say what is counted. */
  label: string;
  quantity: CountedQuantity;
}

/** The claims of a document, one for each place: the one that is most specific. */
export function* claimsOf(facts: DocumentFacts, graph: GraphView): Iterable<StatedClaim> {
  const claims = graph.config.claims ?? [];
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
    if (quantities.length > 0) yield { raw, quantities };
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

/** The cells of all tables of counts. */
export function* countCells(graph: GraphView): Iterable<StatedCell> {
  for (const table of graph.config.countTables ?? []) yield* cellsOf(table, graph);
}

function* cellsOf(config: CountTable, graph: GraphView): Iterable<StatedCell> {
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
      if (!entry || stated === undefined) continue;
      yield {
        range: cell.range,
        stated,
        label: entry.label,
        quantity: { name: entry.quantity, count: graph.quantities[entry.quantity] },
      };
    }
  }
}
