import { beforeAll, describe, expect, it } from 'vitest';
import { llmsText } from '../../src/site/llms.ts';
import { realSpecification, type RealSpecification } from '../helpers/real-specification.ts';

describe('the list for language models', () => {
  let text: string;
  let documents: RealSpecification['graph']['documents'];
  beforeAll(async () => {
    const { graph } = await realSpecification();
    documents = graph.documents;
    text = llmsText(graph, (path) => `https://spec.example.org${path}`);
  });

  it('begins with a title and a summary, followed by sections of links', () => {
    expect(text).toMatch(/^# \S.*\n\n> \S.*\n\n/);
    expect(text.match(/^# /gm)).toHaveLength(1);
    const links = text.split('\n').filter((line) => line.startsWith('- '));
    expect(
      links.filter((line) => !/^- \[[^\]]+\]\(https:\/\/spec\.example\.org\/\S+\): \S/.test(line)),
    ).toEqual([]);
  });

  it('lists the Markdown of every document in order', () => {
    expect([...text.matchAll(/\/spec\/([^)]+)\.md\)/g)].map((match) => match[1])).toEqual(
      documents.map(({ id }) => id),
    );
  });

  it('lists the data files', () => expect(text).toMatch(/\/variables\.json\)[^]*\/graph\.json\)/));
});
