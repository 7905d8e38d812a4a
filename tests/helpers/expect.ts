/**
 * Playwright's `expect`, with assertions that wait for an element before they look at it. By itself, `expect` describes
 * the whole page each time that an element is not there yet, in case it never will be: up to half a second of work on a
 * long document, several times a second.
 */
import { expect as base, type Locator } from '@playwright/test';

type State = 'attached' | 'visible' | 'hidden';
type Name =
  | 'toBeVisible'
  | 'toBeHidden'
  | 'toBeInViewport'
  | 'toBeFocused'
  | 'toBeChecked'
  | 'toHaveText'
  | 'toContainText'
  | 'toHaveAttribute'
  | 'toHaveValue';
type Assertion = (...args: unknown[]) => Promise<void>;
type Result = { pass: boolean; message: () => string };

/** What is left of the time for the assertion itself where the element has come late, or never. */
const MIN_REST_MS = 2000;

export const expect = base.extend({
  toBeVisible: waitingFor('toBeVisible', 'visible', 'hidden'),
  toBeHidden: waitingFor('toBeHidden', 'hidden', 'visible'),
  toBeInViewport: waitingFor('toBeInViewport', 'attached'),
  toBeFocused: waitingFor('toBeFocused', 'attached'),
  toBeChecked: waitingFor('toBeChecked', 'attached'),
  toHaveText: waitingFor('toHaveText', 'attached'),
  toContainText: waitingFor('toContainText', 'attached'),
  toHaveAttribute: waitingFor('toHaveAttribute', 'attached'),
  toHaveValue: waitingFor('toHaveValue', 'attached'),
}) as typeof base;

/**
 * @param state what is waited for before the assertion
 * @param negated what is waited for before `not` and the assertion, if anything
 */
function waitingFor(name: Name, state: State, negated?: State) {
  return async function (
    this: { isNot: boolean; timeout: number },
    locator: Locator,
    ...args: unknown[]
  ): Promise<Result> {
    const options = optionsOf(args);
    const timeout = options?.timeout ?? this.timeout;
    const start = Date.now();
    const awaited = this.isNot ? negated : state;
    // A list of texts is that of several elements, or of none. The assertion reports what was not there in time.
    if (awaited && !Array.isArray(args[0]))
      await locator.waitFor({ state: awaited, timeout }).catch(() => undefined);
    const rest = Math.max(timeout - (Date.now() - start), Math.min(timeout, MIN_REST_MS));
    const assertions = this.isNot ? base(locator).not : base(locator);
    return (assertions[name] as Assertion)(...(options ? args.slice(0, -1) : args), {
      ...options,
      timeout: rest,
    }).then(
      () => ({ pass: !this.isNot, message: () => '' }),
      (error: Error) => ({ pass: this.isNot, message: () => error.message }),
    );
  };
}

/** The last argument of an assertion where it is an object of options. */
function optionsOf(args: readonly unknown[]): { timeout?: number } | undefined {
  const last = args.at(-1);
  const isPlain =
    typeof last === 'object' && last !== null && !Array.isArray(last) && !(last instanceof RegExp);
  return isPlain ? last : undefined;
}
