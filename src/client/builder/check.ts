/** Everything that is wrong, or worth saying, about the values of a form. Pure. */
import { checkFormat } from '../../payloads/builder/format.ts';
import { outgoing, quoteFault } from './outputs.ts';
import { evaluateRules, toNumber, type Severity } from '../../payloads/builder/rules.ts';
import { factsOf, fieldsOf, isChanged, valueOf, type State } from './state.ts';
import type { BuilderData, Field, Source } from '../../payloads/builder/data.ts';

export interface Problem {
  severity: Severity;
  /** Fields that it is shown at. */
  at: readonly string[];
  text: string;
  source?: Source;
}

/** In the order of the fields, errors first. */
export function check(data: BuilderData, state: State): Problem[] {
  const fields = fieldsOf(data, state.appliance);
  const verdicts = evaluateRules(data.rules, state.appliance, factsOf(data, state));
  const unchecked = new Set(verdicts.filter(({ rule }) => rule.unchecked).flatMap(({ rule }) => rule.at));
  const rules = new Map(data.rules.map((rule) => [rule.id, rule]));
  const own = fields
    .filter(({ kind, name }) => kind !== 'fixed' && !unchecked.has(name))
    .flatMap((field) => valueProblems(field, valueOf(state, field), data));
  const between = verdicts.map(({ rule, at, text }): Problem => ({
    severity: rule.severity,
    at,
    text,
    source: rules.get(rule.id)?.source,
  }));
  const dollars = fields
    .filter((field) => isChanged(state, field) && valueOf(state, field).includes('$'))
    .map(({ name }): Problem => ({
      severity: 'warning',
      at: [name],
      text: 'OpenNebula replaces a name after $ in CONTEXT by the attribute of that name.',
    }));
  const order = (problem: Problem): number => fields.findIndex(({ name }) => name === problem.at[0]);
  return [...own, ...between, ...dollars].toSorted(
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
  const typed = value === '' ? undefined : typeFault(field, value);
  if (typed) return error(`Invalid ${field.name}: '${value}'. Expected ${typed}.`, inputSource);
  const quoted = quoteFault(outgoing(field, value));
  return quoted ? error(quoted) : [];
}

/** What the type of the USER_INPUT expects, where the value is not that. */
function typeFault({ kind, options }: Field, value: string): string | undefined {
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
      return value.split(',').every((one) => options.includes(one))
        ? undefined
        : `choices out of ${options.join(', ')}`;
    case 'range':
    case 'range-float':
      return rangeFault(kind, options, value);
    default:
      return undefined;
  }
}

/** @param options the two ends */
function rangeFault(kind: string, [low, high]: readonly string[], value: string): string | undefined {
  const number = kind === 'range' && !/^-?\d+$/.test(value) ? Number.NaN : toNumber(value);
  const fits = number >= Number(low) && number <= Number(high);
  return fits ? undefined : `${kind === 'range' ? 'an integer' : 'a number'} from ${low} to ${high}`;
}
