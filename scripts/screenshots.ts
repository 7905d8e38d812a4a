/** `npm run screenshots [PART-OF-NAME]`: pictures of the built site in .cache/screenshots. */
import { takeScreenshots } from '../tests/helpers/screenshots.ts';

const files = await takeScreenshots({ site: 'dist', folder: '.cache/screenshots', only: process.argv[2] });
console.log(files.join('\n'));
