/**
 * A value in the quotes of an OpenNebula template. Its reader knows one escape, `\"`, and takes every other backslash
 * as it stands (src/parsers/template_parser.l and template_syntax.y of OpenNebula).
 */
export function quote(value: string): string {
  return `"${value.replaceAll('"', String.raw`\"`)}"`;
}
