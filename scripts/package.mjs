// `npm pack` and `npm publish` run this first: it compiles `src/` to `lib/`. It runs on Node 18, as `npm start` does.
import { installPackages } from './setup/install-packages.mjs';
import { ROOT, run, withProgramsOf } from './setup/run.mjs';

try {
  installPackages();
  process.exitCode = run('node', ['scripts/package/compile.ts'], { env: withProgramsOf(ROOT) }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
