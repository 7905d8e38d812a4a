/** The numbers of headings: gaps, duplicates, and parts under the wrong parent. Each row is a whole document. */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';

const doc = (...headings: string[]): string => ['# Own', ...headings].join('\n\nText.\n\n');
const ALONE = { files: { 'set/own.md': HERE } };

formsTest('under another parent', 'misplaced-section-number', ALONE, [
  doc('## 1. A', '## 2. B', '⟦### 3.1 X⟧', '## 3. C', '### 3.2 Y'),
  doc('## 1. A', '### 1.1 X', '⟦### 2.2 Y⟧', '## 2. B', '### 2.1 Z'),
  doc(
    '## 1 A',
    '## 2 B',
    '## 3 C',
    '### 3.1 X',
    '#### 3.1.1 P',
    '⟦#### 3.2.2 Q⟧',
    '### 3.2 Y',
    '#### 3.2.1 R',
  ),
  doc('## 1 A', '### 1.1 X', '#### 1.1.1 P', '⟦#### 1.2.2 Q⟧', '### 1.2 Y', '#### 1.2.1 R', '## 2 B'),
  doc('## 1. A', '## 2. B', '### 2.1 X', '⟦### 3.2 Y⟧', '## 3. C'),
  doc('## 1. A', '## 2. B', '### 2a. X', '⟦### 3b. Y⟧', '## 3. C'),
  doc('## 1. A', '## Appendix A: X', '### A.1 P', '⟦### B.2 Q⟧', '## Appendix B: Y', '### B.1 R'),
  // silent
  doc('## 1. A', '### 1.1 X', '### 1.2 Y', '## 2. B', '### 2.1 Z'),
  doc('## 1. A', '### 1a. X', '### 1b. Y', '## 2. B'),
  doc('## 1. A', '#### 1.1 X', '## 2. B'),
  doc('## 1. A', '## 1.1 X', '## 2. B'),
]);

formsTest('gaps', ['section-number-gap'], ALONE, [
  doc('## 1. A', '## 2. B', '⟦## 4. D⟧'),
  doc('## 1. A', '## 2. B', '### 2.1 X', '⟦### 2.3 Z⟧', '## 3. C'),
  doc('## 1. A', '## 2. B', '⟦### 2.2 Z⟧', '## 3. C'),
  doc('## 1 A', '## 2 B', '### 2.1 X', '#### 2.1.1 P', '⟦#### 2.1.4 Q⟧', '## 3 C'),
  doc('## 1. A', '### 1a. X', '⟦### 1c. Y⟧', '## 2. B'),
  doc('## 1. A', '## 2. B', '## Appendix A: X', '⟦## Appendix C: Y⟧'),
  doc('## 1. A', '## 2. B', '⟦## 4. D⟧', '## 5. E', '## 6. F'),
  doc('## 1 A', '⟦## 3 B⟧', '## 4 C', '## 5 D'),
  // silent
  doc('## 0. A', '## 1. B', '## 2. C'),
  doc('## 1. A', '## 2. B', '## 3. C'),
  doc('## 3. A', '## 4. B'),
  doc('## 1. A', '## 2. B', '# 3. C', '## 4. D'),
  doc('## 2024-01-01', '## 2024-02-01'),
  doc('## 1.0.0', '## 1.2.0', '## 2.0.0'),
  doc('## v1', '## v3'),
  doc('## 3 ways to win', '## 7 ways to lose'),
  doc('## 1. A', '## 5. E', '## 9. I'),
  doc('## Appendix B: X', '### B.1 Y'),
]);

formsTest('two neighbours that changed places', ['section-number-gap', 'misplaced-section-number'], ALONE, [
  doc('## 1. A', '⟦## 3. C⟧', '## 2. B', '## 4. D', '## 5. E'),
  doc('## 1. A', '## 2. B', '⟦## 4. D⟧', '## 3. C'),
  doc('## 2. B', '## 1. A', '## 3. C', '## 4. D'),
  doc('## 1. A', '### 1.1 X', '⟦### 1.3 Z⟧', '### 1.2 Y', '## 2. B'),
]);

formsTest('the same number twice', 'duplicate-section-number', ALONE, [
  doc('## 1. A', '## 2. B', '⟦## 2. C⟧', '## 3. D'),
  doc('## 1. A', '### 1.1 X', '⟦### 1.1 Y⟧', '## 2. B'),
  doc('## 1. A', '### 1a. X', '⟦### 1a. Y⟧', '## 2. B'),
  doc('## 1. A', '## 2. B', '## Appendix A: X', '⟦## Appendix A: Y⟧'),
  doc('## 1. A', '## 2. B', '⟦## 1. C⟧', '## 3. D'),
  // silent
  doc('## Part one', '### 1. A', '### 2. B', '## Part two', '### 1. A', '### 2. B'),
  doc('## 1. A', '## 2. B', '## Changes', '### 1.0', '### 1.0'),
]);
