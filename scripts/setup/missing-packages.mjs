// Which packages of a lockfile are not installed. Plain JavaScript that runs on Node 18.

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], libc?: string[], engines?: { node?: string } }} Entry
 * @typedef {{ os: string, cpu: string, libc: string | undefined }} Machine
 */

/**
 * Names the packages that should be installed and are not, or are installed in another version.
 *
 * An optional package may be missing, except where it is made for this machine alone: npm leaves such a native
 * package out, without a message, if the Node that runs npm is older than the package asks for.
 *
 * @param {Record<string, Entry>} locked the entries of package-lock.json
 * @param {(place: string) => string | undefined} installedVersion what is installed at "node_modules/astro"
 * @param {Machine} machine
 * @returns {string[]} places such as "node_modules/astro"
 */
export function missingPackages(locked, installedVersion, machine) {
  return Object.entries(locked)
    .filter(([place]) => place !== '')
    .filter(([place, entry]) => {
      const version = installedVersion(place);
      if (version === undefined && isOptional(entry)) return isMadeFor(machine, entry);
      return version !== entry.version;
    })
    .map(([place]) => place);
}

/**
 * The versions of Node that the native packages of a machine ask for; npm leaves out those that ask for another Node
 * than the one that runs it.
 *
 * @param {Record<string, Entry>} locked the entries of package-lock.json
 * @param {Machine} machine
 * @returns {string[]} ranges such as "^20.19.0 || >=22.12.0"
 */
export function rangesOfNatives(locked, machine) {
  const natives = Object.values(locked).filter((entry) => isOptional(entry) && isMadeFor(machine, entry));
  return [...new Set(natives.flatMap(({ engines }) => engines?.node ?? []))];
}

/** @returns {Machine} the machine that this program runs on */
export function thisMachine() {
  const glibc = process.report?.getReport?.().header?.glibcVersionRuntime;
  const libc = process.platform !== 'linux' ? undefined : glibc ? 'glibc' : 'musl';
  return { os: process.platform, cpu: process.arch, libc };
}

function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional);
}

/** Whether a package names this machine: its processor, its system, and its C library where it names one. */
function isMadeFor(machine, { os = [], cpu = [], libc }) {
  return os.includes(machine.os) && cpu.includes(machine.cpu) && (!libc || libc.includes(machine.libc ?? ''));
}
