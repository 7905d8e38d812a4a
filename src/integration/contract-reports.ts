/** Keeps the verification reports of contracts up to date: `contracts/reports/phase-09.md` belongs to `contracts/phase-09.yaml`. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { verificationMarkdown, verifyContract, type Contract, type GraphView } from '#specgraph';

/**
 * Writes each report that exists and differs from the verification of its contract. A contract without such a file has
 * no report.
 * @param root the folder that the paths of contracts are relative to
 * @returns the reports that were written
 */
export async function refreshReports(
  contracts: readonly Contract[],
  graph: GraphView,
  root: string,
): Promise<string[]> {
  const written = await Promise.all(
    contracts.map(async (contract) => {
      const report = reportOf(contract.file);
      const file = path.join(root, report);
      const before = await readFile(file, 'utf8').catch(() => undefined);
      const now = verificationMarkdown(verifyContract(contract, graph));
      if (before === undefined || before === now) return [];
      await writeFile(file, now);
      return [report];
    }),
  );
  return written.flat();
}

/** "spec/contracts/phase-09.yaml" → "spec/contracts/reports/phase-09.md" */
function reportOf(contract: string): string {
  const { dir, name } = path.posix.parse(contract);
  return path.posix.join(dir, 'reports', `${name}.md`);
}
