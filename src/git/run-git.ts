import { execFile } from 'node:child_process';

/** Runs git with these arguments. Rejects with the error message of git when it fails. */
export type Git = (args: readonly string[], input?: string) => Promise<Uint8Array>;

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;

/** @param cwd directory in which git runs */
export function gitIn(cwd: string): Git {
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        [...args],
        { cwd, encoding: 'buffer', maxBuffer: MAX_OUTPUT_BYTES },
        (error, stdout, stderr) => {
          if (error) reject(new Error(stderr.toString('utf8').trim() || error.message, { cause: error }));
          else resolve(stdout);
        },
      );
      // When git fails before it has read the input, its exit status says more than the broken pipe.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}
