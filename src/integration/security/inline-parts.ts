/** Finds what stands in the HTML of a page itself: scripts, style sheets and style attributes. */

/** Comments and elements of plain text are passed over as a whole: what looks like a tag in them is none. */
const PART =
  /<!--[^]*?-->|<(?<name>script|style|textarea|title)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<text>[^]*?)<\/\k<name>\s*>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const STYLE = attribute('style');
const HAS_STYLE = /style/i;
const MAY_HAVE_STYLE = /\sstyle\s*=/i;
const CLASS = attribute('class');
/** The types of scripts that a browser runs; others are data. */
const RUNS = /^(?:module|text\/javascript|application\/javascript|importmap|speculationrules|)$/i;

/** Finds an attribute of a tag, and nothing that looks like it in the value of another one. */
function attribute(name: string): RegExp {
  const before = String.raw`(?<before><[a-z][^\s/>]*(?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*?)`;
  const value = String.raw`(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))`;
  return new RegExp(String.raw`^${before}\s+${name}\s*=\s*${value}`, 'i');
}

export interface InlineParts {
  /** The texts of scripts that a browser runs. */
  scripts: string[];
  styles: string[];
}

/** @param html a page as a program has written it: attributes are quoted, and elements are closed */
export function inlineParts(html: string): InlineParts {
  const parts: InlineParts = { scripts: [], styles: [] };
  for (const { groups } of html.matchAll(PART)) {
    const { name, attributes = '', text = '' } = groups!;
    if (text === '') continue;
    if (/^style$/i.test(name)) parts.styles.push(text);
    if (/^script$/i.test(name) && !/\ssrc\s*=/i.test(attributes) && RUNS.test(typeOf(attributes)))
      parts.scripts.push(text);
  }
  return parts;
}

function typeOf(attributes: string): string {
  return /\stype\s*=\s*["']?(?<type>[^\s"'>]*)/i.exec(attributes)?.groups!.type ?? '';
}

/**
 * Replaces style attributes, which a strict policy forbids, by classes.
 * @param classOf names the class that has these declarations; undefined leaves the attribute
 */
export function stylesToClasses(html: string, classOf: (style: string) => string | undefined): string {
  if (!MAY_HAVE_STYLE.test(html)) return html;
  return html.replaceAll(PART, (...match) => {
    const [part, groups] = [match[0] as string, match.at(-1) as Record<string, string | undefined>];
    // Few tags have one, and the expression takes long.
    if (groups.name || part.startsWith('<!--') || !HAS_STYLE.test(part)) return part;
    const style = STYLE.exec(part)?.groups;
    const name = style && classOf(decode(style.double ?? style.single ?? style.bare));
    return name === undefined ? part : withClass(part.replace(STYLE, '$<before>'), name);
  });
}

function withClass(tag: string, name: string): string {
  if (!CLASS.test(tag)) return tag.replace(/^<[^\s/>]+/, `$& class="${name}"`);
  return tag.replace(CLASS, (...match) => {
    const { before, double, single, bare } = match.at(-1) as Record<string, string | undefined>;
    const quote = single === undefined ? '"' : "'";
    return `${before} class=${quote}${double ?? single ?? bare} ${name}${quote}`;
  });
}

const CHARACTERS: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(quot|apos|amp|lt|gt));/gi, (_all, hex, decimal, name) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : CHARACTERS[name.toLowerCase()],
  );
}
