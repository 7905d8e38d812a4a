import { describe, expect, test } from 'vitest';
import { readShellNames } from '../../../../src/specgraph/parse/code/shell.ts';

/** The names of one list as they stand in the code at their offsets. */
function namesIn(code: string, list: 'definitions' | 'calls' | 'reads'): string[] {
  return readShellNames(code)[list].map(({ name, offset }) => {
    expect(code.slice(offset, offset + name.length)).toBe(name);
    return name;
  });
}

describe('names in shell code', () => {
  test('functions, in both spellings', () => {
    expect(namesIn('one() { :; }\nfunction two { :; }\nfunction three() ( : )', 'definitions')).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  test('commands by a plain name, wherever one begins', () => {
    const code =
      'one | two && ! three || "$four"\nif five; then x=1 six; fi\nseven "$(eight)" `nine` <(ten)\n/bin/x "two words"';
    expect(namesIn(code, 'calls')).toEqual([
      ...['one', 'two', 'three', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    ]);
  });

  test('no commands: patterns, arguments, comments, text of here-documents', () => {
    const code = 'case $x in\n  one) a ;;\nesac\nb two # three\nc <<EOF\nfour\nEOF\nlist=(five six)';
    expect(namesIn(code, 'calls')).toEqual(['a', 'b', 'c']);
  });

  test('variables in strings, expansions, arithmetic, conditions and here-documents', () => {
    const code =
      'a "$one ${two} ${three:-$four} ${#five[@]}" $((x + $six))\n[[ $seven -gt 1 ]]\nb <<EOF\n$eight\nEOF';
    expect(namesIn(code, 'reads')).toEqual([
      ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'],
    ]);
  });

  test('no variables: single quotes, quoted here-documents, positions', () => {
    expect(namesIn("a '$one' $1 $? \"\\$two\"\nb <<'EOF'\n$three\nEOF", 'reads')).toEqual([]);
  });

  test('commands between escaped backticks have no place in the code', () => {
    expect(namesIn('a "`b \\`c $one\\``"', 'calls')).toEqual(['a']);
  });
});

describe('variables of functions', () => {
  const scopesOf = (code: string) =>
    readShellNames(code).scopes.map(({ name, sets, reads, calls, runsOther }) => ({
      name,
      sets: sets.map((one) => (one.isLocal ? `local ${one.name}` : one.name)),
      reads: reads.map((one) => one.name),
      calls,
      runsOther,
    }));

  test('what a function sets, reads and calls, and what stands outside', () => {
    expect(scopesOf('one=1\nrun() {\n  local two=$one three\n  read -r four\n}\nrun "$five"')).toEqual([
      { name: undefined, sets: ['one'], reads: ['five'], calls: ['run'], runsOther: undefined },
      {
        name: 'run',
        sets: ['local two', 'local three', 'four'],
        reads: ['one'],
        calls: ['local', 'read'],
        runsOther: undefined,
      },
    ]);
  });

  test('loops, arithmetic, defaults and code of other files', () => {
    expect(
      scopesOf('for one in $two; do :; done\n((three = four))\n: "${five:=1}" "${six:-1}"\n. ./seven'),
    ).toEqual([
      {
        name: undefined,
        sets: ['one', 'three', 'five'],
        reads: ['two', 'three', 'four'],
        calls: [':', ':', '.'],
        runsOther: true,
      },
    ]);
  });
});
