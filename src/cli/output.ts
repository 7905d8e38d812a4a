import type { Effects } from './effects.ts';

/** Prints a text, or writes it to the file that `--out` names. */
export async function writeOutput(text: string, out: string | undefined, effects: Effects): Promise<void> {
  if (out === undefined) effects.stdout.write(text);
  else await effects.writeFile(out, text);
}

/** A value as JSON for people and programs: indented, with a line break at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
