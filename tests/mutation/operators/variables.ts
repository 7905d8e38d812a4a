import { nodeId, type Definition } from '#specgraph';
import {
  type Mutant,
  type Operator,
  type Original,
  changeLine,
  removeLines,
  replaceRange,
  spread,
  textIn,
} from '../mutant.ts';

const CONTRACTS = ['contract-artifact', 'contract-pattern', 'contract-link'] as const;

function facetOf(id: string, { scheme }: Original['graph']) {
  return scheme!.facets.find((facet) => facet.id === id)!;
}

/** The section in which rule `incomplete-variable` misses a facet. */
function homeOf(
  definition: Definition,
  facet: string,
  file: string,
  { graph }: Original,
): Pick<Mutant, 'file' | 'line' | 'lastLine'> {
  const facts = graph.document(file)!;
  const places = facetOf(facet, graph).places.filter(
    (place) => !place.component || graph.document(place.document)!.id === facts.id,
  );
  const place = places.find((p) => p.section === definition.section) ?? places[0];
  const { range, endLine } = graph.section(facts.id, place.section)!;
  return { file: facts.path, line: range.line, lastLine: endLine };
}

/** Takes away the only place of a facet. Rows that serve several variables lose this name only. */
function facetRemoved(facet: string): Operator {
  return function* (original) {
    for (const definition of original.graph.definitions) {
      if (!definition.required.includes(facet)) continue;
      const byFile = Map.groupBy(definition.facets[facet], (place) => place.file);
      for (const [file, places] of byFile) {
        const source = original.text(file);
        const lines = [...new Set(places.map((p) => p.line))].toSorted((a, b) => b - a);
        yield {
          name: `${definition.name} (${definition.components.join(', ')}): ${facetOf(facet, original.graph).title} removed from ${file}`,
          rule: 'incomplete-variable',
          ...homeOf(definition, facet, file, original),
          alsoBreaks: [
            ...CONTRACTS,
            'wrong-count',
            'incomplete-variable',
            'misnumbered-item',
            'conflicting-message',
          ],
          changes: { [file]: lines.reduce((text, line) => without(text, line, definition.name), source) },
        };
      }
    }
  };
}

function without(text: string, line: number, name: string): string {
  const row = text.split('\n')[line - 1];
  const names = row.match(/`[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+`/g) ?? [];
  const shared =
    row.startsWith('|') &&
    new Set(names.filter((n) => row.split('|')[1].includes(n) || row.split('|')[2].includes(n))).size > 1;
  return shared
    ? changeLine(text, line, (l) => l.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'it'))
    : removeLines(text, line);
}

export const matrixRowRemoved = facetRemoved('matrix');
export const validationRemoved = facetRemoved('validation');
export const userInputRemoved = facetRemoved('userInput');
export const applianceRowRemoved = facetRemoved('appliance');

function onMentions(
  rule: string,
  what: string,
  change: (name: string) => string,
  perDocument: number,
): Operator {
  return function* ({ graph, text }) {
    for (const facts of graph.documents) {
      const mentions = graph.edges.filter(
        (edge) =>
          edge.kind === 'mentions' &&
          nodeId.kindOf(edge.target) === 'variable' &&
          edge.resolved &&
          edge.range!.file === facts.path &&
          edge.text!.startsWith('FL_') &&
          edge.text!.length > 12 &&
          textIn(text(facts.path), edge.range!) === edge.text,
      );
      for (const edge of spread(mentions, perDocument)) {
        const name = change(edge.text!);
        yield {
          name: `${facts.path}:${edge.range!.line} ${edge.text} ${what} ${name}`,
          rule,
          file: facts.path,
          line: edge.range!.line,
          // The name may stand in a facet, a definition row, or the rule text that makes two variables interact.
          alsoBreaks: [
            ...CONTRACTS,
            'incomplete-variable',
            'wrong-count',
            'misspelled-variable',
            'undefined-variable',
            'unused-variable',
            'conflicting-definition',
            'conflicting-message',
          ],
          changes: { [facts.path]: replaceRange(text(facts.path), edge.range!, name) },
        };
      }
    }
  };
}

export const lettersSwapped = onMentions(
  'misspelled-variable',
  'is misspelled',
  (name) => name.slice(0, 5) + name[6] + name[5] + name.slice(7),
  3,
);
export const letterLost = onMentions(
  'misspelled-variable',
  'loses a letter:',
  (name) => name.slice(0, -2) + name.slice(-1),
  2,
);
export const strangerNamed = onMentions('undefined-variable', 'becomes', () => 'FL_QUUX_ZYX_WVUTS', 2);

