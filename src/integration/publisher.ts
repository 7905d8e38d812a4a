/** Secures the pages of the built site, checks its links, and publishes it. */
import { rm } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { plural } from '#specgraph/text/lists';
import { checkBuiltLinks, describeDead } from './check-built-links.ts';
import type { KeptBuild } from './earlier-builds.ts';
import { copyLinkedFiles, type LinkedFiles } from './linked-files.ts';
import { securePages } from './security/secure-pages.ts';
import { saysOwnFaultsOnce } from './own-faults.ts';
import { publish } from './publish.ts';
import { SiteError } from './site-error.ts';

interface Publication {
  /** The folder in which the site was built. */
  built: string;
  /** The folder where it should be. */
  target: string;
  linked: LinkedFiles;
  /** Addresses on the same host that are no part of this site. */
  elsewhere: readonly string[];
  contentSecurityPolicy: boolean;
  earlier?: KeptBuild;
}

/** An integration that runs behind all others. */
export function publisher({
  built,
  target,
  linked,
  elsewhere,
  contentSecurityPolicy,
  earlier,
}: Publication): AstroIntegration {
  let base = '/';
  let assets = '';
  return saysOwnFaultsOnce({
    name: 'specgraph-publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        assets = config.build.assets;
      },
      'astro:build:done': async ({ logger }) => {
        if (contentSecurityPolicy) await securePages(built, base, assets);
        await copyLinkedFiles(linked, built);
        const { dead, links, pages } = await checkBuiltLinks(built, base, elsewhere, earlier);
        // The check of the documents has judged what their authors wrote, with its suppressions and its baseline.
        for (const line of describeDead(dead.filter(({ isOfDocument }) => isOfDocument))) logger.warn(line);
        const own = describeDead(dead.filter(({ isOfDocument }) => !isOfDocument));
        for (const line of own) logger.error(line);
        if (own.length > 0) {
          await rm(built, { recursive: true, force: true });
          throw new SiteError(
            `${plural(own.length, 'link')} of the built site ${own.length === 1 ? 'leads' : 'lead'} nowhere; nothing is published`,
          );
        }
        await earlier?.save();
        await publish(built, target.replace(/[\\/]$/, ''));
        logger.info(`${links} links of ${pages} pages resolve`);
      },
    },
  });
}
