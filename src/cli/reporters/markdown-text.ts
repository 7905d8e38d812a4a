/** Text of documents within GitHub-flavoured Markdown, such as a comment on a pull request. */

/** A code span. Its fence is longer than any run of backticks in the text. */
export function codeSpan(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${oneLine} ${fence}` : `${fence}${oneLine}${fence}`;
}

/** An escaped "@name" would still notify somebody on GitHub. */
const MARKDOWN_ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '@': '&#64;' };

/** Text on one line in which nothing is markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~@]/g, (character) => MARKDOWN_ENTITIES[character] ?? `\\${character}`);
}

/** A longer list is cut, so that a comment stays short enough to be read. */
const MAX_LIST_LINES = 40;
/** A longer list is folded. */
const MAX_OPEN_LINES = 8;

/** A list with its title; folded where it is long, unless it has to be seen. */
export function markdownList(title: string, items: readonly string[], isUrgent: boolean): string[] {
  const shown = items.slice(0, MAX_LIST_LINES).map((item) => `- ${item}`);
  const rest = items.length > MAX_LIST_LINES ? [`- … and ${items.length - MAX_LIST_LINES} more`] : [];
  return items.length > MAX_OPEN_LINES && !isUrgent
    ? [`<details><summary>${title}</summary>`, '', ...shown, ...rest, '', '</details>', '']
    : [`**${title}**`, '', ...shown, ...rest, ''];
}
