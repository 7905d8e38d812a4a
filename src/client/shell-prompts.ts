/** Shell prompts in code blocks. Pure. */

/** Removes the shell prompts from a code block if every non-empty line starts with one. */
export function withoutPrompts(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  const hasPrompts = lines.filter((line) => line !== '').every((line) => /^[$#] /.test(line));
  return (hasPrompts ? lines.map((line) => line.slice(2)) : lines).join('\n');
}
