/** The documentation of the rules: a Markdown file beside each module. Its examples are run when the page is made. */
import { loadGrammars, type Corpus, type Finding, type GraphView } from '#specgraph';
import { recallOrMake } from '../../payloads/earlier-work.ts';
import { languagesOf, renderProse } from '../../render/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { EXAMPLE_HEADINGS, exampleFiles, partsOf } from './rule-page-parts.ts';
import { runExample } from './run-example.ts';

const pages = import.meta.glob<string>(['../../specgraph/rules/*.md', '../../profiles/*/rules/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** The path of each page by the id of its rule. */
const pathById = new Map(
  Object.keys(pages).map((path) => [path.slice(path.lastIndexOf('/') + 1, -'.md'.length), path]),
);

export interface RulePart {
  html: string;
  /** The findings of the example at the end of the part; absent for a part without an example. */
  findings?: Finding[];
}

/**
 * The page of a rule in parts; undefined for a rule without a page.
 * @throws when the "Wrong" example has no findings, or the "Right" one has some
 */
export async function rulePage(
  id: string,
  { graph, earlier }: Partial<Pick<Snapshot, 'graph' | 'earlier'>> = {},
): Promise<RulePart[] | undefined> {
  const path = pathById.get(id);
  if (path === undefined) return undefined;
  const input = JSON.stringify([id, pages[path], graph && languagesOf(graph)]);
  const parts = await recallOrMake(earlier, 'rules', input, async () =>
    JSON.stringify(await makeParts(id, path, graph)),
  );
  return JSON.parse(parts) as RulePart[];
}

async function makeParts(id: string, path: string, graph?: GraphView): Promise<RulePart[]> {
  const grammars = await loadGrammars([pages[path]]);
  return Promise.all(
    partsOf(pages[path]).map(async ({ heading, text }) => ({
      html: await renderProse(text, graph),
      ...(EXAMPLE_HEADINGS.includes(heading) && { findings: findingsOf(id, heading, text, grammars) }),
    })),
  );
}

function findingsOf(
  id: string,
  heading: string,
  text: string,
  grammars: Corpus['grammars'],
): Finding[] | undefined {
  const files = exampleFiles(text);
  // An example with undecodable bytes (shown as U+2400) cannot be run.
  if (Object.values(files).some((source) => source.includes('\u2400'))) return undefined;
  const findings = runExample(files, grammars).findings.filter(({ rule }) => rule === id);
  if ((heading === 'Wrong') !== findings.length > 0)
    throw new Error(
      `${pathById.get(id)}: the example under "${heading}" gives ${findings.length} findings of ${id}`,
    );
  return findings;
}
