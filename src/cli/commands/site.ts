import { UsageError } from '#specgraph/usage-error';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import { readNumber } from '../options.ts';

const DEFAULT_PORT = 4321;
const DEFAULT_OUT = 'site';

export const site = defineCommand({
  name: 'site',
  summary: 'Serves the site of a folder of Markdown while it is written, or builds it.',
  operands: '[build] [DIR]',
  options: {
    base: { value: 'PATH', about: 'folder below the address at which the site is published; default /' },
    config: { value: 'FILE', about: 'configuration instead of the nearest specgraph.config.*' },
    'no-config': { about: 'ignore configurations' },
    out: { value: 'DIR', about: `with build: the folder of the built site; default ${DEFAULT_OUT}` },
    port: { value: 'N', about: `the port of the server; default ${DEFAULT_PORT}, or the next free one` },
    url: { value: 'URL', about: 'address at which the site is published; default SITE_URL' },
  },
  notes: [
    'A build with an error of the check publishes nothing and leaves the last one as it was. The site needs Astro and some further packages, which a check does not; the command names what is missing.',
  ],
  examples: ['specgraph site docs', 'specgraph site build docs --out public --base /docs/'],
  async run({ options, operands }, effects) {
    const isBuild = operands[0] === 'build';
    const folders = isBuild ? operands.slice(1) : operands;
    if (folders.length > 1) throw new UsageError(`site takes one folder, not ${folders.length}`);
    if (!isBuild && options.out !== undefined)
      throw new UsageError('--out is the folder of a built site', 'specgraph site build --out DIR');
    const port = readNumber('--port', options.port) ?? DEFAULT_PORT;
    const { buildSite, serveSite } = await import('../../integration/standalone.ts');
    const given = {
      cwd: effects.cwd,
      folder: folders[0] ?? DEFAULT_FOLDER,
      config: options['no-config'] ? (false as const) : options.config,
      site: options.url ?? (effects.env.SITE_URL || undefined),
      base: options.base ?? (effects.env.BASE_PATH || undefined),
    };
    if (isBuild) {
      const out = options.out ?? DEFAULT_OUT;
      const failure = await buildSite(given, out);
      if (failure === undefined) effects.stdout.write(`The site is in ${out}.\n`);
      else effects.stderr.write(`specgraph: ${failure}\n`);
      return failure === undefined ? 0 : 1;
    }
    const server = await serveSite(given, port);
    effects.stdout.write(`The site: ${server.url}  (Ctrl-C ends it)\n`);
    await effects.interrupted();
    await server.stop();
    return 0;
  },
});
