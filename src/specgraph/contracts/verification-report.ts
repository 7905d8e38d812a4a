/** Writes a verification as Markdown: truths with evidence, artifacts, key links, further promises, success criteria. */
import { plural } from '../text/lists.ts';
import { target } from './describe.ts';
import type { ContractItem } from './evaluate.ts';
import type { PromiseResult, StatementResult, Verdict, Verification } from './verify.ts';

const WORDS: Record<Verdict, string> = {
  verified: 'verified',
  failed: 'FAILED',
  'needs-human': 'needs a human',
};

/** How many promises are listed beside one truth; the tables of promises have them all. */
const MAX_PROMISES_LISTED = 6;

export function verificationMarkdown(verification: Verification): string {
  const { contract, verdict, truths, promises, criteria } = verification;
  const title = [contract.phase && `Phase ${contract.phase}`, contract.title].filter(Boolean).join(': ');
  const isOther = ({ item: { kind } }: PromiseResult): boolean => kind !== 'artifact' && kind !== 'link';
  return [
    `# Verification of ${title || contract.file}`,
    '',
    `Read from \`${contract.file}\`. Result: **${WORDS[verdict]}**. ${summary(verification)}`,
    '',
    ...statements('Truths', 'Truth', truths),
    ...table(
      'Artifacts',
      ['Artifact', 'Provides', 'Status', 'Details'],
      promises.flatMap(({ item, verdict: result, details }) =>
        item.kind === 'artifact'
          ? [[code(item.entry.path), item.entry.provides ?? '', WORDS[result], details]]
          : [],
      ),
    ),
    ...table(
      'Key links',
      ['From', 'To', 'Via', 'Status', 'Details'],
      promises.flatMap(({ item, verdict: result, details }) =>
        item.kind === 'link' ? [linkRow(item, result, details)] : [],
      ),
    ),
    ...table(
      'Further promises',
      ['Promise', 'Status', 'Details'],
      promises
        .filter(isOther)
        .map(({ item, verdict: result, details }) => [item.text, WORDS[result], details]),
    ),
    ...statements('Success criteria', 'Criterion', criteria),
  ].join('\n');
}

function summary({ truths, promises, criteria }: Verification): string {
  const counted = (all: readonly { verdict: Verdict }[], noun: string, nouns?: string): string[] =>
    all.length === 0
      ? []
      : [
          `${all.filter(({ verdict }) => verdict === 'verified').length} of ${plural(all.length, noun, nouns)}`,
        ];
  const parts = [
    ...counted(truths, 'truth'),
    ...counted(promises, 'promise'),
    ...counted(criteria, 'success criterion', 'success criteria'),
  ];
  return parts.length > 0 ? `Verified: ${parts.join(', ')}.` : 'The plan promises nothing.';
}

function linkRow(item: ContractItem & { kind: 'link' }, verdict: Verdict, details: string): string[] {
  const { entry } = item;
  const from = entry.section ? `${code(entry.from)}, Section ${entry.section}` : code(entry.from);
  return [from, target(entry), entry.via ?? '', WORDS[verdict], details];
}

function statements(heading: string, column: string, all: readonly StatementResult[]): string[] {
  return table(
    heading,
    ['#', column, 'Status', 'Evidence'],
    all.map((one, i) => [String(i + 1), one.text, WORDS[one.verdict], evidence(one)]),
  );
}

function evidence({ promises, reason, verdict }: StatementResult): string {
  if (verdict === 'needs-human') return reason ?? '';
  const shown = verdict === 'failed' ? promises.filter((one) => one.verdict === 'failed') : promises;
  const listed = shown.slice(0, MAX_PROMISES_LISTED).map(({ item, details }) => `${item.text} (${details})`);
  const more = shown.length - listed.length;
  return [...listed, ...(more > 0 ? [`${plural(more, 'further promise')}`] : [])].join('; ');
}

function table(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [
    `## ${heading}`,
    '',
    line(columns),
    `|${columns.map(() => '---').join('|')}|`,
    ...rows.map(line),
    '',
  ];
}

function escapeCell(text: string): string {
  return text.replaceAll(/(?<!\\)\|/g, String.raw`\|`).replaceAll('\n', ' ');
}

const code = (text: string): string => `\`${text}\``;
