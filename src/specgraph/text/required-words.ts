/** What belongs to an escape with a letter or digit, which stands before it: "20" of `\x20`, "{Lu}" of `\p{Lu}`. */
const ARGUMENT =
  /(?<=^x)(?:[\dA-Fa-f]{2}|\{[^}]*\})|(?<=^u)(?:[\dA-Fa-f]{4}|\{[^}]*\})|(?<=^[pP])(?:\w|\{[^}]*\})|(?<=^[ck])(?:\w|<\w+>)|(?<=^\d)\d+/;

/**
 * The longest run of plain characters that every match of a regular expression must contain, or "" where none is certain.
 * Searching for it first avoids most runs of the expression.
 */
export function requiredWords(pattern: string): string {
  if (/^\(\?[a-z]*i/.test(pattern)) return '';
  let best = '';
  let run = '';
  const end = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '|') return '';
    if (char === '(' || char === '[') {
      end();
      i = closing(pattern, i);
    } else if (char === '*' || char === '?' || char === '{') {
      run = run.slice(0, -1);
      end();
      if (char === '{') i = Math.max(i, pattern.indexOf('}', i));
    } else if (char === '\\') {
      i++;
      if (/[\w]/.test(pattern[i] ?? '')) {
        end();
        i += ARGUMENT.exec(pattern.slice(i))?.[0].length ?? 0;
      } else run += pattern[i] ?? '';
    } else if ('.^$+)]}'.includes(char)) end();
    else run += char;
  }
  end();
  return best;
}

/** Where the group or class that opens at `from` ends. */
function closing(pattern: string, from: number): number {
  const inClass = pattern[from] === '[';
  let depth = 0;
  for (let i = from; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '\\') i++;
    else if (inClass) {
      if (char === ']' && i > from + 1) return i;
    } else if (char === '[') i = closing(pattern, i);
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return pattern.length;
}
