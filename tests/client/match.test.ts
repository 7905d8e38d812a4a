import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMatcher, markWords, plain, type Matcher } from '../../src/client/search/match.ts';
