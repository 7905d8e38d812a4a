/** `npm run screenshots [PART-OF-NAME]`: takes screenshots of the built site into .cache/screenshots. */
import { takeScreenshots } from '../tests/helpers/screenshots.ts';

const files = await takeScreenshots({ site: 'dist', folder: '.cache/screenshots', only: process.argv[2] });
console.log(files.join('\n'));
