/** Reads every option of the configuration, with its comment, from the source of the schema. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Option {
  /** "site.links[].label"; `*` is a name that the author chooses. */
  key: string;
  /** "text", "list of text", "`off` or `warn`". */
  value: string;
  /** As the schema writes it; undefined where the option has none. */
  default?: string;
  isRequired: boolean;
  /** The comment of the schema; empty where there is none. */
  about: string;
}

interface Described {
  value: string;
  default?: string;
  isRequired: boolean;
  children: Option[];
}

/** The schema, and the modules whose constants it is made of. */
const MODULES = [
  'config.ts',
  'config-definitions.ts',
  'kinds/schema.ts',
  'kinds/kind.ts',
  'model/findings.ts',
  'model/definitions.ts',
  'renderers/renderer.ts',
];

/** @param engine the folder `src/specgraph` */
export function readOptions(engine: string): Option[] {
  const reader = new SchemaReader(MODULES.map((name) => path.join(engine, name)));
  return reader.options('configSchema');
}

class SchemaReader {
  readonly constants = new Map<ts.SourceFile, Map<string, ts.Expression>>();

  constructor(files: readonly string[]) {
    for (const file of files) {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
      const found = new Map<string, ts.Expression>();
      source.forEachChild((node) => {
        if (!ts.isVariableStatement(node)) return;
        for (const { name, initializer } of node.declarationList.declarations)
          if (ts.isIdentifier(name) && initializer) found.set(name.text, initializer);
      });
      this.constants.set(source, found);
    }
  }

  options(name: string): Option[] {
    const [source] = this.constants.keys();
    return this.describe(this.constants.get(source)!.get(name)!).children;
  }

  /** A constant of the same module, or else of another one. */
  private resolve(node: ts.Identifier): ts.Expression | undefined {
    const own = this.constants.get(node.getSourceFile())?.get(node.text);
    return own ?? [...this.constants.values()].map((one) => one.get(node.text)).find((one) => one);
  }

  private describe(node: ts.Expression): Described {
    const plain = (value: string): Described => ({ value, isRequired: true, children: [] });
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return this.describe(node.expression);
    if (ts.isIdentifier(node)) {
      const target = this.resolve(node);
      return target ? this.describe(target) : plain(node.text);
    }
    if (ts.isObjectLiteralExpression(node))
      return { value: 'entries', isRequired: true, children: this.entries(node) };
    if (!ts.isCallExpression(node)) return plain(node.getText());
    const [first, second] = node.arguments;
    switch (node.expression.getText().replace(/^v\./, '')) {
      case 'optional':
        return { ...this.describe(first), isRequired: false, default: second?.getText() };
      case 'pipe':
      case 'strictObject':
        return this.describe(first);
      case 'string':
        return plain('text');
      case 'number':
        return plain('number');
      case 'boolean':
        return plain('`true` or `false`');
      case 'literal':
        return plain(`\`${first.getText()}\``);
      case 'custom':
        return plain('object');
      case 'picklist':
        return plain(this.choices(first));
      case 'array':
        return under(this.describe(first), 'list of ', '[]');
      case 'record':
        return under(this.describe(second), 'by name: ', '.*');
      case 'tuple':
        return plain('pair of texts');
      case 'list': {
        const one = this.describe(first);
        return { ...one, value: `${one.value}, or a list of such` };
      }
      case 'union': {
        const forms = (first as ts.ArrayLiteralExpression).elements.map((form) => this.describe(form));
        return {
          value: [...new Set(forms.map(({ value }) => value))].join(' or '),
          isRequired: true,
          children: forms.flatMap(({ children }) => children),
        };
      }
      default:
        return plain(node.getText());
    }
  }

  private entries(node: ts.ObjectLiteralExpression): Option[] {
    return node.properties.flatMap((property): Option[] => {
      if (ts.isSpreadAssignment(property)) {
        const { expression } = property;
        const source = ts.isPropertyAccessExpression(expression) ? expression.expression : expression;
        return this.describe(source).children;
      }
      const name = property.name!.getText();
      const value = ts.isPropertyAssignment(property)
        ? property.initializer
        : (property as ts.ShorthandPropertyAssignment).name;
      const { children, ...described } = this.describe(value);
      const own = { key: name, about: commentOf(property), ...described };
      return [own, ...children.map((child) => ({ ...child, key: joined(name, child.key) }))];
    });
  }

  /** The values of a list of texts, or of the keys of a table. */
  private choices(node: ts.Expression): string {
    let at: ts.Expression = node;
    for (;;) {
      if (ts.isAsExpression(at) || ts.isSatisfiesExpression(at)) at = at.expression;
      else if (ts.isCallExpression(at)) at = at.arguments[0];
      else if (ts.isIdentifier(at) && this.resolve(at)) at = this.resolve(at)!;
      else break;
    }
    const names = ts.isArrayLiteralExpression(at)
      ? at.elements.map((one) => one.getText().replace(/^'|'$/g, ''))
      : ts.isObjectLiteralExpression(at)
        ? at.properties.map((one) => one.name!.getText().replace(/^'|'$/g, ''))
        : [at.getText()];
    return names.map((name) => `\`${name}\``).join(', ');
  }
}

function under({ value, children }: Described, words: string, mark: string): Described {
  return {
    value: words + value,
    isRequired: true,
    children: children.map((child) => ({ ...child, key: joined(mark, child.key) })),
  };
}

function joined(parent: string, child: string): string {
  return /^[.[]/.test(child) ? parent + child : `${parent}.${child}`;
}

function commentOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const last = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  if (!last) return '';
  return text
    .slice(last.pos, last.end)
    .replace(/^\/\*\*?|\*\/$|^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
