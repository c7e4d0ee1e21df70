#!/usr/bin/env node
// Runs forge test, with whatever options are given, and leaves how many tests passed, failed and were skipped in
// target/forge-tests.json, where the build's closing lines find it. Exit code as forge's.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(module, 'target', 'forge-tests.json');
rmSync(target, { force: true });

const run = spawn(join(module, 'node_modules', '.bin', 'forge'), ['test', ...process.argv.slice(2)], {
  cwd: module,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let tail = '';
run.stdout.on('data', (bytes) => {
  process.stdout.write(bytes);
  tail = (tail + bytes).slice(-1_000_000);
});
run.on('close', (status) => {
  const counts = [...tail.matchAll(/: (\d+) tests passed, (\d+) failed, (\d+) skipped \(\d+ total tests\)/g)].at(-1);
  if (counts) {
    const [passed, failed, skipped] = counts.slice(1).map(Number);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify({ passed, failed, skipped })}\n`);
  }
  process.exitCode = status ?? 1;
});
