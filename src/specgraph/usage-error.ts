/** A mistake of the user: shown as one line, with exit status 2. Any other exception is a defect of this program. */
export class UsageError extends Error {
  /** What the user can do about it, as a phrase or sentence. */
  readonly hint?: string;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
