/** Reads the contracts of a set, and the files that they name. */
import path from 'node:path';
import type { SpecConfig } from '../config.ts';
import { claimsToBeContract, readContract } from '../contracts/read.ts';
import type { Disk } from '../disk.ts';
import type { Contract, Corpus, SourceFile } from '../model/index.ts';
import { isWithin } from '../resolve/paths.ts';
import { UsageError } from '../usage-error.ts';
import type { LoadOptions, Reading } from './options.ts';
import { displayPath, reasonOf } from './places.ts';
import { readSources } from './read-sources.ts';

/**
 * The contracts that the user names, and those in the folder "contracts" of a set. Sets without phases may keep other
 * YAML files in a folder of that name, such as descriptions of interfaces.
 * @throws UsageError when a contract cannot be read
 */
export async function loadContracts(
  folder: string,
  { phases }: SpecConfig,
  options: LoadOptions,
  disk: Disk,
): Promise<Contract[]> {
  const named = (options.contracts ?? []).map((file) => path.resolve(options.cwd, file));
  const contracts = await Promise.all(
    [...new Set([...contractsBelow(folder, disk), ...named])].map(async (file) => {
      const name = displayPath(options.cwd, file);
      let text: string;
      try {
        text = new TextDecoder().decode(await disk.read(file));
      } catch (error) {
        throw new UsageError(`the contract ${name} cannot be read (${reasonOf(error)})`);
      }
      if (phases === undefined && !named.includes(file) && !claimsToBeContract(text)) return [];
      const before = options.kept?.contracts.get(name);
      if (before?.text === text) return [before.contract];
      const contract = readContract(name, text);
      options.kept?.contracts.set(name, { text, contract });
      return [contract];
    }),
  );
  return contracts.flat();
}

function contractsBelow(folder: string, disk: Disk): string[] {
  const own = path.join(folder, 'contracts');
  if (disk.kind(own) !== 'directory') return [];
  return disk
    .list(own)
    .map(({ name }) => name)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(own, name));
}

/** Contracts may name files that are not documents of the set; those inside the repository are read too. */
export async function loadOthers(
  contracts: readonly Contract[],
  corpus: Corpus,
  reading: Reading,
): Promise<SourceFile[]> {
  const known = new Set(corpus.files.map((file) => file.path));
  const named = new Set(
    contracts
      .flatMap((contract) => [
        ...contract.artifacts.map((artifact) => artifact.path),
        ...contract.links.flatMap((link) => [link.from, link.to]),
        ...contract.patterns.map((pattern) => pattern.path),
        ...contract.forbidden.map((pattern) => pattern.path),
      ])
      .filter((name) => !known.has(name) && isWithin(name, corpus.repositoryRoot)),
  );
  const files = [...named]
    .map((name) => path.resolve(reading.cwd, name))
    .filter((file) => reading.disk.kind(file) === 'file');
  return readSources(files, reading, corpus.problems);
}
