import { expect, it } from 'vitest';
import { withoutPrompts } from '../../src/client/shell-prompts.ts';

it('copies commands without their prompts', () =>
  expect(withoutPrompts('$ onevm list\n\n# reboot\n')).toBe('onevm list\n\nreboot'));
it('keeps comments and output', () =>
  expect(withoutPrompts('# a comment\nonevm list\n')).toBe('# a comment\nonevm list'));
it('keeps indentation', () =>
  expect(withoutPrompts('if true; then\n  echo\nfi\n')).toBe('if true; then\n  echo\nfi'));
