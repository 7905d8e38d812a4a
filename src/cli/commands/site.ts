import { UsageError } from '#specgraph/usage-error';
import { defineCommand } from '../command.ts';
import { DEFAULT_FOLDER } from '../folder.ts';
import { readNumber } from '../options.ts';

const DEFAULT_PORT = 4321;
const DEFAULT_OUT = 'site';

export const site = defineCommand({
  name: 'site',
  summary: 'Serves the site of a folder of Markdown while it is written, or builds it.',
  operands: '[build] [DIR …]',
  options: {
    'allow-errors': { about: 'with build: publish a set with errors, which its page /integrity/ lists' },
    base: { value: 'PATH', about: 'folder below the address at which the site is published; default /' },
    baseline: {
      value: 'FILE',
      about: 'with build: findings that FILE lists stop no build; default specgraph.baseline.json in DIR',
    },
    config: { value: 'FILE', about: 'configuration instead of the nearest specgraph.config.*' },
    'no-config': { about: 'ignore configurations' },
    out: { value: 'DIR', about: `with build: the folder of the built site; default ${DEFAULT_OUT}` },
    port: { value: 'N', about: `the port of the server; default ${DEFAULT_PORT}, or the next free one` },
    url: { value: 'URL', about: 'address at which the site is published; default SITE_URL' },
  },
  notes: [
    'A build with an error of the check publishes nothing and leaves the last one as it was. Several folders are built as one site: each gets a folder of its own, and the header a switch between them; the server gives each a port of its own. The site needs Astro and some further packages, which a check does not; the command names what is missing.',
  ],
  examples: [
    'specgraph site docs',
    'specgraph site build docs --out public --base /docs/',
    'specgraph site protocol handbook',
  ],
  async run({ options, operands }, effects) {
    const isBuild = operands[0] === 'build';
    const folders = isBuild ? operands.slice(1) : operands;
    for (const name of ['allow-errors', 'baseline', 'out'] as const)
      if (!isBuild && options[name] !== undefined)
        throw new UsageError(`--${name} belongs to a build`, `specgraph site build --${name} …`);
    const port = readNumber('--port', options.port) ?? DEFAULT_PORT;
    const { buildSite, buildSites, serveSite, serveSites } = await import('../../integration/standalone.ts');
    const given = {
      cwd: effects.cwd,
      folder: folders[0] ?? DEFAULT_FOLDER,
      config: options['no-config'] ? (false as const) : options.config,
      site: options.url ?? (effects.env.SITE_URL || undefined),
      baseline: options.baseline,
      allowErrors: options['allow-errors'],
      base: options.base ?? (effects.env.BASE_PATH || undefined),
    };
    if (isBuild) {
      const out = options.out ?? DEFAULT_OUT;
      const failure = await (folders.length > 1 ? buildSites(folders, given, out) : buildSite(given, out));
      if (failure === undefined) effects.stdout.write(`The site is in ${out}.\n`);
      else effects.stderr.write(`specgraph: ${failure.message}${failure.hint ? `; ${failure.hint}` : ''}\n`);
      return failure === undefined ? 0 : 1;
    }
    if (folders.length > 1) {
      const { sites, stop } = await serveSites(folders, given, port);
      for (const { name, url } of sites) effects.stdout.write(`${name}: ${url}\n`);
      effects.stdout.write('(Ctrl-C ends them)\n');
      await effects.interrupted();
      await stop();
      return 0;
    }
    const server = await serveSite(given, port);
    effects.stdout.write(`The site: ${server.url}  (Ctrl-C ends it)\n`);
    await effects.interrupted();
    await server.stop();
    return 0;
  },
});
