import type { DefinitionForm } from '../kinds/index.ts';
import { documentsCalled, formFinds } from '../resolve/definition-forms.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** A place of the configuration that finds nothing would turn every check of its kind off without a word. */
export const kindWithoutDefinitions: Rule = {
  id: 'kind-without-definitions',
  group: 'kinds',
  severity: 'error',
  summary: 'Each place that the configuration gives for definitions defines something',
  *check(graph, { config }) {
    const configured = new Set(Object.keys(config.kinds ?? {}));
    for (const kind of graph.kinds) {
      if (!configured.has(kind.id)) continue;
      for (const form of kind.definitions) {
        if (formFinds(form, kind, graph)) continue;
        yield {
          at: graph.configurationPlace(['kinds', kind.id]),
          message: `The kind "${kind.id}" has no definitions: ${reasonOf(form, graph)}.`,
          suggestion: form.document === undefined ? undefined : nearestDocument(form.document, graph),
        };
      }
    }
  },
};

function reasonOf(form: DefinitionForm, graph: GraphView): string {
  if (form.document !== undefined && documentsCalled(form.document, graph.documents).length === 0)
    return `no document is called "${form.document}"`;
  const place = form.section === undefined ? '' : ` in a section called "${form.section}"`;
  switch (form.from) {
    case 'table':
      return `no table${place} has a column "${form.column}" with ids`;
    case 'files':
      return 'no document has such a number in its title or file name';
    default:
      return `none of the ${FORMS[form.from]}${place} is a definition`;
  }
}

const FORMS: Record<Exclude<DefinitionForm['from'], 'table' | 'files'>, string> = {
  headings: 'headings',
  list: 'list items',
  bold: 'bold words',
  dfn: '<dfn> elements',
  captions: 'captions',
  code: 'lines of code',
  configuration: 'entries of the configuration',
};

function nearestDocument(name: string, { documents }: GraphView): string | undefined {
  return didYouMean(
    name,
    documents.flatMap(({ path, number }) => [
      path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''),
      number ?? '',
    ]),
  );
}
