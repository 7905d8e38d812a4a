import { quote } from './template-text.ts';

/** The part of an exported variable that its line in the block is made of. */
export interface VariableWithInput {
  name: string;
  phase: string | null;
  mandatory: boolean | null;
  userInput: string | null;
}

/**
 * A USER_INPUTS block for an OpenNebula template: every USER_INPUT of the given variables, mandatory ones first,
 * grouped by phase. A name that both appliances define occurs once, with the string of its first definition.
 * @param title lines of the comment above the block
 * @param phases names of the phases by number
 */
export function userInputsBlock(
  variables: readonly VariableWithInput[],
  title: string,
  phases: ReadonlyMap<string, string>,
): string {
  const inputs = unique(
    variables.filter((variable) => variable.userInput !== null && variable.userInput !== ''),
  );
  const groups = [...Map.groupBy(inputs, (variable) => variable.phase ?? '')].toSorted(
    ([a], [b]) => Number(a) - Number(b),
  );
  const width = Math.max(0, ...inputs.map((variable) => variable.name.length));
  const last = groups.at(-1)?.[1].at(-1);
  const lines = groups.flatMap(([phase, group], i) => [
    ...(i > 0 ? [''] : []),
    `  # ${heading(phase, phases)}`,
    ...group.map(
      (variable) =>
        `  ${variable.name.padEnd(width)} = ${quote(variable.userInput!)}${variable === last ? '' : ','}`,
    ),
  ]);
  return [`# ${title}`, 'USER_INPUTS = [', ...lines, ']', ''].join('\n');
}

function unique(variables: readonly VariableWithInput[]): VariableWithInput[] {
  const sorted = [...Map.groupBy(variables, (variable) => variable.phase ?? '').values()].flatMap((group) =>
    group.toSorted((a, b) => Number(b.mandatory ?? false) - Number(a.mandatory ?? false)),
  );
  return [...Map.groupBy(sorted, (variable) => variable.name).values()].map(([first]) => first);
}

function heading(phase: string, phases: ReadonlyMap<string, string>): string {
  if (phase === '') return 'Without a phase';
  const name = phases.get(phase);
  return name ? `Phase ${phase}: ${name}` : `Phase ${phase}`;
}
