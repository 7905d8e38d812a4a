/** The log of Astro where a command of this package runs it. */
import toTerminal from 'astro/logger/node';

type Destination = ReturnType<typeof toTerminal>;

/** What Astro says of every exception of an integration, before it passes it on to the command. */
const UNHANDLED = 'An unhandled error occurred while running the ';

/** Leaves out what the command says itself, in one line: that it publishes nothing, and why. */
export default function buildLog(): Destination {
  const destination = toTerminal({});
  return {
    ...destination,
    write(event) {
      const isSaidAgain = event.label?.startsWith('specgraph') && event.message.startsWith(UNHANDLED);
      if (!isSaidAgain) destination.write(event);
    },
  };
}
