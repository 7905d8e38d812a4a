// Compiles `src/` to `lib/` before npm packs this folder: for `npm pack` and `npm publish`, and where somebody installs the
// package from its repository, for which npm runs the script "prepare" alone. It runs on Node 18, as `npm start` does.
import { installPackages } from './setup/install-packages.mjs';
import { ROOT, run, withProgramsOf } from './setup/run.mjs';

/** npm sets it where it packs; "prepare" also runs at the end of `npm ci`, which needs nothing compiled. */
const isPacking = process.env.npm_package_resolved !== undefined;

try {
  if (isPacking) {
    // `npm install -g` of a repository hands its options on, and packages cannot be installed in this folder with that one.
    delete process.env.npm_config_global;
    installPackages();
    process.exitCode = run('node', ['scripts/package/compile.ts'], { env: withProgramsOf(ROOT) }).status ?? 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
