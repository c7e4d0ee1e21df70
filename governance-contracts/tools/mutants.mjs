#!/usr/bin/env node
// A seeded sample of mutants: one small change at a time in the contracts; a good suite notices. A mutant that does not
// compile says nothing and is replaced by the next; one that makes the tests run for too long counts as noticed.
//
//   node tools/mutants.mjs [--count 200] [--seed 1] [--only RiskPool] [--least 85] [--report FILE]
//
// Exit code 0 when at least --least percent were noticed, 1 otherwise.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = parse(process.argv.slice(2));

// What may be changed into what. Each works on one line of code without its comment.
const CHANGES = [
  ['at most becomes less', / <= /g, ' < '],
  ['at least becomes more', / >= /g, ' > '],
  ['less becomes at most', / < /g, ' <= '],
  ['more becomes at least', / > /g, ' >= '],
  ['equal becomes unequal', / == /g, ' != '],
  ['unequal becomes equal', / != /g, ' == '],
  ['and becomes or', / && /g, ' || '],
  ['or becomes and', / \|\| /g, ' && '],
  ['plus becomes minus', / \+ /g, ' - '],
  ['minus becomes plus', / - /g, ' + '],
  ['times becomes divided by', / \* /g, ' / '],
  ['divided by becomes times', / \/ /g, ' * '],
  ['added becomes subtracted', / \+= /g, ' -= '],
  ['subtracted becomes added', / -= /g, ' += '],
  ['true becomes false', /\btrue\b/g, 'false'],
  ['false becomes true', /\bfalse\b/g, 'true'],
  ['not is lost', /!(?=[a-zA-Z_(])/g, ''],
  ['rounding turns', /Rounding\.Ceil/g, 'Rounding.Floor'],
  ['rounding turns', /Rounding\.Floor/g, 'Rounding.Ceil'],
  ['minimum becomes maximum', /Math\.min\(/g, 'Math.max('],
  ['maximum becomes minimum', /Math\.max\(/g, 'Math.min('],
  ['a refusal is lost', /^(\s*)if \(.*\) revert .*;$/g, '$1'],
  ['a restriction is lost', / restricted(?= |$)/g, ''],
  ['a guard is lost', / nonReentrant(?= |$)/g, ''],
  ['a statement is lost', /^\s+[a-z_][A-Za-z0-9_.\[\]]* (\+|-)?= [^;]+;$/g, ''],
  ['a call is lost', /^\s+[a-z_][A-Za-z0-9_.]*\([^;]*\);$/g, ''],
];

function parse(words) {
  const found = { count: 200, seed: 1, only: '', least: 85, report: '' };
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i].replace(/^--/, '');
    if (!(name in found) || words[i + 1] === undefined) {
      console.error(`mutants: unknown or incomplete option ${words[i]}`);
      process.exit(2);
    }
    found[name] = typeof found[name] === 'number' ? Number(words[i + 1]) : words[i + 1];
  }
  return found;
}

/** Numbers in [0, 1) from a seed: mulberry32. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Contracts that decide something: not interfaces, views for consoles, local doubles of outside things, or examples. */
function sources() {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['interfaces', 'local', 'examples'].includes(entry.name)) walk(path);
      } else if (entry.name.endsWith('.sol') && !entry.name.endsWith('Lens.sol')) {
        found.push(path);
      }
    }
  };
  walk(join(module, 'src'));
  return found.sort().filter((path) => basename(path).includes(options.only));
}

function candidates() {
  const all = [];
  for (const path of sources()) {
    const lines = readFileSync(path, 'utf8').split('\n');
    lines.forEach((line, number) => {
      const code = line.replace(/\/\/.*$/, '');
      if (!code.trim() || /^\s*(import|pragma|\*|\/\*|event|error|using)\b/.test(code) || line.trim().startsWith('*')) return;
      for (const [name, pattern, replacement] of CHANGES) {
        for (const match of code.matchAll(pattern)) {
          const changed =
            code.slice(0, match.index) +
            match[0].replace(new RegExp(pattern.source), replacement) +
            code.slice(match.index + match[0].length);
          if (changed !== code) all.push({ path, number, name, before: line, after: changed });
        }
      }
    });
  }
  return all;
}

function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** A copy of the module in which the mutants live; node_modules is only linked. */
function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-mutants-'));
  for (const name of ['src', 'test', 'script', 'tools', 'foundry.toml', 'cache', 'out']) {
    if (existsSync(join(module, name))) cpSync(join(module, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(join(module, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function forge(folder, words, seconds) {
  return spawnSync(join(folder, 'node_modules', '.bin', 'forge'), words, {
    cwd: folder,
    env: { ...process.env, FOUNDRY_PROFILE: 'mutants' },
    timeout: seconds * 1000,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** noticed, survived, or senseless when it does not compile. */
function verdict(folder, mutant) {
  const target = join(folder, relative(module, mutant.path));
  const original = readFileSync(target, 'utf8');
  const lines = original.split('\n');
  lines[mutant.number] = mutant.after;
  writeFileSync(target, lines.join('\n'));
  try {
    const build = forge(folder, ['build'], 240);
    if (build.status !== 0) return 'senseless';
    const own = basename(mutant.path, '.sol');
    const near = forge(folder, ['test', '--fail-fast', '--match-path', `test/**/${own}*.t.sol`], 240);
    if (near.error || /Failing tests|\[FAIL/.test(near.stdout)) return 'noticed';
    const rest = forge(folder, ['test', '--fail-fast'], 420);
    return rest.error || rest.status !== 0 ? 'noticed' : 'survived';
  } finally {
    writeFileSync(target, original);
  }
}

const random = generator(options.seed);
const queue = shuffled(candidates(), random);
const folder = workshop();
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const before = forge(folder, ['test'], 1200);
if (before.status !== 0) {
  console.error('mutants: the tests must pass before anything is changed\n' + before.stdout.slice(-2000) + before.stderr.slice(-2000));
  process.exit(1);
}
const report = [];
let senseless = 0;
while (report.length < options.count && queue.length > 0) {
  const mutant = queue.pop();
  const result = verdict(folder, mutant);
  if (result === 'senseless') {
    senseless++;
    continue;
  }
  const place = `${relative(module, mutant.path)}:${mutant.number + 1}`;
  report.push({ place, change: mutant.name, before: mutant.before.trim(), after: mutant.after.trim(), result });
  console.log(`${String(report.length).padStart(4)} ${result.padEnd(8)} ${place} ${mutant.name}`);
  if (options.report) writeFileSync(options.report, JSON.stringify(report, null, 2) + '\n');
}
const noticed = report.filter((entry) => entry.result === 'noticed').length;
const percent = report.length === 0 ? 0 : (100 * noticed) / report.length;
console.log(`\n${noticed} of ${report.length} mutants noticed (${percent.toFixed(1)} %), ${senseless} did not compile, seed ${options.seed}`);
for (const entry of report.filter((one) => one.result === 'survived')) console.log(`survived ${entry.place}\n    ${entry.before}\n  → ${entry.after}`);
process.exit(percent >= options.least ? 0 : 1);
