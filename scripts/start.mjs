// Behind `npm start`: sets up, checks the specification and prints the findings, then serves the site. Runs on Node 18.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { installPackages, ROOT, toolEnvironment } from './setup.mjs';

const FIRST_PORT = Number(process.env.PORT) || 4321;

/** The first port from `port` on that nobody listens at. */
function freePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      error.code === 'EADDRINUSE' ? resolve(freePort(port + 1)) : reject(error),
    );
    server.listen(port, 'localhost', () => server.close(() => resolve(port)));
  });
}

async function main() {
  installPackages();
  const options = {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: toolEnvironment({ ASTRO_TELEMETRY_DISABLED: '1' }),
  };
  // Findings do not keep the site from being served: the author who has made them wants to see it.
  spawnSync('node', ['scripts/specgraph.mjs', 'check'], options);
  const port = await freePort(FIRST_PORT);
  const base = (process.env.BASE_PATH ?? '').replace(/^\/?|\/?$/g, '/').replace(/^\/+$/, '/');
  console.log(`\nThe specification: http://localhost:${port}${base}  (Ctrl-C ends it)\n`);
  const server = spawn('astro', ['dev', '--port', String(port), ...process.argv.slice(2)], options);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('close', (code) => {
    process.exitCode = code ?? 0;
  });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
