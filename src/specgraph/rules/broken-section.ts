import type { DocumentFacts, GraphEdge, Problem } from '../model.ts';
import { extent, placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const brokenSection: Rule = {
  id: 'broken-section',
  group: 'sections',
  severity: 'error',
  summary: 'A section that prose names by number exists in the document that owns the number',
  *check(graph) {
    for (const edge of graph.edges) if (edge.why === 'missing-section') yield describe(edge, graph);
  },
};

function describe(edge: GraphEdge, graph: GraphView): Problem {
  const owner = graph.document(edge.owner!)!;
  const number = edge.target.slice(edge.target.lastIndexOf(' ') + 1);
  const what = /^[A-Z]$/.test(number) ? `Appendix ${number}` : `Section ${number}`;
  const siblings = siblingsOf(number, owner);
  const nearest = siblings.numbers.at(-1);
  return {
    at: placeOf(edge),
    message: `${what} does not exist: ${siblings.of} ${siblings.numbers.length > 1 ? 'runs' : 'has'} ${evidence(siblings)}.`,
    suggestion: nearest && siblings.inner ? `Section ${nearest}` : undefined,
  };
}

interface Siblings {
  of: string;
  numbers: string[];
  /** Whether the parent of the missing number does exist. */
  inner: boolean;
}

function evidence({ numbers }: Siblings): string {
  if (numbers.length === 0) return 'no such part';
  return numbers.length === 1 ? `only ${numbers[0]}` : `from ${extent(numbers)}`;
}

/** The numbers beside the missing one: letters and decimals of its parent, or the document's sections. */
function siblingsOf(number: string, owner: DocumentFacts): Siblings {
  const numbers = owner.sections.map((section) => section.number).filter((n) => n !== undefined);
  const parent = /^(\d+)[a-z]$/.exec(number)?.[1] ?? /^(\d+(?:\.\d+)*)\.\d+$/.exec(number)?.[1];
  if (parent && numbers.includes(parent)) {
    const child = new RegExp(`^${parent.replaceAll('.', String.raw`\.`)}(?:[a-z]|\\.\\d+)$`);
    return { of: `Section ${parent} of ${owner.path}`, numbers: numbers.filter((n) => child.test(n)), inner: true };
  }
  const appendix = /^[A-Z]$/.test(number);
  return {
    of: owner.path,
    numbers: numbers.filter((n) => (appendix ? /^[A-Z]$/ : /^\d+[a-z]?$/).test(n)).filter((n) => appendix || /^\d+$/.test(n)),
    inner: false,
  };
}
