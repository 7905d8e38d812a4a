/** What Astro says of a hook that throws. */
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { UsageError } from '#specgraph/usage-error';
import { SiteError } from './site-error.ts';

/** Astro logs this before it passes any exception of an integration on to whoever runs it. */
const UNHANDLED = 'An unhandled error occurred while running the ';

type Hook = (given: { logger: AstroIntegrationLogger }) => unknown;

/**
 * An integration whose own faults are said once. A set with errors, a configuration that cannot be read and a folder that
 * cannot be written to are no errors of the program, and their exceptions say what to do.
 */
export function saysOwnFaultsOnce(integration: AstroIntegration): AstroIntegration {
  const hooks = Object.entries(integration.hooks).map(([name, hook]) => {
    const run = async (given: { logger: AstroIntegrationLogger }): Promise<void> => {
      try {
        await (hook as Hook)(given);
      } catch (error) {
        if (isOwn(error)) leaveOutUnhandled(given.logger);
        throw error;
      }
    };
    return [name, run];
  });
  return { ...integration, hooks: Object.fromEntries(hooks) as AstroIntegration['hooks'] };
}

function isOwn(error: unknown): boolean {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem || error instanceof SiteError || error instanceof UsageError;
}

function leaveOutUnhandled(logger: AstroIntegrationLogger): void {
  const say = logger.error.bind(logger);
  logger.error = (message) => {
    if (!message.startsWith(UNHANDLED)) say(message);
  };
}
