import { describe, expect, test } from 'vitest';
import { slowPart } from '#specgraph/text/slow-expression';

describe('the part of an expression that may take forever', () => {
  test.each([
    [String.raw`(a+)+$`, '(a+)+'],
    [String.raw`(a*)*b`, '(a*)*'],
    [String.raw`^(?:\w+\s?)+:`, String.raw`(?:\w+\s?)+`],
    [String.raw`(?:[a-z]+-?)+(?![\p{L}])`, '(?:[a-z]+-?)+'],
    [String.raw`(?:a|a)*b`, '(?:a|a)*'],
    [String.raw`(?:ab|a(?:b|c))+d`, '(?:ab|a(?:b|c))+'],
    [String.raw`(?:a{4}|a{6})+b`, '(?:a{4}|a{6})+'],
    [String.raw`(?:x{1,20}y?){1,20}z`, '(?:x{1,20}y?){1,20}'],
    [String.raw`(?:\d|[\da-f])+;`, String.raw`(?:\d|[\da-f])+`],
    [String.raw`(?:[^]|\n)*x`, String.raw`(?:[^]|\n)*`],
    [String.raw`(?<word>\w+) \k<word>(a|a)+b`, '(a|a)+'],
    [String.raw`(?:\u{61}+\x61)+b`, String.raw`(?:\u{61}+\x61)+`],
    // The innermost of several.
    [String.raw`(?:; (?:\w+,?)+;)*x`, String.raw`(?:\w+,?)+`],
  ])('%s is %s', (source, part) => {
    expect(slowPart(source, 'u')).toBe(part);
  });

  test.each([
    '',
    String.raw`^(\d{2})-`,
    // Rounds that a sign, the border of a word or a condition keeps apart.
    String.raw`(?:\w+, )+and`,
    String.raw`[\p{L}\p{N}_]+(?:[-.:/+][\p{L}\p{N}_]+)*(?![\p{L}\p{N}_])`,
    String.raw`(?:\b\w+\s*)+:`,
    String.raw`(?:\w+(?!\w))+:`,
    String.raw`(?:(?<!\w)\w+ ?)+:`,
    String.raw`(?:(?!-->)[^])*-->`,
    String.raw`(?:"[^"]*"|[^"])*!`,
    String.raw`(?:.|\n)*x`,
    // No round is empty.
    String.raw`(?:a?)*b`,
    // Rounds are few.
    String.raw`\d{1,3}(?:\.\d{1,3}){3}x`,
    // Nothing fails behind it, so nothing is tried again.
    String.raw`(?:\w+\s?)+`,
    String.raw`[)(\]|]+\(\)[|]x`,
  ])('%s has none', (source) => {
    expect(slowPart(source, 'u')).toBeUndefined();
  });

  test('depends on the flags', () => {
    expect(slowPart('(?:k|K)+x', '')).toBeUndefined();
    expect(slowPart('(?:k|K)+x', 'i')).toBe('(?:k|K)+');
    expect(slowPart(String.raw`(?:.|\n)+x`, 's')).toBe(String.raw`(?:.|\n)+`);
  });
});
