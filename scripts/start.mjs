// `npm start`: installs, checks the specification and prints the findings, then serves the site. Runs on Node 18.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { installPackages } from './setup/install-packages.mjs';
import { needsShell, ROOT, run, withProgramsOf } from './setup/run.mjs';
import { waitForAnswer } from './wait-for-answer.mjs';

const FIRST_PORT = Number(process.env.PORT) || 4321;
const env = withProgramsOf(ROOT, { ASTRO_TELEMETRY_DISABLED: '1' });

/** The first free port from `port` on. */
function freePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      error.code === 'EADDRINUSE' ? resolve(freePort(port + 1)) : reject(error),
    );
    server.listen(port, 'localhost', () => server.close(() => resolve(port)));
  });
}

/** Serves the site, and prints its address as soon as the server answers. */
async function serve() {
  const port = await freePort(FIRST_PORT);
  const base = (process.env.BASE_PATH ?? '').replace(/^\/?|\/?$/g, '/').replace(/^\/+$/, '/');
  const url = `http://localhost:${port}${base}`;
  const server = spawn('astro', ['dev', '--port', String(port), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: needsShell('astro'),
    env,
  });
  let isRunning = true;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('error', (error) => console.error(error.message));
  server.on('close', (code) => {
    isRunning = false;
    process.exitCode = code ?? 0;
  });
  if (await waitForAnswer(url, () => isRunning))
    console.log(`\nThe specification: ${url}  (Ctrl-C ends it)\n`);
}

try {
  installPackages();
  // The site is served although there are findings: the author wants to see them there.
  run('node', ['scripts/specgraph.mjs', 'check'], { env });
  await serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
