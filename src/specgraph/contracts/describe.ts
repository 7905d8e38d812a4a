/** The promises of a contract in words. */
import type { Contract, ContractArtifact, ContractLink, ContractPattern } from '../model.ts';
import { joinWords } from '../text/lists.ts';

export function describeArtifact(a: ContractArtifact): string {
  if (a.provides) return `${a.path}: ${a.provides}`;
  return `${a.path} ${a.contains.length > 0 ? `contains ${joinWords(a.contains.map((words) => `"${words}"`))}` : 'exists'}`;
}

export function describeLink(l: ContractLink): string {
  return `${place({ path: l.from, section: l.section })} refers to ${target(l)}${l.via ? ` (${l.via})` : ''}`;
}

export function target(l: ContractLink): string {
  if (l.toSections.length === 0) return l.to;
  return `${l.to}, Section${l.toSections.length > 1 ? 's' : ''} ${joinWords(l.toSections)}`;
}

export function describePattern(p: ContractPattern): string {
  return `${place(p)} holds ${p.provides ?? p.pattern}${p.minMatches > 1 ? ` (${p.minMatches} times)` : ''}`;
}

export function place({ path, section }: { path: string; section?: string }): string {
  return section ? `Section ${section} of ${path}` : path;
}

export function promise(contract: Contract): string {
  return contract.phase ? `Phase ${contract.phase} promises` : `${contract.file} promises`;
}

export function describeForbidden(p: ContractPattern): string {
  return `${place(p)} no longer holds ${p.provides ?? p.pattern}`;
}

export function describeCount({ quantity, equals }: Contract['counts'][number]): string {
  return `${quantity}: ${equals}`;
}

export function describeVersion({ path, version }: Contract['versions'][number]): string {
  return `${path} has version ${version} or a later one`;
}
