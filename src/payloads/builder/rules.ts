/** The rules between variables and their evaluation. Pure functions that never throw, for the build and the browser. */

export const SEVERITIES = ['error', 'warning', 'ignored', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A number: a constant, or `times` · the value of the variable `of` + `plus`. */
export type Amount = number | { of: string; times?: number; plus?: number };

export const COMPARISONS = {
  '<': (a: number, b: number): boolean => a < b,
  '<=': (a: number, b: number): boolean => a <= b,
  '>': (a: number, b: number): boolean => a > b,
  '>=': (a: number, b: number): boolean => a >= b,
} as const;

export type Condition =
  | 'never'
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { set: string }
  | { unset: string }
  | { changed: string }
  | { number: string; is: keyof typeof COMPARISONS; than: Amount }
  | { situation: string; is: readonly string[] }
  | { situation: string; not: readonly string[] }
  | { variable: string; is: readonly string[] }
  | { variable: string; not: readonly string[] }
  | { variable: string; matches: string };

export interface Rule {
  id: string;
  components: readonly string[];
  severity: Severity;
  /** The variables whose fields show the message. */
  at: readonly string[];
  when?: Condition;
  then?: Condition;
  /** Whether the format of the variables in `at` is not checked while the rule is broken. */
  unchecked: boolean;
  message: string;
}

/** The values that rules are evaluated with. */
export interface Facts {
  /** The effective value: the given one, or else the default. */
  value(name: string): string;
  changed(name: string): boolean;
  situation(id: string): string;
}

export interface Verdict {
  rule: Rule;
  at: readonly string[];
  text: string;
}

/** The rules of a component that are broken, or whose condition holds if they only have a `when`. */
export function evaluateRules(rules: readonly Rule[], component: string, facts: Facts): Verdict[] {
  return rules
    .filter((rule) => rule.components.includes(component))
    .flatMap((rule) => {
      if (rule.when !== undefined && holds(rule.when, facts) !== true) return [];
      if (rule.then !== undefined && holds(rule.then, facts) !== false) return [];
      // Forms fill in every default, so only values that differ from the default count as "set, but ignored".
      const at = rule.severity === 'ignored' ? rule.at.filter((name) => facts.changed(name)) : rule.at;
      return at.length > 0 ? [{ rule, at, text: fillMessage(rule, facts) }] : [];
    });
}

/** Whether a condition holds; undefined when it compares a value that is not a number. */
function holds(condition: Condition, facts: Facts): boolean | undefined {
  if (condition === 'never') return false;
  if ('all' in condition) return every(condition.all.map((one) => holds(one, facts)));
  if ('any' in condition) return negated(every(condition.any.map((one) => negated(holds(one, facts)))));
  if ('set' in condition) return facts.value(condition.set) !== '';
  if ('unset' in condition) return facts.value(condition.unset) === '';
  if ('changed' in condition) return facts.changed(condition.changed);
  if ('number' in condition) {
    const [left, right] = [toNumber(facts.value(condition.number)), amountOf(condition.than, facts)];
    return Number.isNaN(left) || Number.isNaN(right) ? undefined : COMPARISONS[condition.is](left, right);
  }
  const value =
    'situation' in condition ? facts.situation(condition.situation) : facts.value(condition.variable);
  if ('matches' in condition) return matches(condition.matches, value);
  return 'is' in condition ? condition.is.includes(value) : !condition.not.includes(value);
}

/** Parses a number as forms accept it; NaN for anything else. */
export function toNumber(text: string): number {
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** @returns undefined for a pattern that is not a valid regular expression */
export function matches(pattern: string, text: string): boolean | undefined {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return undefined;
  }
}

function amountOf(than: Amount, facts: Facts): number {
  return typeof than === 'number'
    ? than
    : (than.times ?? 1) * toNumber(facts.value(than.of)) + (than.plus ?? 0);
}

function every(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function fillMessage({ message, then }: Rule, facts: Facts): string {
  const required = typeof then === 'object' && 'number' in then ? String(amountOf(then.than, facts)) : '';
  return message.replaceAll(/\$\{(\w+)\}/g, (_, name: string) =>
    name === 'required' ? required : facts.value(name),
  );
}
