/** Tables of the options that a command takes. They are used to parse the arguments and to print the help. */
import { parseArgs } from 'node:util';
import { UsageError } from '#specgraph/usage-error';
import { joinWords } from '#specgraph/text/lists';

export interface OptionSpec {
  /** Name of the value in the help ("FILE"); absent for a switch. */
  value?: string;
  /** A switch that may be written with a value, `--after=TARGET`; an operand behind it is an operand all the same. */
  mayHaveValue?: true;
  /** May be given more than once. */
  multiple?: boolean;
  /** The only values that are allowed. */
  choices?: readonly string[];
  /** A phrase that describes the option in the help. */
  about: string;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The parsed options: a string, a list of strings where several are allowed, or true for a switch. */
export type OptionValues<T extends OptionTable> = {
  [K in keyof T]?: T[K] extends { multiple: true }
    ? string[]
    : T[K] extends { value: string }
      ? string
      : T[K] extends { mayHaveValue: true }
        ? string | boolean
        : boolean;
};

export interface ParsedArguments<T extends OptionTable = OptionTable> {
  options: OptionValues<T>;
  operands: string[];
  /** How many operands stand before each switch. */
  operandsBefore: Readonly<Record<string, number>>;
}

/** Options that every command takes. */
export const COMMON_OPTIONS = { help: { about: 'print this help' } } as const satisfies OptionTable;

/**
 * Reads the arguments of a command.
 * @throws UsageError on an option that the command does not have, and on a missing, unexpected or unknown value
 */
export async function parseOptions<T extends OptionTable>(
  command: string,
  argv: readonly string[],
  table: T,
): Promise<ParsedArguments<T>> {
  const known: OptionTable = { ...table, ...COMMON_OPTIONS };
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, spec]) => [
        name,
        {
          type: spec.value ? ('string' as const) : ('boolean' as const),
          ...(name === 'help' ? { short: 'h' } : {}),
        },
      ]),
    ),
  });
  const values: Record<string, string | string[] | boolean> = {};
  const operandsBefore: Record<string, number> = {};
  let operandCount = 0;
  for (const token of tokens) {
    if (token.kind === 'positional') operandCount++;
    if (token.kind !== 'option') continue;
    operandsBefore[token.name] = operandCount;
    const spec = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!spec) throw await unknownOption(command, token.rawName, known);
    await storeOption(values, token.name, spec, token);
  }
  return { options: values as OptionValues<T>, operands: positionals, operandsBefore };
}

interface OptionToken {
  value?: string;
  inlineValue?: boolean;
}

async function storeOption(
  values: Record<string, string | string[] | boolean>,
  name: string,
  spec: OptionSpec,
  token: OptionToken,
): Promise<void> {
  if (!spec.value) {
    if (token.value !== undefined && !spec.mayHaveValue) throw new UsageError(`--${name} takes no value`);
    values[name] = token.value ?? true;
    return;
  }
  // In `--out --watch` the value was forgotten; a file that is really named like that is written `--out=--watch`.
  if (token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))) {
    throw new UsageError(`--${name} needs a value`, `--${name} ${spec.value}`);
  }
  if (spec.choices && !spec.choices.includes(token.value))
    throw await unknownChoice(`--${name}`, token.value, spec.choices);
  if (spec.multiple) values[name] = [...((values[name] as string[] | undefined) ?? []), token.value];
  else if (values[name] !== undefined && values[name] !== token.value)
    throw new UsageError(`--${name} is given twice`, 'keep one');
  else values[name] = token.value;
}

async function unknownOption(command: string, given: string, known: OptionTable): Promise<UsageError> {
  const names = Object.keys(known).map((name) => `--${name}`);
  const meant = await nearestName(given, names);
  return new UsageError(
    `${command} has no option ${given}`,
    meant ? `did you mean ${meant}?` : `specgraph ${command} --help lists all`,
  );
}

/** The known name that was probably meant. Its module is loaded only when something is wrong. */
export async function nearestName(given: string, names: readonly string[]): Promise<string | undefined> {
  return (await import('#specgraph/text/did-you-mean')).didYouMean(given, names);
}

/** The error 'knows no "jsn"; did you mean json?'. */
async function unknownChoice(what: string, given: string, choices: readonly string[]): Promise<UsageError> {
  const meant = await nearestName(given, choices);
  return new UsageError(
    `${what} knows no "${given}"`,
    meant ? `did you mean ${meant}?` : `it takes ${joinWords(choices, 'or')}`,
  );
}

/**
 * Reads a whole number that is not negative.
 * @throws UsageError when the value is something else
 */
export function readNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new UsageError(`${option} takes a whole number, not "${value}"`);
  return Number(value);
}

/**
 * The only operand, or the fallback when there is none.
 * @throws UsageError when there are several
 */
export function oneOperand(command: string, operands: readonly string[], fallback: string): string {
  if (operands.length > 1)
    throw new UsageError(
      `${command} takes one folder, not ${operands.length}`,
      `specgraph ${command} --help`,
    );
  return operands[0] ?? fallback;
}
