import type { GraphEdge, SectionFacts, SourceRange } from '#specgraph';
import { changeLine, type Mutant, type Operator, type Original, replaceRange, spread } from '../mutant.ts';

/** References to one section or step outside links, whose words end a sentence or a part of it. */
function plainReferences({ graph, text }: Original, kind: 'section' | 'step'): GraphEdge[] {
  return graph.documents.flatMap((facts) => {
    const lines = text(facts.path).split('\n');
    const own = graph.edges.filter(
      ({ via, resolved, range, target, text: words }) =>
        via === 'prose' &&
        resolved &&
        range?.file === facts.path &&
        graph.node(target)?.kind === kind &&
        /^(?:Section|Step) \w+$/.test(words ?? '') &&
        /^[.,;] /.test(lines[range.endLine - 1].slice(range.endColumn - 1)),
    );
    return spread(own, 3);
  });
}

function* titledWrongly(original: Original, kind: 'section' | 'step'): ReturnType<Operator> {
  const { graph, text } = original;
  for (const edge of plainReferences(original, kind)) {
    const node = graph.node(edge.target)!;
    if (node.kind !== 'section' && node.kind !== 'step') continue;
    const facts = graph.document(node.document)!;
    const other = unrelatedSection(facts.sections, node.slug, kind);
    if (!other) continue;
    const range = edge.range!;
    yield {
      name: `${range.file}:${range.line} "${edge.text}" is called "${other.title}"`,
      rule: 'title-mismatch',
      file: range.file,
      line: range.line,
      alsoBreaks: ['contract-link', 'contract-pattern', 'contract-artifact'],
      changes: {
        [range.file]: replaceRange(text(range.file), range, `${edge.text} (${other.title})`),
      },
    };
  }
}

function unrelatedSection(
  sections: readonly SectionFacts[],
  slug: string,
  kind: 'section' | 'step',
): SectionFacts | undefined {
  const own = sections.find((section) => section.slug === slug)!;
  // A general part may be called by the title of another one beside it.
  if (/^(?:purpose|scope|general|overview|introduction)\b/i.test(own.title)) return undefined;
  const words = new Set(own.title.toLowerCase().split(/\W+/));
  return sections.find(
    ({ title, number, step, parent, depth, slug: other }) =>
      (kind === 'step' ? step !== undefined : number !== undefined && depth === 2) &&
      other !== slug &&
      other !== own.parent &&
      parent !== slug &&
      /^[A-Z][\w -]{5,60}$/.test(title) &&
      !title
        .toLowerCase()
        .split(/\W+/)
        .some((word) => words.has(word)),
  );
}

/** The title of another section stands beside a number: "Section 7 (Publication)" where Section 8 is Publication. */
export const sectionTitledWrongly: Operator = (original) => titledWrongly(original, 'section');

/** The same for steps. */
export const stepTitledWrongly: Operator = (original) => titledWrongly(original, 'step');

/** A step is said to run a script or function that another step of its document names. */
export const codeSaidInWrongStep: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const source = text(facts.path).split('\n');
    const steps = facts.sections.filter(({ step }) => step !== undefined);
    const bodyOf = ({ range, endLine }: SectionFacts): string =>
      source.slice(range.line - 1, endLine).join('\n');
    for (const section of spread(steps, 4)) {
      const body = bodyOf(section);
      const name = steps
        .filter((other) => other !== section && other.step !== section.step)
        .flatMap((other) => bodyOf(other).match(/(?<=`)[a-z]+(?:_[a-z]+)+(?=`)/g) ?? [])
        .find((candidate) => !body.includes(candidate));
      if (name === undefined) continue;
      const line = steps[0].range.line;
      const changed = [...source];
      changed.splice(line - 1, 0, `The function \`${name}\` runs in Step ${section.step}.`, '');
      yield {
        name: `${facts.path}:${line} says that ${name} runs in Step ${section.step}`,
        rule: 'missing-from-step',
        file: facts.path,
        line,
        alsoBreaks: [],
        changes: { [facts.path]: changed.join('\n') },
      };
    }
  }
};

/** Names of code that only one section of its level holds are said to stand in the section behind it. */
export const namesSaidInNextSection: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const source = text(facts.path).split('\n');
    const sections = facts.sections.filter(({ number, depth }) => /^\d+$/.test(number ?? '') && depth === 2);
    const bodies = sections.map(({ range, endLine }) => source.slice(range.line - 1, endLine).join('\n'));
    const [first] = sections;
    for (const [i, section] of sections.slice(0, -1).entries()) {
      const next = sections[i + 1];
      const words = [...new Set(bodies[i].match(/(?<=`)[a-z]+(?:_[a-z]+)+(?=`)/g) ?? [])];
      const [one, two] = words.filter((word) => bodies.every((body, at) => at === i || !body.includes(word)));
      if (section === first || two === undefined) continue;
      const changed = [...source];
      const line = first.range.line + 1;
      changed.splice(line, 0, `For \`${one}\` and \`${two}\`: Section ${next.number}.`, '');
      yield {
        name: `${facts.path}:${line + 1} says that ${one} and ${two} stand in Section ${next.number}`,
        rule: 'off-by-one-reference',
        file: facts.path,
        line: line + 1,
        alsoBreaks: [],
        changes: { [facts.path]: changed.join('\n') },
      };
      break;
    }
  }
};

/** A title in a header, a footer or the overview's table that is another than elsewhere. */
export const otherTitle: Operator = function* ({ graph, text }) {
  const mutant = (file: string, range: SourceRange, title: string): Mutant => ({
    name: `${file}:${range.line} "${title}" is called otherwise`,
    rule: 'conflicting-cell',
    file,
    line: range.line,
    alsoBreaks: ['contract-pattern', 'contract-artifact', 'title-mismatch', 'broken-anchor'],
    changes: { [file]: changeLine(text(file), range.line, (line) => line.replace(title, `${title} Manual`)) },
  });
  const overview = graph.document('00')!;
  const titles = new Map(graph.documents.map((facts) => [facts.title, facts]));
  for (const { header, rows } of overview.tables)
    for (const { cells } of header[1]?.text === 'Title' ? rows : [])
      if (titles.has(cells[1].text)) yield mutant(overview.path, cells[1].range, cells[1].text);
  for (const facts of graph.documents) {
    const field = facts.footer.find(({ value }) => value === facts.title);
    if (!field) continue;
    yield mutant(facts.path, facts.titleRange, facts.title);
    yield mutant(facts.path, field.range, facts.title);
  }
};