/** Each field of each document changes once; the value itself is altered, so the row still parses. */
export const valueChanged: Operator = function* ({ graph, text }) {
  const owned = new Set(graph.definitions.map((d) => `${d.range.file}:${d.range.line}`));
  const candidates = graph.stated.filter(
    (s) => !owned.has(`${s.range.file}:${s.range.line}`) && s.value !== '',
  );
  const groups = Map.groupBy(candidates, (s) => `${s.document} ${s.field}`);
  for (const group of groups.values()) {
    for (const stated of spread(group, 3)) {
      const before = textIn(text(stated.range.file), stated.range);
      const after = alter(stated.field, before);
      if (after === before || isOverride(stated, graph)) continue;
      yield {
        name: `${stated.range.file}:${stated.range.line} ${stated.field} of ${stated.name}: ${before} becomes ${after}`,
        rule: 'conflicting-definition',
        file: stated.range.file,
        line: stated.range.line,
        alsoBreaks: [
          ...CONTRACTS,
          'invalid-user-input',
          'conflicting-definition',
          'undefined-variable',
          'misspelled-variable',
        ],
        changes: { [stated.range.file]: replaceRange(text(stated.range.file), stated.range, after) },
      };
    }
  }
};

function alter(field: string, words: string): string {
  if (field === 'type')
    return words.replace(/[a-z][a-z0-9-]*/, (type) => (type === 'text' ? 'number' : 'text'));
  if (field === 'userInput') return words.replace(/\|([A-Z][\w ()/=,.:+-]*?)(\\?)\|/, '|$1 now$2|');
  if (field === 'validation') return words.replace(/`?$/, (end) => ` or more${end}`);
  return words.replace(/[\w./:-]+(?=`?$)/, (value) =>
    /^\d+$/.test(value) ? String(Number(value) + 1) : `${value}x`,
  );
}

function isOverride(
  stated: { document: string; name: string; field: string },
  graph: Original['graph'],
): boolean {
  return graph.scheme!.overrides.some(
    (o) => graph.document(o.document)?.id === stated.document && o.names.includes(stated.name),
  );
}

/** In the owning row itself, type or default then disagree with the USER_INPUT beside them. */
export const ownDefaultChanged: Operator = function* ({ graph, text }) {
  const owned = new Set(graph.definitions.map((d) => `${d.range.file}:${d.range.line}`));
  const rows = graph.stated.filter(
    (s) => s.field === 'default' && s.value !== '' && owned.has(`${s.range.file}:${s.range.line}`),
  );
  for (const stated of spread(rows, 20)) {
    const before = textIn(text(stated.range.file), stated.range);
    yield {
      name: `${stated.range.file}:${stated.range.line} owning row of ${stated.name}: default ${before} becomes ${alter('default', before)}`,
      rule: 'conflicting-definition',
      file: stated.range.file,
      line: stated.range.line,
      alsoBreaks: ['conflicting-default', ...CONTRACTS, 'conflicting-definition'],
      changes: {
        [stated.range.file]: replaceRange(text(stated.range.file), stated.range, alter('default', before)),
      },
    };
  }
};

/** Two faults of the grammar, in code blocks of every document that has some. */
export const grammarBroken: Operator = function* ({ graph, text }) {
  const broken = (value: string, i: number): string =>
    i % 2 === 0 ? value.replace(/^[MO]/, 'X') : value.replace(/\|([a-z0-9-]+)\|/, '|$1s|');
  for (const facts of graph.documents) {
    const inputs = facts.codeValues.filter((input) => graph.definitions.some((d) => d.name === input.name));
    for (const [i, input] of spread(inputs, 4).entries()) {
      yield {
        name: `${facts.path}:${input.range.line} USER_INPUT of ${input.name} becomes ${broken(input.value, i)}`,
        rule: 'invalid-user-input',
        file: facts.path,
        line: input.range.line,
        alsoBreaks: [...CONTRACTS, 'conflicting-definition'],
        changes: { [facts.path]: replaceRange(text(facts.path), input.range, broken(input.value, i)) },
      };
    }
  }
};

export const rowRenumbered: Operator = function* ({ graph, text }) {
  for (const definition of spread(
    graph.definitions.filter((d) => d.number !== undefined),
    12,
  )) {
    const { file, line } = definition.range;
    yield {
      name: `${file}:${line} ${definition.name} gets the number ${definition.number! + 30}`,
      rule: 'variable-numbering',
      file,
      line,
      alsoBreaks: CONTRACTS,
      changes: {
        [file]: changeLine(text(file), line, (row) =>
          row.replace(/^\|\s*\d+\s*\|/, `| ${definition.number! + 30} |`),
        ),
      },
    };
  }
};

/** A variable that only its own document names. */
export const usedNowhere: Operator = function* (original) {
  for (const definition of spread(
    original.graph.definitions.filter((d) => d.name.startsWith('FL_')),
    6,
  ))
    yield forgotten(definition, original);
};

function forgotten(definition: Definition, { graph, text }: Original): Mutant {
  const name = new RegExp(`\\b${definition.name}\\b`, 'g');
  return {
    name: `no other document names ${definition.name}`,
    rule: 'unused-variable',
    file: definition.range.file,
    line: definition.range.line,
    alsoBreaks: [...CONTRACTS, 'incomplete-variable', 'unused-variable', 'contract-forbidden'],
    changes: Object.fromEntries(
      graph.documents
        .filter((d) => d.path !== definition.range.file)
        .map((d) => [d.path, text(d.path).replaceAll(name, 'a_setting')]),
    ),
  };
}
