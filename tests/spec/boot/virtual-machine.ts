/** A VM in a temporary folder: the scripts of the documents with their paths moved there, and fakes on PATH. */
import { spawn } from 'node:child_process';
import { accessSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { GraphView } from '#specgraph';
import { TOKEN } from './fake-onegate.ts';
import { scriptsOf, type Appliance } from './scripts-of-documents.ts';

/** What differs from a VM that works. */
export interface Hardware {
  /** Images in the local cache besides the pre-baked one. */
  images?: string[];
  /** Images that a pull finds. */
  registry?: string[];
  dockerIsDown?: boolean;
  containerExits?: boolean;
  /** No process listens on port 9092. */
  portIsClosed?: boolean;
  gpu?: boolean;
  /** The framework that is baked in, with the use cases of its FABs. */
  framework?: { name: string; useCases: string[] };
  /** `hostname -I` prints nothing. */
  noAddress?: boolean;
  /** The contextualization has written no token. */
  noToken?: boolean;
}

export interface BootResult {
  /** Exit status of `configure.sh`, or of `bootstrap.sh` when the first succeeded. */
  status: number;
  /** Lines of all log files. */
  log: string;
  /** Calls of the fakes, one a line. */
  calls: string[];
}

export interface VirtualMachine {
  /** Runs `configure.sh` and, when it succeeds, `bootstrap.sh`, as the launcher does. */
  boot(context: Record<string, string>): Promise<BootResult>;
  /** Runs a script that has the functions of the appliance. Prints what it prints. */
  run(script: string, context?: Record<string, string>): Promise<string>;
  /** Text of a file of the VM; empty when it does not exist. */
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

const MOVED = ['/opt/flower', '/run/one-context', '/var/log/one-appliance', '/etc/systemd/system'];
const PREBAKED = {
  superlink: 'flwr/superlink:1.25.0-py3.13-ubuntu24.04',
  supernode: 'flwr/supernode:1.25.0-py3.13-ubuntu24.04',
};

export async function createVirtualMachine(
  graph: GraphView,
  appliance: Appliance,
  hardware: Hardware = {},
): Promise<VirtualMachine> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'flower-vm-'));
  const inRoot = (text: string): string =>
    MOVED.reduce((moved, folder) => moved.replaceAll(folder, `${root}${folder}`), text);
  const write = async (file: string, text: string, mode = 0o644): Promise<void> => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await chmod(file, mode);
  };
  for (const [name, text] of Object.entries(scriptsOf(graph, appliance)))
    await write(inRoot(`/opt/flower/scripts/${name}`), inRoot(text), 0o755);
  for (const [name, text] of Object.entries(fakes(hardware)))
    await write(`${root}/bin/${name}`, `#!/bin/bash\n${text}\n`, 0o755);
  for (const folder of [...MOVED, '/opt/flower/config', '/opt/flower/certs', '/opt/flower/state'])
    await mkdir(inRoot(folder), { recursive: true });
  const kind = appliance === 'superlink' ? 'superlink' : 'supernode';
  await write(inRoot('/opt/flower/PREBAKED_VERSION'), '1.25.0\n');
  await write(`${root}/images`, `${[PREBAKED[kind], ...(hardware.images ?? [])].join('\n')}\n`);
  await write(`${root}/registry`, `${(hardware.registry ?? []).join('\n')}\n`);
  if (hardware.framework) {
    await write(inRoot('/opt/flower/PREBAKED_FRAMEWORK'), `${hardware.framework.name}\n`);
    await write(inRoot('/opt/flower/PREBAKED_USE_CASES'), `${hardware.framework.useCases.join('\n')}\n`);
  }
  if (!hardware.noToken) await write(inRoot('/run/one-context/token.txt'), TOKEN);

  const env = { PATH: `${root}/bin:${process.env.PATH}`, ROOT: root, LC_ALL: 'C' };
  const read = async (file: string): Promise<string> =>
    (await readFile(file, 'utf8').catch(() => '')).replaceAll(root, '');
  const writeContext = (context: Record<string, string>): Promise<void> =>
    write(
      inRoot('/run/one-context/one_env'),
      Object.entries({ VMID: '101', ...context })
        .map(([name, value]) => `export ${name}=${shellQuote(value)}\n`)
        .join(''),
    );
  return {
    async boot(context) {
      await writeContext(context);
      let output = '';
      let status = 0;
      for (const script of ['configure.sh', 'bootstrap.sh']) {
        const ended = await runBash([inRoot(`/opt/flower/scripts/${script}`)], env);
        output += ended.output.replaceAll(root, '');
        status = ended.status;
        if (status !== 0) break;
      }
      const logs = ['flower-configure.log', 'flower-discover.log', 'flower-bootstrap.log'];
      const texts = await Promise.all(logs.map((name) => read(inRoot(`/var/log/one-appliance/${name}`))));
      return { status, log: texts.join('') + output, calls: (await read(`${root}/calls`)).split('\n') };
    },
    async run(script, context = {}) {
      await writeContext(context);
      const head = `set -euo pipefail\nlog_component=test\npublication_note=""\nsource /opt/flower/scripts/common.sh\n`;
      const { output } = await runBash(['-c', inRoot(head + script)], env);
      return output.replaceAll(root, '');
    },
    read: (file) => read(inRoot(file)),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Commands that a test machine lacks or must not run. Each writes its call to `$ROOT/calls`. */
function fakes(hardware: Hardware): Record<string, string> {
  const record = 'echo "$(basename "$0") $*" >>"$ROOT/calls"';
  const status = (fails: boolean | undefined): string => `exit ${fails ? 1 : 0}`;
  return {
    docker: `${record}
case "$1 $2" in
  "info "*) ${status(hardware.dockerIsDown)} ;;
  "image inspect") grep -qxF -- "$3" "$ROOT/images" ;;
  "pull "*) grep -qxF -- "$2" "$ROOT/registry" && echo "$2" >>"$ROOT/images" ;;
  "inspect "*) echo ${hardware.containerExits ? 'false' : 'true'} ;;
esac`,
    systemctl: record,
    sleep: record,
    chown: record,
    install: `while [[ "$1" == -* ]]; do [[ "$1" == -d ]] && shift || shift 2; done; mkdir -p "$@"`,
    hostname: hardware.noAddress ? 'echo' : 'echo "192.168.1.100 172.17.0.1"',
    nc: status(hardware.portIsClosed),
    lsmod: hardware.gpu ? 'echo "nvidia 56000000 4"' : 'true',
    'nvidia-smi': hardware.gpu ? 'echo "NVIDIA A100, 40960, 545.29.06"' : 'exit 1',
    // Keys of 4096 bits take seconds to make; the length is of no importance to the scripts.
    openssl: `exec ${JSON.stringify(realOpenssl())} "\${@/#4096/2048}"`,
  };
}

let opensslPath: string | undefined;
function realOpenssl(): string {
  opensslPath ??=
    process.env
      .PATH!.split(':')
      .map((folder) => path.join(folder, 'openssl'))
      .find(isFile) ?? 'openssl';
  return opensslPath;
}

function isFile(file: string): boolean {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Programs of the machine that the scripts need and that are not faked: those of the list that are missing. */
export function missingPrograms(): string[] {
  const folders = process.env.PATH!.split(':');
  return ['bash', 'curl', 'jq', 'bc', 'openssl', 'base64', 'awk', 'sed'].filter(
    (name) => !folders.some((folder) => isFile(path.join(folder, name))),
  );
}

function runBash(args: string[], env: Record<string, string>): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    // A shell whose standard input is a socket takes itself for a remote one and reads ~/.bashrc.
    const child = spawn('bash', ['--norc', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function shellQuote(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
