import type { Effects } from './effects.ts';
import type { HelpTopic } from './help.ts';
import type { OptionTable, ParsedArguments } from './options.ts';

/** A command: the content of its help, and the function that runs it. */
export interface Command<T extends OptionTable = OptionTable> extends HelpTopic {
  options: T;
  /**
   * @returns the exit status: 0 or 1
   * @throws UsageError on wrong usage
   */
  run(given: ParsedArguments<T>, effects: Effects): Promise<number>;
}

/** Infers the type of a command's options from its table; returns the command unchanged. */
export function defineCommand<const T extends OptionTable>(command: Command<T>): Command {
  // The registry calls each command only with options that were parsed by the command's own table.
  return command as unknown as Command;
}
