/**
 * Quotes a value for an OpenNebula template. OpenNebula's parser knows one escape, `\"`, and takes every other backslash
 * literally (src/parsers/template_parser.l and template_syntax.y of OpenNebula).
 */
export function quote(value: string): string {
  return `"${value.replaceAll('"', String.raw`\"`)}"`;
}
