/** A mistake of the user's: shown as one line, exit status 2. Anything else that is thrown is a fault of ours. */
export class UsageError extends Error {
  /** What to do about it, as a phrase or sentence. */
  readonly hint?: string;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
