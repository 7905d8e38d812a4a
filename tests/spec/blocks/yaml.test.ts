/** YAML blocks against the formats of Prometheus, Alertmanager, Grafana and OpenNebula. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blocksIn, graph, type Block } from './blocks.ts';

const duration = v.pipe(v.string(), v.regex(/^(?:\d+(?:ms|[smhdwy]))+$/));
const labels = v.record(v.string(), v.string());

/** https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
const alertRule = v.strictObject({
  alert: v.pipe(v.string(), v.regex(/^\w+$/)),
  expr: v.string(),
  for: v.optional(duration),
  labels: v.strictObject({ severity: v.picklist(['critical', 'warning']) }),
  annotations: v.strictObject({ summary: v.string(), description: v.string() }),
});
const ruleFile = v.strictObject({
  groups: v.array(v.strictObject({ name: v.string(), rules: v.array(alertRule) })),
});

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
const scrapeConfig = v.strictObject({
  rule_files: v.optional(v.array(v.string())),
  scrape_configs: v.array(
    v.strictObject({
      job_name: v.string(),
      scrape_interval: v.optional(duration),
      metrics_path: v.optional(v.string()),
      static_configs: v.optional(
        v.array(v.strictObject({ targets: v.array(v.string()), labels: v.optional(labels) })),
      ),
      file_sd_configs: v.optional(
        v.array(v.strictObject({ files: v.array(v.string()), refresh_interval: v.optional(duration) })),
      ),
    }),
  ),
});

/** https://prometheus.io/docs/alerting/latest/configuration/ */
const alertmanager = v.strictObject({
  route: v.strictObject({
    receiver: v.string(),
    group_by: v.array(v.string()),
    group_wait: duration,
    group_interval: duration,
    repeat_interval: duration,
    routes: v.array(
      v.strictObject({
        receiver: v.string(),
        matchers: v.array(v.pipe(v.string(), v.regex(/^\w+(?:=|!=|=~|!~)".*"$/))),
      }),
    ),
  }),
  receivers: v.array(v.strictObject({ name: v.string() })),
});

/** https://grafana.com/docs/grafana/latest/administration/provisioning/ */
const datasources = v.strictObject({
  apiVersion: v.literal(1),
  datasources: v.array(
    v.strictObject({
      name: v.string(),
      type: v.string(),
      access: v.picklist(['proxy', 'direct']),
      url: v.pipe(v.string(), v.url()),
      isDefault: v.boolean(),
      editable: v.boolean(),
    }),
  ),
});
const dashboards = v.strictObject({
  apiVersion: v.literal(1),
  providers: v.array(
    v.strictObject({
      name: v.string(),
      orgId: v.number(),
      folder: v.string(),
      type: v.literal('file'),
      disableDeletion: v.boolean(),
      editable: v.boolean(),
      options: v.strictObject({ path: v.string(), foldersFromFilesStructure: v.boolean() }),
    }),
  ),
});

/** Filter of the PCI probe: `src/im_mad/remotes/lib/probe_db` and the comments of `pci.conf` in OpenNebula 7.0. */
const pciFilter = v.strictObject({ ':filter': v.pipe(v.string(), v.regex(/^[0-9a-f]{4}:[0-9a-f*]+$/)) });

const KINDS: Record<string, v.GenericSchema> = {
  groups: ruleFile,
  scrape_configs: scrapeConfig,
  route: alertmanager,
  datasources,
  providers: dashboards,
  ':filter': pciFilter,
};

const blocks = blocksIn('yaml');
const parsed = ({ text }: Block): Record<string, unknown> => parse(text) as Record<string, unknown>;
const rules = blocks
  .filter((block) => 'groups' in parsed(block))
  .flatMap((block) => v.parse(ruleFile, parsed(block)).groups.flatMap((group) => group.rules));

test.each(blocks)('the block at $place has the schema of its kind', (block) => {
  const value = parsed(block);
  const kind = Object.keys(KINDS).find((key) => key in value);
  expect(kind, 'no schema is known for this block').toBeDefined();
  const { issues = [] } = v.safeParse(KINDS[kind!], value);
  expect(issues.map((issue) => `${v.getDotPath(issue) ?? '(top)'}: ${issue.message}`)).toEqual([]);
});

test('routes of Alertmanager lead to receivers that exist', () => {
  const { route, receivers } = v.parse(
    alertmanager,
    parsed(blocks.find((block) => 'route' in parsed(block))!),
  );
  const names = receivers.map(({ name }) => name);
  for (const receiver of [route.receiver, ...route.routes.map((one) => one.receiver)])
    expect(names).toContain(receiver);
});

describe('alerts', () => {
  const source = graph.document('13')!.source;
  /** Metrics of the tables in spec/13, Sections 5.3 and 6.6; those of the first with their labels. */
  const training = [...source.matchAll(/^\| `(fl_\w+)` \| (\w+) \| (`strategy`|--) \|/gm)].map(
    ([, name, type, label]) => ({ name, type, hasStrategy: label !== '--' }),
  );
  const gpu = [...source.matchAll(/^\| `(DCGM_\w+)` \|/gm)].map(([, name]) => name);
  const metricsIn = (expr: string): string[] =>
    [...expr.matchAll(/\b(?:fl|DCGM)_\w+/g)].map(([name]) => name);

  test('there are as many as the text says, each with its severity', () => {
    expect(training).toHaveLength(11);
    expect(new Set(gpu).size).toBe(8);
    expect(rules).toHaveLength(8);
    const table = /^\| Severity \| Meaning \| Alerts \|\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(source)![1];
    for (const {
      alert,
      labels: { severity },
    } of rules)
      expect(table).toMatch(new RegExp(String.raw`\`${severity}\`.*\b${alert}\b`));
  });

  test.each(rules)('$alert uses metrics that are exported', ({ expr }) => {
    const names = new Set([...training.map(({ name }) => name), ...gpu]);
    expect(metricsIn(expr).length).toBeGreaterThan(0);
    expect(metricsIn(expr).filter((name) => !names.has(name))).toEqual([]);
  });

  test.each(rules)('$alert joins series with and without the label strategy on the instance', ({ expr }) => {
    const labelled = new Set(
      metricsIn(expr).flatMap((name) => training.find((one) => one.name === name)?.hasStrategy ?? []),
    );
    if (labelled.size > 1) expect(expr).toContain('on(instance)');
  });

  test('the status that an alert asks for is one that the exporter can show while it answers', () => {
    // Prometheus can scrape only while a run is active: the status is 1 (running) then.
    for (const { alert, expr } of rules) {
      const asked = [...expr.matchAll(/fl_training_status == (\d)/g)].map(([, status]) => status);
      expect(
        asked.filter((status) => status !== '1'),
        alert,
      ).toEqual([]);
    }
  });

  const promtool = hasProgram('promtool');
  test.skipIf(!promtool)('promtool accepts the rules (skipped where it is not installed)', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rules-'));
    blocks
      .filter((block) => 'groups' in parsed(block))
      .forEach(({ text }, i) => {
        const file = path.join(folder, `${i}.yml`);
        writeFileSync(file, text);
        execFileSync('promtool', ['check', 'rules', file], { stdio: 'pipe' });
      });
    rmSync(folder, { recursive: true });
  });
});

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
