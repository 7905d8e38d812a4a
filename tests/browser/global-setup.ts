/** Serves the built site once for all browser tests. */
import { builtSite } from '../helpers/built-site.ts';
import { serveFolder } from '../helpers/serve-folder.ts';

export default async function setUp(): Promise<() => Promise<void>> {
  const dist = builtSite();
  const server = await serveFolder(dist, process.env.BASE_PATH);
  process.env.SITE_UNDER_TEST = server.url;
  process.env.DIST_UNDER_TEST = dist;
  return () => server.close();
}
