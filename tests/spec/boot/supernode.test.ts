/** The boot of the SuperNode on the standard image, as spec/02 and the documents that it names describe it. */
import { describe, expect, test } from 'vitest';
import { makeCertificates } from './certificates.ts';
import { boot, MISSING, PUBLISHED, spec } from './scenario.ts';

const certificates = MISSING.length === 0 ? makeCertificates() : undefined!;
const withTls = (): Record<string, string> => ({ ...PUBLISHED, FL_TLS: 'YES', FL_CA_CERT: certificates.ca });
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const FRAMEWORK = { name: 'pytorch', useCases: ['image-classification', 'llm-fine-tuning'] };
const FRAMEWORK_IMAGE = 'flower-supernode-pytorch:1.25.0';

/** Messages of the example of spec/05, Section 10, that holds the given words. */
function exampleLog(words: string): string[] {
  const block = spec.graph
    .document('05')!
    .codeBlocks.find(({ lang, text }) => lang === 'text' && text.includes(words))!;
  return block.text.split('\n').map((line) => line.replace(/^\[[^\]]+\] /, ''));
}

describe.skipIf(MISSING.length > 0)('the boot of the SuperNode', () => {
  test('without any input finds the SuperLink, computes its partition and publishes', async () => {
    const { status, log, execStart, gate, vm, calls } = await boot('supernode', {
      oneGate: { superlink: PUBLISHED, supernodes: [77, 101, 102] },
    });
    expect(log).not.toMatch(/WARN|ERROR|FATAL/);
    expect(status).toBe(0);
    expect(execStart).toBe(
      '/usr/bin/docker run --name flower-supernode --rm --env-file /opt/flower/config/supernode.env ' +
        '-v /opt/flower/data:/app/data:ro -e FLWR_LOG_LEVEL=INFO flwr/supernode:1.25.0-py3.13-ubuntu24.04 ' +
        '--insecure --superlink 192.168.1.100:9092 --isolation subprocess --node-config "partition-id=1 num-partitions=3"',
    );
    expect(gate.published).toEqual([
      { FL_NODE_READY: 'YES', FL_NODE_ID: '101', FL_VERSION: '1.25.0', FL_GPU_AVAILABLE: 'NO' },
    ]);
    expect(await vm.read('/opt/flower/config/supernode.env')).toBe(
      'FLOWER_GRPC_KEEPALIVE_TIME_MS=60000\nFLOWER_GRPC_KEEPALIVE_TIMEOUT_MS=20000\nFL_LOG_FORMAT=text\n',
    );
    expect(calls).toContain('systemctl start flower-supernode');
  });

  test('waits 10 s between attempts until the SuperLink has published', async () => {
    const { status, waits, execStart } = await boot('supernode', {
      oneGate: { superlink: PUBLISHED, readyAfter: 4 },
    });
    expect(status).toBe(0);
    expect(waits).toEqual([10, 10, 10]);
    expect(execStart).toContain('--superlink 192.168.1.100:9092');
  });

  test('gives up after 30 attempts and 29 waits, whatever the edge variables say', async () => {
    const { status, log, waits, gate, calls } = await boot('supernode', {
      oneGate: {},
      context: { FL_EDGE_BACKOFF: 'exponential', FL_EDGE_MAX_BACKOFF: '20' },
    });
    expect(gate.queries).toBe(30);
    expect(waits).toEqual(Array.from({ length: 29 }, () => 10));
    expect(log).toContain('FL_EDGE_MAX_BACKOFF ignored -- this is not the edge image');
    expect(log).toContain(
      '[ERROR] [flower-configure] SuperLink discovery timed out after 30 attempts (5 minutes).',
    );
    expect(status).not.toBe(0);
    expect(calls).not.toContain('systemctl start flower-supernode');
  });

  test('keeps trying while the service query fails', async () => {
    const { log, gate } = await boot('supernode', { oneGate: { status: { 'GET /service': 502 } } });
    expect(gate.queries).toBe(30);
    expect(log).toContain('[WARN] [flower-configure] OneGate query failed with status 502 (attempt 1).');
  });

  test.each([
    [
      'OneGate is not reachable',
      { oneGate: false as const },
      'Dynamic discovery needs OneGate. Set FL_SUPERLINK_ADDRESS for static mode.',
    ],
    ['OneGate refuses the token', { oneGate: { status: { 'GET /vm': 401 } } }, 'OneGate is not reachable at'],
    [
      'there is neither an address nor a token',
      { hardware: { noToken: true } },
      'No SuperLink address: FL_SUPERLINK_ADDRESS is empty and OneGate is not available.',
    ],
    ['OneGate has no address', { context: { ONEGATE_ENDPOINT: '' } }, 'ONEGATE_ENDPOINT is not configured'],
  ])('fails at once when %s', async (_, scenario, message) => {
    const { status, log, waits } = await boot('supernode', scenario);
    expect(log).toContain(message);
    expect(status).not.toBe(0);
    expect(waits).toEqual([]);
  });

  test('with a static address asks OneGate for nothing and computes nothing', async () => {
    const { status, execStart, gate, log } = await boot('supernode', {
      context: {
        FL_SUPERLINK_ADDRESS: 'superlink.example.com:9092',
        FL_MAX_RETRIES: '5',
        FL_MAX_WAIT_TIME: '0',
      },
    });
    expect(status).toBe(0);
    expect(gate.queries).toBe(0);
    expect(execStart).toContain('--insecure --superlink superlink.example.com:9092');
    expect(execStart).toContain('--node-config "" --max-retries 5');
    expect(execStart).not.toContain('--max-wait-time');
    expect(log).toContain('FL_NODE_CONFIG is not computed');
  });

  test('quotes a node configuration of the user for systemd', async () => {
    const { execStart } = await boot('supernode', {
      context: { FL_NODE_CONFIG: `model-name='a/b' share=10%` },
    });
    expect(execStart).toContain(`--node-config "model-name='a/b' share=10%%"`);
  });
});

