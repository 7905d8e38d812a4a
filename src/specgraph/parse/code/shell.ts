import { forEachChild, parse, type Command, type SyntaxNode } from 'unbash';
import type { CodeFault, NameInCode, ShellNames, ShellScopeNames, ShellSet } from '../../model/index.ts';

/** POSIX shell and Bash. */
export function parseShell(code: string): CodeFault | undefined {
  const [error] = parse(code).errors ?? [];
  return error && { offset: error.pos, reason: error.message.replaceAll("'", '"') };
}

const IS_NAME = /^[A-Za-z_]\w*$/;

/** The functions that shell code defines, the commands that it calls by a plain name, and the variables of each function. */
export function readShellNames(code: string): ShellNames {
  const names: ShellNames = { definitions: [], calls: [], reads: [], scopes: [] };
  const add = (list: NameInCode[], name: string, offset: number): void => {
    if (IS_NAME.test(name)) list.push({ name, offset });
  };
  const visitIn = (scope: ShellScopeNames): ((node: SyntaxNode) => void) => {
    const read = (name: string, offset: number, hasDefault = false): void => {
      add(names.reads, name, offset);
      if (!hasDefault) add(scope.reads, name, offset);
    };
    return function visit(node: SyntaxNode): void {
      switch (node.type) {
        case 'Function':
          add(names.definitions, node.name.text, node.name.pos);
          forEachChild(node, visitIn(newScope(names, node.name.text)));
          return;
        case 'Command':
          if (node.name) add(names.calls, node.name.text, node.name.pos);
          readCommand(node, scope);
          break;
        case 'Assignment':
          if (!scope.sets.some(({ offset }) => offset === node.pos)) add(scope.sets, node.name, node.pos);
          break;
        case 'For':
        case 'Select':
          add(scope.sets, node.name.text, node.name.pos);
          break;
        case 'ArithmeticBinary':
          if (/^(?:[^=!<>]?|<<|>>)=$/.test(node.operator) && node.left.type === 'ArithmeticWord')
            add(scope.sets, node.left.value, node.left.pos);
          break;
        case 'SimpleExpansion':
          read(node.text.slice(1), node.pos + 1);
          break;
        case 'ParameterExpansion': {
          const { operation } = node;
          read(node.parameter, node.parameterPos, operation?.type === 'Default');
          if (operation?.type === 'Default' && operation.operator.endsWith('='))
            add(scope.sets, node.parameter, node.parameterPos);
          break;
        }
        case 'ArithmeticWord': {
          // The parser gives no parts of `$name` in an arithmetic expression.
          const [, sign, name] = /^(\$\{?)(\w+)/.exec(node.value) ?? [];
          if (name !== undefined && !node.parts) read(name, node.pos + sign.length);
          else add(scope.reads, node.value, node.pos);
          break;
        }
        case 'Script':
          // Offsets in a command between escaped backticks are those of another text.
          if (node.source !== undefined) return;
      }
      forEachChild(node, visit);
    };
  };
  visitIn(newScope(names))(parse(code));
  return names;
}

function newScope({ scopes }: ShellNames, name?: string): ShellScopeNames {
  const scope: ShellScopeNames = { ...(name !== undefined && { name }), sets: [], reads: [], calls: [] };
  scopes.push(scope);
  return scope;
}

const DECLARES = new Set(['local', 'declare', 'typeset', 'readonly', 'export']);
const SETS = new Set([...DECLARES, 'read', 'mapfile', 'readarray', 'getopts', 'printf', 'let', 'unset']);
const RUNS_OTHER = new Set(['.', 'source', 'eval']);

/** Any command may set a variable that it is given by its name: `read -r line`, `mapfile -t lines`, `set_default port 80`. */
function readCommand({ name, args }: Command, scope: ShellScopeNames): void {
  const command = name?.text ?? '';
  if (command !== '') scope.calls.push(command);
  if (RUNS_OTHER.has(command)) scope.runsOther = true;
  const isLocal =
    DECLARES.has(command) && command !== 'export' && !args.some((one) => one.text.startsWith('-g'));
  for (const arg of args) {
    const written = arg.type === 'Assignment' ? arg.name : arg.text;
    if (!IS_NAME.test(written)) continue;
    const how: ShellSet = isLocal ? { isLocal } : SETS.has(command) ? {} : { isGiven: true };
    scope.sets.push({ name: written, offset: arg.pos, ...how });
  }
}
