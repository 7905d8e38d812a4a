import { forEachChild, parse, type SyntaxNode } from 'unbash';
import type { CodeFault, NameInCode, ShellNames } from '../../model/index.ts';

/** POSIX shell and Bash. */
export function parseShell(code: string): CodeFault | undefined {
  const [error] = parse(code).errors ?? [];
  return error && { offset: error.pos, reason: error.message.replaceAll("'", '"') };
}

const IS_NAME = /^[A-Za-z_]\w*$/;

/** The functions that shell code defines, the commands that it calls by a plain name, and the variables that it reads. */
export function readShellNames(code: string): ShellNames {
  const names: ShellNames = { definitions: [], calls: [], reads: [] };
  const add = (list: NameInCode[], name: string, offset: number): void => {
    if (IS_NAME.test(name)) list.push({ name, offset });
  };
  const visit = (node: SyntaxNode): void => {
    switch (node.type) {
      case 'Function':
        add(names.definitions, node.name.text, node.name.pos);
        break;
      case 'Command':
        if (node.name) add(names.calls, node.name.text, node.name.pos);
        break;
      case 'SimpleExpansion':
        add(names.reads, node.text.slice(1), node.pos + 1);
        break;
      case 'ParameterExpansion':
        add(names.reads, node.parameter, node.parameterPos);
        break;
      case 'ArithmeticWord': {
        // The parser gives no parts of `$name` in an arithmetic expression.
        const [, sign, name] = /^(\$\{?)(\w+)/.exec(node.value) ?? [];
        if (name !== undefined && !node.parts) add(names.reads, name, node.pos + sign.length);
        break;
      }
      case 'Script':
        // Offsets in a command between escaped backticks are those of another text.
        if (node.source !== undefined) return;
    }
    forEachChild(node, visit);
  };
  visit(parse(code));
  return names;
}
