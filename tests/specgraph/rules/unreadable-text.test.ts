import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unreadable-text')!, {
  good: {
    "umlauts and emoji": { "g/a.md": "# Größe 😀\n" },
  },
  bad: {
    "a NUL byte": {
      files: { "g/a.md": "# A\n\n⟦⟧na␀ive\n" },
      message: "The text holds bytes that are not UTF-8 or are NUL; they were replaced by U+FFFD.",
    },
  },
});
