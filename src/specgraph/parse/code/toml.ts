import { parse, TomlError } from 'smol-toml';
import type { CodeFault } from '../../model/index.ts';

export function parseToml(code: string): CodeFault | undefined {
  try {
    parse(code);
    return undefined;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const lines = code.split('\n').slice(0, error.line - 1);
    const offset = lines.reduce((sum, line) => sum + line.length + 1, 0) + error.column - 1;
    return { offset, reason: error.message.split('\n')[0].replace(/^Invalid TOML document: /, '') };
  }
}
