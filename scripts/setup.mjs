// `npm run setup [-- --browser]`: installs the packages, and a browser for the tests. Runs on Node 18.
import { findBrowser } from './setup/find-browser.mjs';
import { installPackages } from './setup/install-packages.mjs';

try {
  installPackages();
  if (process.argv.includes('--browser')) console.log(`Browser: ${findBrowser() || "Playwright's own"}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
