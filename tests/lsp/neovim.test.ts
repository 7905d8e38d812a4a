/** A real editor: Neovim opens a file, waits for the diagnostics, jumps, renames and saves; the files are compared. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../helpers/lsp-client.ts';

const SERVER = path.resolve(import.meta.dirname, '../../scripts/specgraph.mjs');
const FILES = {
  'a.md':
    '# Alpha\n\n## 1. Scope\n\nSee 😀 Section 2 of b.md and Section 9 of this document.\n\n## 2. Next\n\nText.\n',
  'b.md': '# Beta\n\n## 1. Start\n\nSee [Scope](a.md#1-scope).\n\n## 2. Set-up\n\nText.\n',
};
const LIMIT_MS = 60_000;

/** `vim.wait` with a message where the condition never holds; every step is written to a file as JSON. */
const SCRIPT = `
local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then error('no ' .. what) end
end
vim.cmd('edit a.md')
-- Neovim 0.8 has vim.lsp.start, which does both.
local start = vim.lsp.start_client or vim.lsp.start
local client = start({
  name = 'specgraph',
  cmd = { vim.env.SPECGRAPH_NODE, vim.env.SPECGRAPH_SERVER, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
if not vim.lsp.buf_is_attached or not vim.lsp.buf_is_attached(0, client) then
  vim.lsp.buf_attach_client(0, client)
end
local seen = {}
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(seen, { code = one.code, line = one.lnum, from = one.col, to = one.end_col })
end
local function answer(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, 20000)
  if not answers then error(problem) end
  local _, first = next(answers)
  if first.error then error(first.error.message) end
  return first.result
end
-- The unsaved text counts: the broken reference is corrected, and nothing is left to report.
vim.api.nvim_buf_set_lines(0, 4, 5, false, { 'See 😀 Section 2 of b.md and Section 1 of this document.' })
wait('correction', function() return #vim.diagnostic.get(0) == 0 end)
-- "Section 2 of b.md" leads to its heading.
vim.api.nvim_win_set_cursor(0, { 5, #'See 😀 Sec' })
vim.lsp.buf.definition()
wait('jump', function() return vim.fn.expand('%:t') == 'b.md' end)
local jump = { file = vim.fn.expand('%:t'), line = vim.fn.line('.') }
-- The heading is renamed there, with what Neovim calls "rename".
if not vim.lsp.buf_is_attached or not vim.lsp.buf_is_attached(0, client) then
  vim.lsp.buf_attach_client(0, client)
end
vim.cmd('edit a.md')
vim.api.nvim_win_set_cursor(0, { 3, 6 })
vim.lsp.buf.rename('Purpose')
wait('rename', function() return vim.api.nvim_buf_get_lines(0, 2, 3, false)[1] == '## 1. Purpose' end)
vim.cmd('wall')
local hover = answer('textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'))
local file = io.open('seen.json', 'w')
file:write(vim.json and vim.json.encode({ seen = seen, jump = jump, hover = hover.contents.value })
  or vim.fn.json_encode({ seen = seen, jump = jump, hover = hover.contents.value }))
file:close()
`;

const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0];

test.skipIf(!version)(
  `${version ?? 'Neovim (skipped: "nvim" is not on the PATH)'} shows diagnostics, jumps and renames`,
  { timeout: LIMIT_MS },
  () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'specgraph-nvim-')));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFiles(folder, FILES);
    writeFileSync(path.join(folder, 'run.lua'), SCRIPT);
    // "silent!" would hide the errors of the script; with -l they would end it, but older versions lack that.
    execFileSync(
      'nvim',
      [
        '--headless',
        '--clean',
        '-c',
        'lua local ok, problem = pcall(dofile, "run.lua"); if not ok then io.stderr:write(tostring(problem)) vim.cmd("cquit!") end vim.cmd("qall!")',
      ],
      {
        cwd: folder,
        timeout: LIMIT_MS,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          SPECGRAPH_NODE: process.execPath,
          SPECGRAPH_SERVER: SERVER,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
          XDG_DATA_HOME: folder,
        },
      },
    );
    const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
    const before = FILES['a.md'].split('\n')[4];
    const start = Buffer.byteLength(before.slice(0, before.indexOf('Section 9')));
    expect(JSON.parse(read('seen.json'))).toEqual({
      seen: [{ code: 'broken-section', line: 4, from: start, to: start + 'Section 9'.length }],
      jump: { file: 'b.md', line: 7 },
      hover: expect.stringContaining('**1. Purpose**'),
    });
    expect(read('a.md')).toBe(FILES['a.md'].replace('Scope', 'Purpose').replace('Section 9', 'Section 1'));
    expect(read('b.md')).toBe(FILES['b.md'].replace('[Scope](a.md#1-scope)', '[Purpose](a.md#1-purpose)'));
  },
);
