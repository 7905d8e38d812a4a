/** What an insertion shifted, renumbering brings back once the new section is deleted by hand. */
import { expect, it } from 'vitest';
import { readGraph } from '#specgraph';
import { planRefactoring, type RefactorProject, type RefactorRequest } from '#specgraph/refactor';
import { generatedSet, randomNumbers, trialsOf } from '../../helpers/generated-set.ts';
import { projectAfter, projectOf, textsOf } from '../../helpers/refactor.ts';

const TITLE = 'Zebra Crossing';

/** @returns undefined where the refactoring is refused */
function after(project: RefactorProject, request: RefactorRequest): RefactorProject | undefined {
  const plan = planRefactoring(project, request);
  return plan.refusals.length > 0 ? undefined : projectAfter(project, plan);
}

/** A section at the end of a file has its blank line before it. */
function withoutNewSection(project: RefactorProject): RefactorProject {
  const heading = String.raw`(?:#+ )?[\d.]+ ${TITLE}(?: #+)?(?:\r?\n-+(?=\r?\n|$))?`;
  const files = project.corpus.files.map(({ path, text }) => ({
    path,
    text: text
      .replace(new RegExp(String.raw`(?:\r?\n){1,2}${heading}(?=(?:\r?\n)?$)`), '')
      .replace(new RegExp(String.raw`${heading}(?:\r?\n){2}`), ''),
  }));
  return { ...project, corpus: { ...project.corpus, files } };
}

it('inserting, deleting by hand and renumbering gives the same bytes', () => {
  let tried = 0;
  for (let seed = 1; seed <= trialsOf(16); seed++) {
    const random = randomNumbers(seed * 7919);
    // A line of a table of contents would have to be deleted by hand too.
    const project = projectOf(generatedSet(seed, { hasContents: false }));
    const graph = readGraph(project.corpus, project.config);
    const facts = graph.documents[random(graph.documents.length)];
    const sections = facts.sections.filter(({ number, depth }) => number !== undefined && depth > 1);
    if (sections.length === 0) continue;
    const target = `${facts.id}#${sections[random(sections.length)].slug}`;
    const inserted = after(project, {
      action: 'insert',
      target,
      title: TITLE,
      side: 'after',
      newInRange: 'include',
    });
    if (!inserted) continue;
    const back = after(withoutNewSection(inserted), { action: 'renumber' });
    if (!back) continue;
    expect(textsOf(back), `seed ${seed}`).toEqual(textsOf(project));
    tried++;
  }
  expect(tried).toBeGreaterThan(trialsOf(16) / 3);
});

it('what is in order stays as it is', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const plan = planRefactoring(projectOf(generatedSet(seed)), { action: 'renumber' });
    expect([plan.refusals, [...plan.texts.keys()]], `seed ${seed}`).toEqual([[], []]);
  }
});

it.each([
  // numbers with more parts, or fewer, than the signs of their headings tell
  ['### 1.1 A', '#### 1.2 B', '#### 1.2.1 C', '### 1.3 D', '### 1.4 E'],
  ['## 1.1 A', '## 1.2 B', '## 1.2.1 C', '## 2 D', '## 2.1 E'],
])('numbers that follow one another stay where the signs tell another outline: %s, %s', (...headings) => {
  const text = ['# A', '## 1 One', ...headings, ''].join('\n\n');
  const plan = planRefactoring(projectOf({ 'spec/a.md': text }), { action: 'renumber' });
  expect([plan.refusals, [...plan.texts.keys()]]).toEqual([[], []]);
});

it.each([
  ['# 01 Alpha', '## 1. One', '## 2. Two\n\nSee Section 1.', '## Appendix A. Words'],
  ['# 7 Alpha', '## 7.1 One', '## 7.2 Two'],
  ['# Alpha', '## 01 One', '## 02 Two\n\nSee Section 01.'],
])('zeros before a number stay, and so does the number of a document in its title: %s, %s', (...headings) => {
  const text = [...headings, ''].join('\n\n');
  const plan = planRefactoring(projectOf({ 'spec/a.md': text }), { action: 'renumber' });
  expect([plan.refusals, [...plan.texts.keys()]]).toEqual([[], []]);
});

it('counts on with as many digits', () => {
  const plan = planRefactoring(projectOf({ 'spec/a.md': '# A\n\n## 01 One\n\n## 02 Two\n\n## 04 End\n' }), {
    action: 'renumber',
  });
  expect([...plan.texts.values()]).toEqual(['# A\n\n## 01 One\n\n## 02 Two\n\n## 03 End\n']);
});
