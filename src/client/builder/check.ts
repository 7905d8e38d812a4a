/** Checks the values of the form: errors, warnings and notes. */
import { checkFormat } from '../../payloads/builder/format.ts';
import { encodeForTemplate } from './outputs.ts';
import { evaluateRules, toNumber, type Severity } from '../../payloads/builder/rules.ts';
import { DOLLAR_NOTE, quoteFault } from '../../payloads/builder/template.ts';
import { factsOf, fieldsOf, isChanged, valueOf, type State } from './state.ts';
import type { BuilderData, Field, Source } from '../../payloads/builder/data.ts';

export interface Problem {
  severity: Severity;
  /** Names of the fields that show it. */
  at: readonly string[];
  text: string;
  source?: Source;
}

/** The problems by severity, errors first, and then in the order of the fields. */
export function check(data: BuilderData, state: State): Problem[] {
  const fields = fieldsOf(data, state.component);
  const verdicts = evaluateRules(data.rules, state.component, factsOf(data, state));
  const unchecked = new Set(verdicts.filter(({ rule }) => rule.unchecked).flatMap(({ rule }) => rule.at));
  const rules = new Map(data.rules.map((rule) => [rule.id, rule]));
  const ofValues = fields
    .filter(({ kind, name }) => kind !== 'fixed' && !unchecked.has(name))
    .flatMap((field) => valueProblems(field, valueOf(state, field), data));
  const ofRules = verdicts.map(({ rule, at, text }): Problem => ({
    severity: rule.severity,
    at,
    text,
    source: rules.get(rule.id)?.source,
  }));
  const dollarWarnings = fields
    .filter((field) => isChanged(state, field) && valueOf(state, field).includes('$'))
    .map(({ name }): Problem => ({
      severity: 'warning',
      at: [name],
      text: DOLLAR_NOTE,
    }));
  const order = (problem: Problem): number => fields.findIndex(({ name }) => name === problem.at[0]);
  return [...ofValues, ...ofRules, ...dollarWarnings].toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity] || order(a) - order(b),
  );
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, ignored: 2, note: 3 };

function valueProblems(field: Field, value: string, { inputSource }: BuilderData): Problem[] {
  const error = (text: string, source?: Source): Problem[] => [
    { severity: 'error', at: [field.name], text, source },
  ];
  if (value === '' && field.mandatory) return error(`${field.name} is mandatory.`, inputSource);
  const format = field.format && checkFormat(value, field.format);
  if (format) return error(format, field.format);
  const expected = value === '' ? undefined : expectedByType(field, value);
  if (expected) return error(`Invalid ${field.name}: '${value}'. Expected ${expected}.`, inputSource);
  const quoted = quoteFault(encodeForTemplate(field, value));
  return quoted ? error(quoted) : [];
}

/** Describes what the type of the USER_INPUT expects, if the value does not fit it. */
function expectedByType({ kind, options }: Field, value: string): string | undefined {
  switch (kind) {
    case 'number':
      return /^-?\d+$/.test(value) ? undefined : 'an integer';
    case 'number-float':
      return Number.isNaN(toNumber(value)) ? 'a number' : undefined;
    case 'boolean':
      return value === 'YES' || value === 'NO' ? undefined : 'YES or NO';
    case 'list':
      return options.includes(value) ? undefined : `one of ${options.join(', ')}`;
    case 'list-multiple':
      return value.split(',').every((choice) => options.includes(choice))
        ? undefined
        : `choices out of ${options.join(', ')}`;
    case 'range':
    case 'range-float':
      return expectedRange(kind, options, value);
    default:
      return undefined;
  }
}

/** Describes the range, if the value is not in it. */
function expectedRange(kind: string, [low, high]: readonly string[], value: string): string | undefined {
  const number = kind === 'range' && !/^-?\d+$/.test(value) ? Number.NaN : toNumber(value);
  const fits = number >= Number(low) && number <= Number(high);
  return fits ? undefined : `${kind === 'range' ? 'an integer' : 'a number'} from ${low} to ${high}`;
}
