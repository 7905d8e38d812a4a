import type { CodeLanguage, SourceRange } from '../model/index.ts';
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
  *check(graph) {
    for (const { form, unclosedFences } of graph.documents) {
      // Behind a fence that nothing closes stands something else than code.
      const isInOpenFence = ({ line }: SourceRange): boolean =>
        unclosedFences.some((fence) => line >= fence.range.line && line <= fence.endLine);
      for (const { range, language, reason } of form.codeErrors) {
        if (isInOpenFence(range)) continue;
        yield {
          at: range,
          message: `The block is not valid ${LANGUAGE_NAMES[language]}: ${reason}.`,
          suggestion: 'correct it, or add the word "fragment" behind the name of the language',
        };
      }
    }
  },
};
