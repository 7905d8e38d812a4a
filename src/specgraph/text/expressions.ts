/** Parts of regular expressions. */

/** @returns the text as a regular expression that matches it alone */
export function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
