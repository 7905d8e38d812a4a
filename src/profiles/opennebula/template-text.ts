/** Values as an OpenNebula template contains them. */

/** What happens to a `$` in a value of CONTEXT. */
export const DOLLAR_NOTE = 'OpenNebula replaces a name after $ in CONTEXT by the attribute of that name.';

/**
 * Quotes a value. OpenNebula's parser knows one escape, `\"`, and takes every other backslash literally
 * (src/parsers/template_parser.l and template_syntax.y of OpenNebula).
 */
export function quote(value: string): string {
  return `"${value.replaceAll('"', String.raw`\"`)}"`;
}

/** Explains why a template cannot contain a value in quotes; undefined if it can. */
export function quoteFault(value: string): string | undefined {
  if (value.endsWith('\\'))
    return 'A value cannot end in a backslash: a template reads it as an escape of the closing quote.';
  if (value.includes(']]>')) return 'A value cannot hold "]]>": OpenNebula refuses the template.';
  return /[\u0000-\u001f\u007f]/.test(value) ? 'A value cannot hold control characters.' : undefined;
}

/** The CONTEXT section of the template of a machine. @param lines `NAME = "value"` */
export function contextSection(lines: readonly string[]): string {
  return `CONTEXT = [\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`;
}

/**
 * The shell commands that instantiate a template whose CONTEXT refers to the inputs.
 * @param lines `NAME = "value"`
 * @param file holds the lines
 */
export function instantiateCommand(lines: readonly string[], file: string): string {
  const template = `"$TEMPLATE"`;
  if (lines.length === 0) return `# All values are the defaults.\nonetemplate instantiate ${template}\n`;
  return `cat >${file} <<'INPUTS'\n${lines.join('\n')}\nINPUTS\nonetemplate instantiate ${template} ${file}\n`;
}
