import { contest } from './contest.ts';

contest(async () => undefined, { delta: -40, every: 1 });
