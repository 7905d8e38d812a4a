/** Which files beside the documents name what is to be removed. */
import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { pointerPlaces } from '../revisions/pointer-places.ts';
import { documentAt, followConfig, followContract, type Follow } from '../revisions/pointers.ts';
import { dataOf } from './pointers.ts';
import type { Refusal } from './request.ts';
import type { Before } from './state.ts';

/** The files beside the documents that name one of the sections, or the document. */
export function pointersTo(
  facts: DocumentFacts,
  sections: ReadonlySet<SectionFacts>,
  isDocumentRemoved: boolean,
  before: Before,
): Refusal[] {
  const { config, configFile, contracts, pointerTexts } = before.project;
  const refusals = new Map<string, Refusal>();
  for (const [path, text] of pointerTexts ?? []) {
    const follow: Follow = (document, section) => {
      const named = documentAt(before.graph, document);
      const was = named && before.graph.section(named.id, section);
      if (was && sections.has(was) && named === facts) {
        const [place] = pointerPlaces({ file: path, document, section }, text);
        const message = `Section ${section} of ${facts.path} is named here`;
        refusals.set(`${path} ${section}`, { message, at: { file: path, line: place?.line ?? 1 } });
      }
      return section;
    };
    const contract = contracts.find(({ file }) => file === path);
    if (path === configFile) followConfig(config, follow);
    else if (contract) followContract(contract, follow);
    else followConfig(dataOf(path, text) as SpecConfig, follow);
    const at = isDocumentRemoved ? text.indexOf(facts.path) : -1;
    if (at >= 0)
      refusals.set(path, {
        message: `${facts.path} is named here`,
        at: { file: path, line: text.slice(0, at).split('\n').length },
      });
  }
  return [...refusals.values()];
}
