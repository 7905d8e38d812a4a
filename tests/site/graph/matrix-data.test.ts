import { beforeAll, describe, expect, it } from 'vitest';
import { createReader, documentOf, evaluateContract, type ContractResult, type GraphView } from '#specgraph';
import { matrixData } from '../../../src/site/graph/matrix-data.ts';
import type { MatrixData } from '../../../src/map/matrix-model.ts';
import { realSpecification, type RealSpecification } from '../../helpers/real-specification.ts';

let real: RealSpecification;
let graph: GraphView;
let results: ContractResult[];
let data: MatrixData;

beforeAll(async () => {
  real = await realSpecification();
  graph = real.graph;
  results = real.project.contracts.map((contract) => evaluateContract(contract, graph));
  data = matrixData(graph, results);
});

describe('sentences', () => {
  it('contain every reference from one document to another', () => {
    for (const { id } of graph.documents) {
      for (const [to, edges] of Map.groupBy(graph.referencesFrom(id), (edge) => documentOf(edge.target)!)) {
        const named = data.sentences[`${id} ${to}`].flatMap(({ targets }) =>
          targets.map(({ label }) => label),
        );
        expect(new Set(named).size, `${id} ${to}`).toBe(new Set(edges.map((edge) => edge.target)).size);
      }
    }
  });

  it('are listed once, with their referring words and their line', () => {
    const sentences = data.sentences['02-supernode-appliance 14-edge-and-auto-scaling'];
    expect(sentences.length).toBeGreaterThan(4);
    expect(new Set(sentences.map(({ place, pieces }) => `${place} ${pieces.join('')}`)).size).toBe(
      sentences.length,
    );
    const lines = real.text('spec/02-supernode-appliance.md').split('\n');
    for (const {
      place,
      pieces: [, words],
    } of sentences) {
      expect(words).not.toBe('');
      // Code ticks and brackets of links are removed from the text.
      expect(lines[Number(place.split(':')[1]) - 1].replace(/[`[\]]/g, '')).toContain(
        words.replace(/[`[\]]/g, '').split(' ')[0],
      );
    }
  });

  it('do not exist between documents without references', () => {
    expect(data.sentences['02-supernode-appliance 02-supernode-appliance']).toBeUndefined();
    expect(data.sentences['11-gpu-validation 12-multi-site-federation']).toBeUndefined();
  });
});

describe('demands', () => {
  it('are the promised links between two documents, all kept', () => {
    const links = real.project.contracts
      .flatMap((contract) => contract.links)
      .filter(({ from, to }) => graph.document(from) && graph.document(to));
    expect(links.length).toBeGreaterThan(50);
    expect(data.demands).toHaveLength(links.length);
    expect(data.demands.filter(({ ok }) => !ok)).toEqual([]);
    expect(
      data.demands.find(
        ({ from, to }) => from === '08-single-site-orchestration' && to === '14-edge-and-auto-scaling',
      ),
    ).toMatchObject({ by: 'Phase 9', url: '/phases/9/' });
  });

  it('are not kept where the reference is removed', () => {
    const { corpus, config, contracts } = real.project;
    const files = corpus.files.map((file) => ({
      ...file,
      text: file.path.endsWith('08-single-site-orchestration.md')
        ? file.text.replaceAll('14-edge-and-auto-scaling', 'xx').replaceAll('spec/14', 'it')
        : file.text,
    }));
    const changed = createReader(config).read({ ...corpus, files });
    const broken = matrixData(
      changed,
      contracts.map((contract) => evaluateContract(contract, changed)),
    ).demands.filter(({ ok }) => !ok);
    expect(broken.length).toBeGreaterThan(0);
    expect(
      broken.every(
        ({ from, to }) => from === '08-single-site-orchestration' && to === '14-edge-and-auto-scaling',
      ),
    ).toBe(true);
  });
});
