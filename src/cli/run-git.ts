import { execFile } from 'node:child_process';

const LARGEST_OUTPUT = 1024 * 1024 * 1024;

/** Rejects with git's words where it fails. */
export function runGit(cwd: string, args: readonly string[], input = ''): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = execFile('git', [...args], { cwd, encoding: 'buffer', maxBuffer: LARGEST_OUTPUT }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.toString('utf8').trim() || error.message, { cause: error }));
      else resolve(stdout);
    });
    // Git may have failed before it reads; its exit tells more than the broken pipe.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
