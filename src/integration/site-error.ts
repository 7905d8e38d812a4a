/**
 * Why a site is not built or published. It has no stack: the log lines above it show the author's mistakes, and a stack
 * would only hide them.
 */
export class SiteError extends Error {
  /** What the author can do about it. */
  readonly hint?: string;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
    this.name = 'SiteError';
    this.stack = undefined;
  }
}