describe.skipIf(MISSING.length > 0)('TLS on the SuperNode', () => {
  test('follows a SuperLink that advertises TLS', async () => {
    const { status, execStart, vm } = await boot('supernode', { oneGate: { superlink: withTls() } });
    expect(status).toBe(0);
    expect(execStart).toContain('-v /opt/flower/certs/ca.crt:/app/ca.crt:ro');
    expect(execStart).toContain('--root-certificates ca.crt --superlink');
    expect(execStart).not.toContain('--insecure');
    expect(base64(await vm.read('/opt/flower/certs/ca.crt'))).toBe(certificates.ca);
  });

  test('stays insecure with an explicit NO, and warns', async () => {
    const { status, log, execStart } = await boot('supernode', {
      oneGate: { superlink: withTls() },
      context: { FL_TLS_ENABLED: 'no' },
    });
    expect(status).toBe(0);
    expect(execStart).toContain('--insecure');
    expect(log).toContain(
      '[WARN] [flower-configure] FL_TLS_ENABLED=NO, but the SuperLink advertises FL_TLS=YES via OneGate.',
    );
  });

  test.each([
    ['OneGate', {}],
    ['a static address', { FL_SUPERLINK_ADDRESS: '10.10.9.0:9092' }],
  ])('takes the CA of the operator with %s', async (_, context) => {
    const own = makeCertificates();
    const { status, execStart, vm } = await boot('supernode', {
      oneGate: { superlink: withTls() },
      context: { FL_TLS_ENABLED: 'YES', FL_SSL_CA_CERTFILE: own.ca, ...context },
    });
    expect(status).toBe(0);
    expect(execStart).toContain('--root-certificates ca.crt');
    expect(base64(await vm.read('/opt/flower/certs/ca.crt'))).toBe(own.ca);
  });

  test('aborts at Step 7 with the lines of spec/05 when the CA certificate is missing', async () => {
    const { status, log, gate } = await boot('supernode', {
      oneGate: { superlink: { ...PUBLISHED, FL_TLS: 'YES' } },
    });
    for (const line of exampleLog('FL_CA_CERT is missing')) expect(log).toContain(line);
    expect(status).toBe(1);
    expect(gate.published).toEqual([{ FL_NODE_READY: 'NO' }]);
  });

  test('aborts at Step 7b with the lines of spec/05 when the certificate is no PEM', async () => {
    const { status, log, gate } = await boot('supernode', {
      oneGate: { superlink: { ...withTls(), FL_CA_CERT: base64('not a certificate') } },
    });
    for (const line of exampleLog('is not a valid PEM certificate')) expect(log).toContain(line);
    expect(status).toBe(1);
    expect(gate.published).toEqual([{ FL_NODE_READY: 'NO' }]);
  });

  test.each([
    [
      'the attribute is not base64',
      { superlink: { ...PUBLISHED, FL_TLS: 'YES', FL_CA_CERT: '%%%' } },
      {},
      'cannot be decoded',
    ],
    [
      'TLS is forced and nobody gives a CA',
      { superlink: PUBLISHED },
      { FL_TLS_ENABLED: 'YES' },
      'the SuperLink does not advertise TLS and FL_SSL_CA_CERTFILE is not set',
    ],
    [
      'a static address has no CA',
      {},
      { FL_TLS_ENABLED: 'YES', FL_SUPERLINK_ADDRESS: '10.10.9.0:9092' },
      'TLS is enabled but FL_SSL_CA_CERTFILE is not set.',
    ],
  ])('aborts at Step 7 when %s', async (_, oneGate, context, message) => {
    const { status, log } = await boot('supernode', { oneGate, context });
    expect(log).toContain(message);
    expect(log).toContain('[FATAL] [flower-configure] Boot aborted at Step 7 (TLS Discovery).');
    expect(status).toBe(1);
  });
});

