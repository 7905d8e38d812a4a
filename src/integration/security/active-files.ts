/** Files that run programs when a browser opens them. The site publishes them as text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Types that a browser runs, or shows as pages that may hold programs. */
const ACTIVE =
  /^\.(?:html?|xhtml?|xht|shtml|mhtml?|hta|xml|xslt?|svgz|[cm]?js|jsx|tsx|wasm|swf|jar|webmanifest)$/i;
/** Programs, pages of others, and names of entities and addresses that could hide either. */
const ACTIVE_IN_SVG =
  /<(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener|set)\b|<!(?:entity|doctype[^>]*\[)|<\?xml-stylesheet|[\s"'/]on\w+\s*=|attributename\s*=\s*["'](?:xlink:)?href|javascript:|data:(?!image\/(?:png|jpe?g|gif|webp|avif))|@import/i;

/**
 * Whether a file may run something. A picture is examined, and one that cannot be read counts as active.
 * @param file absolute path
 */
export function isActive(file: string): boolean {
  const extension = path.extname(file);
  if (!/^\.svg$/i.test(extension)) return ACTIVE.test(extension);
  try {
    const bytes = readFileSync(file);
    // A text in another encoding may hide a word from the expression, not from a browser.
    const isOther = bytes.includes(0) || /encoding\s*=\s*["'](?!utf-8)/i.test(String(bytes));
    return isOther || ACTIVE_IN_SVG.test(withoutReferences(String(bytes)));
  } catch {
    return true;
  }
}

/** Puts in the characters that stand as numbers: "java&#115;cript" is a word to a browser. */
function withoutReferences(text: string): string {
  return text.replaceAll(/&#(?:x([\da-f]+)|(\d+));?/gi, (_all, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}
