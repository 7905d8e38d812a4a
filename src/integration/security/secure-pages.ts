/** Gives every page of a built site its Content Security Policy, and the host a file with the same as a header. */
import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentPolicy } from './content-policy.ts';
import { inlineParts, stylesToClasses } from './inline-parts.ts';

/** The headers that Netlify, Cloudflare Pages and others read from a site. */
const HEADERS_FILE = '_headers';
const HAS_POLICY = /<meta\s[^>]*http-equiv\s*=\s*["']?content-security-policy/i;

/**
 * Style attributes become classes of one style sheet. A page that brings its own policy stays as it is.
 * @param folder the built site
 * @param base the address below which it is published: "/docs/"
 * @param assets the folder of style sheets and scripts in it: "_astro"
 */
export async function securePages(folder: string, base: string, assets: string): Promise<void> {
  const classes = new Map<string, string>();
  const pages: { file: string; html: string; hasStyles: boolean }[] = [];
  let someHavePolicy = false;
  for (const file of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(path.join(folder, file), 'utf8');
    if (HAS_POLICY.test(html)) someHavePolicy = true;
    if (HAS_POLICY.test(html) || !/<head[\s>]/i.test(html)) continue;
    let hasStyles = false;
    const changed = stylesToClasses(html, (style) => {
      const name = `s-${digest(style)}`;
      // Braces would end the rule of the class.
      if (/[{}]/.test(style) || (classes.get(name) ?? style) !== style) return undefined;
      hasStyles = true;
      classes.set(name, style);
      return name;
    });
    pages.push({ file, html: changed, hasStyles });
  }
  const sheet = [...classes].sort().map(([name, style]) => `.${name}{${style}}`);
  const sheetFile = `${assets}/inline.${digest(sheet.join('\n'))}.css`;
  if (sheet.length > 0) await writeFile(path.join(folder, sheetFile), `${sheet.join('\n')}\n`);
  const prefix = `/${base}/`.replace(/\/{2,}/g, '/');
  const all = { scripts: new Set<string>(), styles: new Set<string>() };
  for (const { file, html, hasStyles } of pages) {
    const parts = inlineParts(html);
    for (const script of parts.scripts) all.scripts.add(script);
    for (const style of parts.styles) all.styles.add(style);
    const link = hasStyles ? `<link rel="stylesheet" href="${prefix}${sheetFile}">` : '';
    await writeFile(path.join(folder, file), withHead(html, contentPolicy(parts), link));
  }
  // A browser obeys the header and the policy of a page: ours would forbid what a page allows itself.
  if (someHavePolicy) return;
  const policy = contentPolicy({ scripts: [...all.scripts], styles: [...all.styles] }, { isHeader: true });
  await addHeaders(path.join(folder, HEADERS_FILE), prefix, policy);
}

/** The policy stands before all that it judges, but behind the encoding, which must stand at the beginning. */
function withHead(html: string, policy: string, link: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html
    .replace(/<head[^>]*>(?:\s*<meta charset="?[\w-]+"?\s*\/?>)?/i, (start) => start + meta)
    .replace(/<\/head>/i, (end) => link + end);
}

/** A file of the project that has a policy itself stays as it is. */
async function addHeaders(file: string, prefix: string, policy: string): Promise<void> {
  const own = await readFile(file, 'utf8').catch(() => '');
  if (/content-security-policy/i.test(own)) return;
  const headers = [
    `Content-Security-Policy: ${policy}`,
    'Referrer-Policy: strict-origin-when-cross-origin',
    'X-Content-Type-Options: nosniff',
  ];
  await appendFile(
    file,
    `${own && !own.endsWith('\n') ? '\n' : ''}${prefix}*\n${headers.map((line) => `  ${line}\n`).join('')}`,
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
