/** What several specifications that are published together share: their names, and the page that leads to them. */
import { identityOf } from '../site/page-frame/identity.ts';
import { liveProject } from './live/live-project.ts';

export interface Specification {
  name: string;
  /** Absolute path of its site, with a slash at the end. */
  href: string;
}

/** What a set calls itself. @param config a configuration file, or false for none; the nearest one unless given */
export async function nameOfSet(cwd: string, folder: string, config?: string | false): Promise<string> {
  const { graph } = await liveProject(cwd, folder, { config }).current();
  return identityOf(graph).name;
}

/** The page at the common address: it leads to the first specification, and lists all. */
export function entryPage(specifications: readonly Specification[]): string {
  const [first] = specifications;
  const items = specifications.map(
    ({ name, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=${escapeHtml(first.href)}">
<title>${escapeHtml(first.name)}</title>
<ul>
${items.join('\n')}
</ul>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
