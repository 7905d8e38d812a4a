import type { CodeLanguage } from '../model/index.ts';
import type { Rule } from './rule.ts';

const LANGUAGE_NAMES: Record<CodeLanguage, string> = {
  json: 'JSON',
  yaml: 'YAML',
  toml: 'TOML',
  shell: 'shell',
  python: 'Python',
  xml: 'XML',
  dotenv: 'dotenv',
};

export const invalidCodeBlock: Rule = {
  id: 'invalid-code-block',
  group: 'form',
  severity: 'error',
  summary: 'A code block parses in the language that it names',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) {
      for (const { range, language, reason } of form.codeErrors) {
        yield {
          at: range,
          message: `The block is not valid ${LANGUAGE_NAMES[language]}: ${reason}.`,
          suggestion: 'correct it, or add the word "fragment" behind the name of the language',
        };
      }
    }
  },
};
