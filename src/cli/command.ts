import type { Effects } from './effects.ts';
import type { HelpTopic } from './help.ts';
import type { OptionTable, ParsedArguments } from './options.ts';

/** A command: its help and what it does. */
export interface Command<T extends OptionTable = OptionTable> extends HelpTopic {
  options: T;
  /** @returns the exit status: 0 or 1. Wrong usage is thrown as a UsageError. */
  run(given: ParsedArguments<T>, effects: Effects): Promise<number>;
}

/** Gives a command its types; returns it unchanged. */
export function defineCommand<const T extends OptionTable>(command: Command<T>): Command {
  // The registry calls every command with what its own table yielded.
  return command as unknown as Command;
}

/** The folder that is read where none is named. */
export const DEFAULT_FOLDER = 'spec';
