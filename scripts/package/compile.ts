/**
 * Compiles what Node itself loads of the package: `src/` to `lib/`, with types and source maps. Node runs no TypeScript
 * below `node_modules`. The pages of the site stay in `src/`: Vite compiles them.
 */
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The rooms that the command line and the integration load. */
const ROOMS = ['specgraph', 'profiles', 'git', 'cli', 'lsp', 'integration'];

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  rewriteRelativeImportExtensions: true,
  resolveJsonModule: true,
  strict: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  // `npm test` has checked the types, which takes longer than all else here.
  noCheck: true,
  types: ['node', 'vite/client'],
  declaration: true,
  sourceMap: true,
};

/**
 * Compiles the package.
 * @param root the repository
 * @param out folder of the compiled files; it is emptied first
 * @throws Error with the messages of the compiler where code cannot be parsed
 */
export function compilePackage(root: string, out: string): void {
  rmSync(out, { recursive: true, force: true });
  const source = path.join(root, 'src');
  const files = ROOMS.flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: source }));
  const program = ts.createProgram(
    files.map((file) => path.join(source, file)),
    { ...OPTIONS, rootDir: source, outDir: out, configFilePath: path.join(root, 'tsconfig.json') },
  );
  const rewriter = doorRewriter(root);
  const emitted = program.emit(undefined, undefined, undefined, false, {
    before: [rewriter],
    afterDeclarations: [rewriter as ts.TransformerFactory<ts.SourceFile | ts.Bundle>],
  });
  const diagnostics = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
  if (diagnostics.length > 0) throw new Error(describe(diagnostics, root));
  for (const page of globSync('{specgraph,profiles}/**/*.md', { cwd: source }))
    cpSync(path.join(source, page), path.join(out, page));
}

function describe(diagnostics: readonly ts.Diagnostic[], root: string): string {
  return ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  });
}

/**
 * Replaces the doors of `imports` in package.json (`#specgraph/load`) by relative paths, and `.ts` by `.js`. The doors
 * lead into `src/`, and compiled modules import compiled ones. Types keep `.ts` in the compiler's own output.
 */
function doorRewriter(root: string): ts.TransformerFactory<ts.SourceFile> {
  const { imports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    imports: Record<string, string>;
  };
  return (context) => (file) => {
    const rewrite = (specifier: string): string => {
      const target = targetOfDoor(specifier, imports);
      const relative = target
        ? path.posix.relative(path.posix.dirname(toPosix(file.fileName)), toPosix(path.join(root, target)))
        : specifier;
      const dotted = relative.startsWith('.') || !target ? relative : `./${relative}`;
      return dotted.startsWith('.') ? dotted.replace(/(?<!\.d)\.ts$/, '.js') : dotted;
    };
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isStringLiteral(node) && isSpecifier(node)) {
        const text = rewrite(node.text);
        return text === node.text ? node : context.factory.createStringLiteral(text, true);
      }
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitEachChild(file, visit, context);
  };
}

/** Whether a literal names a module: in `import … from`, `export … from`, `import(…)` and the type `import('…')`. */
function isSpecifier(node: ts.StringLiteral): boolean {
  const { parent } = ts.getOriginalNode(node);
  if (!parent) return /^(?:#|\.{1,2}\/)/.test(node.text);
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return parent.parent && ts.isImportTypeNode(parent.parent);
  return ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** The file that a door leads to; undefined for any other specifier. */
function targetOfDoor(specifier: string, imports: Readonly<Record<string, string>>): string | undefined {
  if (imports[specifier]) return imports[specifier];
  for (const [door, target] of Object.entries(imports)) {
    const [head, tail] = door.split('*');
    if (tail !== undefined && specifier.startsWith(head) && specifier.endsWith(tail))
      return target.replace('*', specifier.slice(head.length, specifier.length - tail.length));
  }
  return undefined;
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/');
}

const ROOT = path.resolve(import.meta.dirname, '../..');
if (process.argv[1] === import.meta.filename) {
  try {
    compilePackage(ROOT, path.join(ROOT, 'lib'));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
