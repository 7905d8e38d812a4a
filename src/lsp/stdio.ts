/** The language server on the streams of a process. */
import { Writable } from 'node:stream';
import type { WatchDog } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from './server.ts';

/** How often the server looks whether the editor that started it still runs. */
const PARENT_CHECK_MS = 5000;

/**
 * Serves an editor on standard input and output.
 * @param version of the program
 * @returns the exit status of the protocol: 0 where the editor said "shutdown" before it left, otherwise 1
 */
export function serveStdio(version: string): Promise<number> {
  const output = reserveStdout();
  const input = process.stdin;
  return new Promise((resolve) => {
    let parentCheck: NodeJS.Timeout | undefined;
    const end = (status: number): void => {
      clearInterval(parentCheck);
      input.destroy();
      resolve(status);
    };
    const watchDog: WatchDog = {
      shutdownReceived: false,
      initialize({ processId }) {
        if (processId !== null)
          parentCheck = setInterval(() => endWithout(processId), PARENT_CHECK_MS).unref();
      },
      exit: end,
    };
    const endWithout = (processId: number): void => {
      if (!isRunning(processId)) end(watchDog.shutdownReceived ? 0 : 1);
    };
    input.on('close', () => end(watchDog.shutdownReceived ? 0 : 1));
    input.on('end', () => end(watchDog.shutdownReceived ? 0 : 1));
    startServer(
      (logger) =>
        createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
      watchDog,
      version,
    );
  });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user runs, although it may not be asked.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Keeps standard output for the protocol: what a configuration prints while it is evaluated goes to standard error.
 * @returns a stream to standard output
 */
function reserveStdout(): Writable {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = process.stderr.write.bind(process.stderr) as typeof stdout.write;
  // A client that has gone does not read any more: the end of standard input ends the server.
  stdout.on('error', () => {});
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => void write(chunk, () => done()),
  });
}
