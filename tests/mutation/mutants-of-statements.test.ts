/** Puts defects of OPERATORS_OF_STATEMENTS into the real specification. */
import { expectAllFound } from './expect-all-found.ts';
import { OPERATORS_OF_STATEMENTS } from './operators/index.ts';

await expectAllFound(OPERATORS_OF_STATEMENTS);
