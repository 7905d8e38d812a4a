/** Contracts as they are read; `contracts/evaluate.ts` checks them against a graph. */

/** What a phase promised to integrate. Paths are kept as written in the contract. */
export interface Contract {
  /** The file it was read from. */
  file: string;
  phase?: string;
  title?: string;
  truths: string[];
  /** What shows a truth, where the contract says so. */
  evidence: ContractEvidence[];
  /** Success criteria of the phase, as the contract or the text of the planning document lists them. */
  criteria: string[];
  artifacts: ContractArtifact[];
  links: ContractLink[];
  patterns: ContractPattern[];
  forbidden: ContractPattern[];
  counts: ContractCount[];
  versions: ContractVersion[];
}

interface ContractEntry {
  /** Line of the entry in the contract file, 1-based. */
  line: number;
}

/** The promises about the files of `from` show a truth. */
export interface ContractEvidence extends ContractEntry {
  /** Number of the truth in the list, from 1. */
  truth: number;
  from: string[];
}

export interface ContractArtifact extends ContractEntry {
  path: string;
  provides?: string;
  contains: string[];
  minLines?: number;
}

export interface ContractLink extends ContractEntry {
  from: string;
  to: string;
  via?: string;
  pattern?: string;
  /** Number of the section of `from` that must contain the link. */
  section?: string;
  /** Numbers of the sections of `to` that the link must refer to. */
  toSections: string[];
  minMatches: number;
}

export interface ContractPattern extends ContractEntry {
  path: string;
  section?: string;
  pattern: string;
  /** How often a required pattern must match. */
  minMatches: number;
  /** What the pattern proves, in the author's words. */
  provides?: string;
}

export interface ContractCount extends ContractEntry {
  quantity: string;
  equals: number;
}

export interface ContractVersion extends ContractEntry {
  path: string;
  version: string;
}