describe.skipIf(MISSING.length > 0)('images, use cases and GPUs of the SuperNode', () => {
  test('runs the framework image with a use case that it contains', async () => {
    const { status, execStart, log } = await boot('supernode', {
      hardware: { framework: FRAMEWORK, images: [FRAMEWORK_IMAGE] },
      context: { FL_USE_CASE: 'image-classification' },
    });
    expect(status).toBe(0);
    expect(execStart).toContain(` ${FRAMEWORK_IMAGE} `);
    expect(log).toContain('Use case: image-classification, FAB directory: /app/.flwr');
  });

  test('does not start without the framework image', async () => {
    const { status, log } = await boot('supernode', { hardware: { framework: FRAMEWORK } });
    expect(log).toContain(`Pull of ${FRAMEWORK_IMAGE} failed.`);
    expect(status).toBe(1);
  });

  test('does not start with a use case that is not installed', async () => {
    const { status, log } = await boot('supernode', {
      hardware: { framework: { ...FRAMEWORK, useCases: [] }, images: [FRAMEWORK_IMAGE] },
      context: { FL_USE_CASE: 'image-classification' },
    });
    expect(log).toContain("Use case 'image-classification' is not installed in this image.");
    expect(status).toBe(1);
  });

  test('falls back to the pre-baked version of the base image', async () => {
    const { status, execStart, gate, log } = await boot('supernode', {
      context: { FLOWER_VERSION: '1.26.0' },
    });
    expect(log).toContain(
      '[WARN] [flower-bootstrap] Pull of flwr/supernode:1.26.0-py3.13-ubuntu24.04 failed, using pre-baked 1.25.0.',
    );
    expect(status).toBe(0);
    expect(execStart).toContain('flwr/supernode:1.25.0-py3.13-ubuntu24.04');
    expect(gate.published[0].FL_VERSION).toBe('1.25.0');
  });

  test('gives a detected GPU to the container and starts the DCGM sidecar', async () => {
    const dcgm = 'nvcr.io/nvidia/k8s/dcgm-exporter:4.5.1-4.8.0-distroless';
    const { status, execStart, gate, vm, log, calls } = await boot('supernode', {
      hardware: { gpu: true, registry: [dcgm] },
      context: {
        FL_GPU_ENABLED: 'YES',
        FL_CUDA_VISIBLE_DEVICES: '0,1',
        FL_DCGM_ENABLED: 'YES',
        FL_LOG_FORMAT: 'json',
      },
    });
    expect(status).toBe(0);
    expect(execStart).toContain('--rm --gpus all -e CUDA_VISIBLE_DEVICES=0,1 --env-file');
    expect(gate.published[0].FL_GPU_AVAILABLE).toBe('YES');
    expect(await vm.read('/opt/flower/config/supernode.env')).toContain('FL_GPU_MEMORY_FRACTION=0.8\n');
    expect(log).toContain('"event":"gpu_detected"');
    expect(await vm.read('/etc/systemd/system/dcgm-exporter.service')).toContain(
      `--gpus all --cap-add SYS_ADMIN -p 9400:9400 ${dcgm}`,
    );
    expect(calls).toContain('systemctl start dcgm-exporter');
  });

  test('trains on the CPU, with warnings only, when a GPU is asked for and missing', async () => {
    const { status, execStart, gate, log } = await boot('supernode', {
      context: { FL_GPU_ENABLED: 'YES', FL_DCGM_ENABLED: 'YES', FL_LOG_FORMAT: 'json' },
    });
    expect(status).toBe(0);
    expect(execStart).not.toContain('--gpus');
    expect(gate.published[0].FL_GPU_AVAILABLE).toBe('NO');
    expect(log).toContain('[WARN] [flower-bootstrap] GPU requested but not available, falling back to CPU');
    expect(log).toContain('"event":"gpu_unavailable"');
    expect(log).toContain(
      '[WARN] [flower-bootstrap] DCGM Exporter not started: no GPU was detected at Step 9.',
    );
  });

  test('trains without GPU metrics when the DCGM image cannot be pulled', async () => {
    const { status, log, calls } = await boot('supernode', {
      hardware: { gpu: true },
      context: { FL_GPU_ENABLED: 'YES', FL_DCGM_ENABLED: 'YES' },
    });
    expect(log).toContain('GPU metrics are unavailable. Training is not affected.');
    expect(status).toBe(0);
    expect(calls).not.toContain('systemctl start dcgm-exporter');
  });

  test.each([
    ['Docker is down', { dockerIsDown: true }, 'Docker daemon not available.'],
    [
      'the container exits',
      { containerExits: true },
      'Container flower-supernode is not running after 60 s.',
    ],
  ])('aborts without publishing when %s', async (_, hardware, message) => {
    const { status, log, gate } = await boot('supernode', { hardware });
    expect(log).toContain(message);
    expect(status).toBe(1);
    expect(gate.published).toEqual([]);
  });

  test('goes on when its status cannot be published', async () => {
    const { status, log } = await boot('supernode', {
      oneGate: { superlink: PUBLISHED, status: { 'PUT /vm': 500 } },
    });
    expect(log).toContain(
      '[WARN] [flower-bootstrap] OneGate publication failed. The status of the node is not published.',
    );
    expect(status).toBe(0);
  });
});
