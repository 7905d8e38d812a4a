import type { SpecConfig } from '../config.ts';
import type { Problem, StatedValue, VariableDefinition } from '../model/index.ts';
import { parseUserInput } from '../text/user-input.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

type Override = NonNullable<SpecConfig['variables']>['overrides'][number];

const WORDS: Record<StatedValue['field'], string> = {
  default: 'the default',
  type: 'the type',
  options: 'the options',
  userInput: 'the USER_INPUT',
  validation: 'the validation rule',
};

/**
 * A row of a definition table states type and default twice, once in its own USER_INPUT; the two are compared as well.
 * Places that differ on purpose are listed in the configuration with a reason. `invalid-user-input` reports differences
 * that come from a USER_INPUT with wrong grammar.
 */
export const conflictingDefinition: Rule = {
  id: 'conflicting-definition',
  group: 'variables',
  severity: 'error',
  summary:
    'Every place states the same default, type, options, USER_INPUT and validation rule for a variable',
  // A definition that contradicts itself contradicts the other places as well.
  replaces: ['conflicting-default'],
  *check(graph, { config }) {
    const owners = Map.groupBy(graph.definitions, (definition) => definition.name);
    const overrides = config.variables?.overrides ?? [];
    for (const stated of graph.stated) {
      const definitions = owners.get(stated.name) ?? [];
      const own = definitions.find(
        (definition) =>
          definition.range.file === stated.range.file && definition.range.line === stated.range.line,
      );
      if (own) yield* againstItself(own, stated);
      else if (
        !isFaulty(stated, definitions) &&
        !definitions.some((definition) => agrees(definition, stated)) &&
        !isOverride(stated, overrides, graph)
      )
        yield describe(stated, definitions[0]);
    }
  },
};

function valueOf(definition: VariableDefinition, field: StatedValue['field']): string {
  if (field === 'options') return (definition.options ?? []).join(',');
  return definition[field] ?? '';
}

function isFaulty(stated: StatedValue, definitions: readonly VariableDefinition[]): boolean {
  if (stated.field !== 'userInput') return false;
  return [stated.value, ...definitions.map((definition) => definition.userInput ?? '')].some(
    (input) => input !== '' && parseUserInput(input).faults.length > 0,
  );
}

function agrees(definition: VariableDefinition, stated: StatedValue): boolean {
  const normal = (value: string): string =>
    stated.field === 'options' ? value.replace(/\s*,\s*/g, ',') : value;
  return normal(stated.value) === normal(valueOf(definition, stated.field));
}

function* againstItself(definition: VariableDefinition, stated: StatedValue): Iterable<Problem> {
  if (
    definition.userInput === undefined ||
    stated.field === 'userInput' ||
    stated.field === 'options' ||
    stated.field === 'validation'
  )
    return;
  const input = parseUserInput(definition.userInput);
  if (input.faults.length > 0) return;
  const inInput = stated.field === 'type' ? input.type : input.default;
  if (inInput === stated.value) return;
  yield {
    at: stated.range,
    message: `${stated.name} has ${WORDS[stated.field]} ${shown(stated.value)} here and ${shown(inInput)} in the USER_INPUT of the same row.`,
    suggestion: `make both ${shown(inInput)} or both ${shown(stated.value)}`,
  };
}

function isOverride(stated: StatedValue, overrides: Override[], graph: GraphView): boolean {
  const facts = graph.document(stated.document);
  return overrides.some((override) => {
    if (!override.names.includes(stated.name) || !override.fields.includes(stated.field)) return false;
    if (graph.document(override.document)?.id !== facts?.id || !facts) return false;
    return override.sections.some((number) => {
      const section = graph.section(facts.id, number);
      return (
        section !== undefined &&
        stated.section !== undefined &&
        graph.sectionTree(facts, section).has(stated.section)
      );
    });
  });
}

function describe(stated: StatedValue, owner: VariableDefinition): Problem {
  const right = valueOf(owner, stated.field);
  return {
    at: stated.range,
    message: `${stated.name} has ${WORDS[stated.field]} ${shown(stated.value)} here and ${shown(right)} in ${owner.range.file}, Section ${owner.section}, which owns it.`,
    suggestion: right || undefined,
    related: [{ at: owner.facets.definition[0], note: 'the owning row' }],
  };
}

function shown(value: string): string {
  return value === '' ? '(empty)' : value;
}
