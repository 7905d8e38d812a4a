/** Describes the promises of a contract in words. */
import type { Contract, ContractArtifact, ContractLink, ContractPattern } from '../model/index.ts';
import { joinWords } from '../text/lists.ts';

export function describeArtifact(artifact: ContractArtifact): string {
  if (artifact.provides) return `${artifact.path}: ${artifact.provides}`;
  return `${artifact.path} ${artifact.contains.length > 0 ? `contains ${joinWords(artifact.contains.map((words) => `"${words}"`))}` : 'exists'}`;
}

export function describeLink(link: ContractLink): string {
  return `${place({ path: link.from, section: link.section })} refers to ${target(link)}${link.via ? ` (${link.via})` : ''}`;
}

export function target(link: ContractLink): string {
  if (link.toSections.length === 0) return link.to;
  return `${link.to}, Section${link.toSections.length > 1 ? 's' : ''} ${joinWords(link.toSections)}`;
}

export function describePattern(pattern: ContractPattern): string {
  return `${place(pattern)} holds ${pattern.provides ?? pattern.pattern}${pattern.minMatches > 1 ? ` (${pattern.minMatches} times)` : ''}`;
}

export function place({ path, section }: { path: string; section?: string }): string {
  return section ? `Section ${section} of ${path}` : path;
}

export function promise(contract: Contract): string {
  return contract.phase ? `Phase ${contract.phase} promises` : `${contract.file} promises`;
}

export function describeForbidden(pattern: ContractPattern): string {
  return `${place(pattern)} no longer holds ${pattern.provides ?? pattern.pattern}`;
}

export function describeCount({ quantity, equals }: Contract['counts'][number]): string {
  return `${quantity}: ${equals}`;
}

export function describeVersion({ path, version }: Contract['versions'][number]): string {
  return `${path} has version ${version} or a later one`;
}
