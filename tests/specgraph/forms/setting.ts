/** The documents around the rows of the tables of forms. */
import { HERE } from '../../helpers/marked-forms.ts';

/** Sections 1 to 3 with 2.1 and 2.2, Appendix A with A.1 and A.2; the row stands in Section 3. */
export const OWN = `# Own

## 1. Scope

Text.

## 2. Terms

Text.

### 2.1 Roles

Text.

### 2.2 Limits

Text.

## 3. Rules

${HERE}

## Appendix A: Words

Text.

### A.1 Short

Text.

### A.2 Long

Text.
`;

/** Sections 1 to 6 and Appendix A. */
export const GUIDE = `# Guide

## 1. Aim

Text.

## 2. Install

### 2.1 From source

Text.

## 3. Configure

Text.

## 4. Start

Text.

## 5. Stop

Text.

## 6. Backup

Text.

## Appendix A: Extra

Text.
`;

export const SETTING = {
  files: {
    'set/own.md': OWN,
    'set/guide.md': GUIDE,
    'set/relay.md': '# Relay\n\n## 1. Frames\n\n## 2. Peers\n\n## 3. Ports\n\n## 4. Times\n',
  },
};
