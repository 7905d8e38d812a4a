/** Evaluates arithmetic as it is written in prose: "(2 + 2 + 1) / 3", "2*f + 3", "4f+3", "10 * 2^(n-1)". */

const TOKEN = /\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[A-Za-z_]\w*|[-–+×x*·/÷^()])/gy;

/** Longer expressions are not what anybody writes in prose, and brackets may be nested without end. */
const MAX_TOKENS = 100;

/**
 * Recursive descent with the usual precedence; a number before a name or a bracket multiplies it.
 *
 * @param variables values of the names in the expression
 * @returns undefined where the text is no expression or a very long one, or has a name without a value
 */
export function evaluate(
  expression: string,
  variables: Readonly<Record<string, number>> = {},
): number | undefined {
  const tokens = tokensOf(expression.trim());
  if (!tokens) return undefined;
  let at = 0;
  const next = (pattern: RegExp): string | undefined =>
    at < tokens.length && pattern.test(tokens[at]) ? tokens[at++] : undefined;

  const sum = (): number => {
    let value = product();
    for (let sign = next(/^[-–+]$/); sign; sign = next(/^[-–+]$/))
      value += sign === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      const sign = next(/^[×x*·/÷]$/);
      if (sign) value = /[/÷]/.test(sign) ? value / power() : value * power();
      else if (at < tokens.length && /^[A-Za-z_(]/.test(tokens[at])) value *= power();
      else return value;
    }
  };
  const power = (): number => {
    const base = operand();
    return next(/^\^$/) ? base ** power() : base;
  };
  const operand = (): number => {
    if (next(/^\($/)) {
      const value = sum();
      return next(/^\)$/) ? value : NaN;
    }
    const written = next(/^[\w.,]+$/);
    if (written === undefined) return NaN;
    if (/^\d/.test(written)) return Number(written.replaceAll(',', ''));
    return Object.hasOwn(variables, written) ? variables[written] : NaN;
  };

  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}

function tokensOf(expression: string): string[] | undefined {
  const tokens: string[] = [];
  let end = 0;
  for (const match of expression.matchAll(TOKEN)) {
    if (tokens.length === MAX_TOKENS) return undefined;
    tokens.push(match[1]);
    end = match.index + match[0].length;
  }
  return end === expression.length && tokens.length > 0 ? tokens : undefined;
}
