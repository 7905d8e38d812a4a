/**
 * Why a site is not built or published. It has no stack: the log lines above it show the author's mistakes, and a stack
 * would only hide them.
 */
export class SiteError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SiteError';
    this.stack = undefined;
  }
}
