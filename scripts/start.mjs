// `npm start`: installs, checks the specification and prints the findings, then serves the site. Runs on Node 18.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { installPackages } from './setup/install-packages.mjs';
import { ROOT, run, withProgramsOf } from './setup/run.mjs';
import { runningServer, serve } from './start/serve.mjs';

const noteFile = path.join(ROOT, '.cache', 'server.json');
const env = withProgramsOf(ROOT, { ASTRO_TELEMETRY_DISABLED: '1' });

try {
  const running = await runningServer(noteFile);
  if (running) {
    console.log(`The specification is served already: ${running.url}  (process ${running.pid})`);
    process.exit(0);
  }
  rejectReadOnly(ROOT);
  installPackages();
  // The site is served although there are findings: the author wants to see them there.
  run('node', ['scripts/specgraph.mjs', 'check'], { env });
  await serve({
    program: 'astro',
    args: (port) => ['dev', '--port', String(port), ...process.argv.slice(2)],
    firstPort: Number(process.env.PORT) || 4321,
    base: (process.env.BASE_PATH ?? '').replace(/^\/?|\/?$/g, '/').replace(/^\/+$/, '/'),
    noteFile,
    spawnOptions: { cwd: ROOT, env },
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** @param {string} folder the server keeps its notes and what it has made there */
function rejectReadOnly(folder) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`npm start writes into its folder, ${folder}, which cannot be written to.`);
  }
}
