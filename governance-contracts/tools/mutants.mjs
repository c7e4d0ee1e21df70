#!/usr/bin/env node
// A seeded sample of mutants: one small change at a time in the contracts; a good suite notices.
//
//   node tools/mutants.mjs [--count 200] [--seed 1] [--only RiskPool] [--least 85] [--report FILE] [--keep FOLDER]
//        [--again yes]
//
// The whole sample is compiled once: each mutant stands beside the original behind a switch, and the switch is the block's
// coinbase, which nothing in the contracts looks at. So a mutant costs the run of the tests and no compilation. What cannot
// be switched (a modifier that is lost) is compiled by itself.
//
// A mutant is noticed when a test fails: first the suites of its area are run, then the rest, then the invariants. One that
// makes the tests run ten times as long as they do without it counts as noticed and is reported as such.
// With --report the results so far are kept in a file, and a run that was interrupted goes on where it stopped. --again runs
// those that survived once more, for tests that were written since.
// Exit code 0 when at least --least percent were noticed, 1 otherwise.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = parse(process.argv.slice(2));

const OPPOSITE = {
  '<=': ['<', 'at most becomes less'],
  '>=': ['>', 'at least becomes more'],
  '<': ['<=', 'less becomes at most'],
  '>': ['>=', 'more becomes at least'],
  '==': ['!=', 'equal becomes unequal'],
  '!=': ['==', 'unequal becomes equal'],
  '&&': ['||', 'and becomes or'],
  '||': ['&&', 'or becomes and'],
  '+': ['-', 'plus becomes minus'],
  '-': ['+', 'minus becomes plus'],
  '*': ['/', 'times becomes divided by'],
  '/': ['*', 'divided by becomes times'],
  '+=': ['-=', 'added becomes subtracted'],
  '-=': ['+=', 'subtracted becomes added'],
};
const OTHER = { Ceil: 'Floor', Floor: 'Ceil', min: 'max', max: 'min' };
const GUARDS = ['restricted', 'nonReentrant', 'onlySelf'];

/** Where a contract's own tests are. */
const AREAS = [
  [/adapters\/|FeedReader/, 'adapters/*'],
  [/pool\/|RiskPool|Underwriting|Premium|AccountCover|CoverSeries|CoverHistory|Prepaid|Solvency|DrainWindow|PolicyNFT/, 'capital/*'],
  [/Claim|Incident|Tribunal|Escrow|CaseMath|ProRata|Median/, 'claims/*'],
  [/./, 'governance/*'],
];

function parse(words) {
  const found = { count: 200, seed: 1, only: '', least: 85, report: '', keep: '', again: '' };
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

function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

// ── what can be changed ────────────────────────────────────────────────────────────────────────────────────────

/** Contracts that decide something: not interfaces, views for consoles, local doubles of outside things, or examples. */
function sources() {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['interfaces', 'local', 'examples'].includes(entry.name)) walk(path);
      } else if (entry.name.endsWith('.sol') && !entry.name.endsWith('Lens.sol')) {
        found.push(relative(module, path));
      }
    }
  };
  walk(join(module, 'src'));
  return found.sort();
}

/** Syntax trees of the sources, as the compiler gives them. */
function trees(paths) {
  const solc = createRequire(import.meta.url)(join(module, 'node_modules', 'solc'));
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(paths.map((path) => [path, { content: readFileSync(join(module, path), 'utf8') }])),
    settings: {
      remappings: ['@openzeppelin/=node_modules/@openzeppelin/'],
      outputSelection: { '*': { '': ['ast'] } },
    },
  };
  const read = (path) => ({ contents: readFileSync(join(module, path), 'utf8') });
  const answer = JSON.parse(solc.compile(JSON.stringify(input), { import: read }));
  const errors = (answer.errors ?? []).filter((one) => one.severity === 'error');
  if (errors.length) throw new Error(errors[0].formattedMessage);
  return new Map(paths.map((path) => [path, answer.sources[path].ast]));
}

const range = (node) => {
  const [start, length] = node.src.split(':').map(Number);
  return [start, start + length];
};

/** Every mutant of one source: a range of bytes and what stands there instead. */
function* candidates(path, tree) {
  const bytes = readFileSync(join(module, path));
  const text = (from, to) => bytes.toString('utf8', from, to);
  const make = (node, kind, after, form) => {
    let [start, end] = range(node);
    if (form === 'statement' && text(end, end + 1) === ';') {
      end++;
      if (after) after += ';';
    }
    const line = bytes.toString('utf8', 0, start).split('\n').length;
    return { path, line, start, end, kind, form, before: text(start, end), after };
  };
  const walk = function* (node, parent) {
    if (Array.isArray(node)) {
      for (const one of node) yield* walk(one, parent);
      return;
    }
    if (node === null || typeof node !== 'object' || !node.nodeType) return;
    switch (node.nodeType) {
      case 'InlineAssembly':
        return;
      case 'BinaryOperation': {
        const found = OPPOSITE[node.operator];
        if (found) {
          const [start, end] = range(node);
          const [, leftEnd] = range(node.leftExpression);
          const [rightStart] = range(node.rightExpression);
          // Brackets keep what belongs together when the other operator binds differently.
          yield make(node, found[1], `(${text(start, leftEnd)}) ${found[0]} (${text(rightStart, end)})`, 'expression');
        }
        break;
      }
      case 'UnaryOperation':
        if (node.operator === '!') yield make(node, 'not is lost', text(...range(node.subExpression)), 'expression');
        break;
      case 'Literal':
        if (node.kind === 'bool') {
          const other = node.value === 'true' ? 'false' : 'true';
          yield make(node, `${node.value} becomes ${other}`, other, 'expression');
        }
        break;
      case 'MemberAccess':
        if (node.memberName === 'Ceil' || node.memberName === 'Floor') {
          yield make(node, 'rounding turns', text(...range(node)).replace(/\w+$/, OTHER[node.memberName]), 'expression');
        }
        break;
      case 'FunctionCall':
        if (node.expression.nodeType === 'MemberAccess' && ['min', 'max'].includes(node.expression.memberName)) {
          const [start, end] = range(node);
          const [, nameEnd] = range(node.expression);
          const kind = node.expression.memberName === 'min' ? 'minimum becomes maximum' : 'maximum becomes minimum';
          const name = text(start, nameEnd).replace(/\w+$/, OTHER[node.expression.memberName]);
          yield make(node, kind, name + text(nameEnd, end), 'expression');
        }
        break;
      case 'ExpressionStatement': {
        const inner = node.expression;
        if (inner.nodeType === 'Assignment') {
          const found = OPPOSITE[inner.operator];
          if (found) yield make(node, found[1], text(...range(node)).replace(inner.operator, found[0]), 'statement');
          yield make(node, 'a statement is lost', '', 'statement');
        } else if (inner.nodeType === 'FunctionCall') {
          yield make(node, 'a call is lost', '', 'statement');
        } else if (inner.nodeType === 'UnaryOperation' && ['++', '--', 'delete'].includes(inner.operator)) {
          yield make(node, 'a statement is lost', '', 'statement');
        }
        break;
      }
      case 'IfStatement': {
        const body = node.trueBody.nodeType === 'Block' ? node.trueBody.statements : [node.trueBody];
        if (!node.falseBody && body.length === 1 && body[0].nodeType === 'RevertStatement') {
          yield make(node, 'a refusal is lost', '', 'statement');
        }
        break;
      }
      case 'ModifierInvocation':
        if (GUARDS.includes(node.modifierName.name)) yield make(node, 'a guard is lost', '', 'alone');
        return;
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === 'typeName' || key === 'loopExpression') continue;
      if (typeof value === 'object') yield* walk(value, node);
    }
  };
  for (const contract of tree.nodes.filter((node) => node.nodeType === 'ContractDefinition')) {
    for (const node of contract.nodes) {
      if (node.nodeType !== 'FunctionDefinition' && node.nodeType !== 'ModifierDefinition') continue;
      if (node.body) yield* walk(node.body, node);
      yield* walk(node.modifiers ?? [], node);
    }
  }
}

// ── one tree of sources for the whole sample ───────────────────────────────────────────────────────────────────

const SWITCH = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// Which mutant is in force: the block's coinbase. Called as if it were pure, so that it can stand anywhere.
library Mutant {
    function on(uint256 number) internal pure returns (bool) {
        function(uint256) internal view returns (bool) asks = _on;
        function(uint256) internal pure returns (bool) answers;
        assembly {
            answers := asks
        }
        return answers(number);
    }

    function _on(uint256 number) private view returns (bool) {
        return uint160(address(block.coinbase)) == number;
    }
}
`;

/** The source with all its mutants behind switches. */
function switched(path, mutants) {
  const bytes = readFileSync(join(module, path));
  const places = new Map();
  for (const mutant of mutants) {
    const key = `${mutant.start}:${mutant.end}:${mutant.form}`;
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(mutant);
  }
  const outer = [...places.values()].sort((a, b) => a[0].start - b[0].start || b[0].end - a[0].end);
  const render = (from, to, list) => {
    let text = '';
    let at = from;
    for (let i = 0; i < list.length; ) {
      const [start, end] = [list[i][0].start, list[i][0].end];
      let next = i + 1;
      while (next < list.length && list[next][0].start < end) next++;
      text += bytes.toString('utf8', at, start) + choice(list[i], render(start, end, list.slice(i + 1, next)));
      at = end;
      i = next;
    }
    return text + bytes.toString('utf8', at, to);
  };
  const text = render(0, bytes.length, outer);
  const way = relative(dirname(path), 'src/Mutant.sol');
  const from = way.startsWith('.') ? way : `./${way}`;
  return text.replace(/^pragma [^\n]*\n/m, (line) => `${line}\nimport {Mutant} from "${from}";\n`);
}

function choice(mutants, original) {
  if (mutants[0].form === 'expression') {
    return `(${mutants.map((one) => `Mutant.on(${one.number}) ? ${one.after} : `).join('')}${original})`;
  }
  return `{ ${mutants.map((one) => `if (Mutant.on(${one.number})) { ${one.after} } else `).join('')}{ ${original} } }`;
}

/** A copy of the module; node_modules is only linked. */
function workshop(name) {
  const root = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'breakwater-mutants-'));
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'test', 'script', 'tools', 'artifacts']) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(module, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  }
  // These compare with what is released, so that every mutant would be noticed, and by nothing that says whether tests are good.
  for (const comparison of ['Released.t.sol', 'DeployLocal.t.sol']) rmSync(join(folder, 'test', comparison), { force: true });
  // What nobody reads here only makes the compiler's answers longer.
  const settings = readFileSync(join(module, 'foundry.toml'), 'utf8').replace(/^(deny|extra_output) = .*\n/gm, '');
  writeFileSync(join(folder, 'foundry.toml'), settings);
  if (!existsSync(join(folder, 'node_modules'))) symlinkSync(join(module, 'node_modules'), join(folder, 'node_modules'));
  if (!options.keep) process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  return folder;
}

function forge(folder, words, seconds) {
  const began = Date.now();
  const run = spawnSync(join(folder, 'node_modules', '.bin', 'forge'), words, {
    cwd: folder,
    env: { ...process.env, FOUNDRY_PROFILE: 'mutants' },
    timeout: Math.round(seconds * 1000),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ...run, seconds: (Date.now() - began) / 1000 };
}

/** Compiles the whole sample; what the compiler does not take behind a switch is compiled alone later. */
function compileTogether(folder, mutants) {
  writeFileSync(join(folder, 'src', 'Mutant.sol'), SWITCH);
  for (;;) {
    const together = mutants.filter((one) => one.form !== 'alone');
    const texts = new Map();
    for (const path of sources()) {
      const own = together.filter((one) => one.path === path);
      const text = own.length ? switched(path, own) : readFileSync(join(module, path), 'utf8');
      texts.set(path, text);
      if (readFileSync(join(folder, path), 'utf8') !== text) writeFileSync(join(folder, path), text);
    }
    const build = forge(folder, ['build'], 3600);
    if (build.status === 0) return;
    const told = build.stdout + build.stderr;
    const places = [...told.matchAll(/--> (src\/[\w/]+\.sol):(\d+):/g)].filter(([, path]) => texts.has(path));
    const moved = new Set();
    for (const [, path, line] of places) {
      const numbers = functionAround(texts.get(path), Number(line)).matchAll(/Mutant\.on\((\d+)\)/g);
      for (const [, number] of numbers) moved.add(Number(number));
    }
    if (moved.size === 0) throw new Error(`the sample does not compile\n${told.slice(-3000)}`);
    for (const one of mutants) if (moved.has(one.number)) one.form = 'alone';
    console.log(`compiled alone because of\n  ${[...told.matchAll(/^Error.*/gm)].slice(0, 5).join('\n  ')}\n  ${[...moved].join(', ')}`);
  }
}

/** The text of the function that a line lies in. */
function functionAround(text, line) {
  const lines = text.split('\n');
  let from = line - 1;
  while (from > 0 && !/^ {4}(function|constructor|modifier)\b/.test(lines[from])) from--;
  let to = line - 1;
  while (to < lines.length && !/^ {4}\}/.test(lines[to])) to++;
  return lines.slice(from, to + 1).join('\n');
}

// ── whether the tests notice ───────────────────────────────────────────────────────────────────────────────────

/** Stages of a run, the cheapest first. */
function stages(path) {
  const own = basename(path, '.sol');
  const area = AREAS.find(([pattern]) => pattern.test(path))[1];
  return [
    ['its own', ['--match-path', `test/{**/,}${own}*.t.sol`]],
    ['its area', ['--match-path', `test/${area}`]],
    ['the rest', ['--no-match-path', 'test/invariant/*']],
    ['the invariants', ['--match-path', 'test/invariant/*']],
  ];
}

const usual = new Map();

function test(folder, words, number) {
  const coinbase = `0x${number.toString(16).padStart(40, '0')}`;
  const limit = ['--code-size-limit', '1000000'];
  const key = words.join(' ');
  if (!usual.has(key)) {
    // In the folder where every mutant sleeps: the other one may hold a mutant already.
    const plain = forge(asleep, ['test', ...words, ...limit], 3600);
    if (/No tests/.test(plain.stdout + plain.stderr) && !/Suite result/.test(plain.stdout)) usual.set(key, 0);
    else if (plain.status !== 0) throw new Error(`the tests must pass before anything is changed\n${plain.stdout.slice(-2000)}${plain.stderr.slice(-2000)}`);
    else usual.set(key, plain.seconds);
  }
  if (usual.get(key) === 0) return 'passes';
  rmSync(join(folder, 'cache', 'invariant'), { recursive: true, force: true });
  const run = forge(folder, ['test', '--fail-fast', ...words, ...limit, '--block-coinbase', coinbase], 60 + 10 * usual.get(key));
  if (run.error) {
    if (run.error.code === 'ETIMEDOUT') return 'too long';
    throw run.error;
  }
  if (run.status === 0) return 'passes';
  // An invariant that breaks is named after the calls that broke it.
  const failed = run.stdout.match(/^\[FAIL[^\n]*\] (\w+)/m) ?? run.stdout.match(/^\s*(invariant_\w+)\(\) \(runs/m);
  if (!failed) throw new Error(`forge failed without a failing test\n${run.stdout.slice(-2000)}${run.stderr.slice(-2000)}`);
  return failed[1];
}

function verdict(folder, mutant, number) {
  for (const [stage, words] of stages(mutant.path)) {
    const by = test(folder, words, number);
    if (by !== 'passes') return { result: 'noticed', stage, by };
  }
  return { result: 'survived', stage: '', by: '' };
}

/** As verdict, for one that was not compiled with the others; null when it does not compile at all. */
function verdictAlone(folder, mutant) {
  const target = join(folder, mutant.path);
  const original = readFileSync(join(module, mutant.path));
  writeFileSync(target, Buffer.concat([original.subarray(0, mutant.start), Buffer.from(mutant.after), original.subarray(mutant.end)]));
  try {
    return forge(folder, ['build'], 3600).status === 0 ? verdict(folder, mutant, 0) : null;
  } finally {
    writeFileSync(target, original);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const paths = sources();
const all = [...trees(paths)].flatMap(([path, tree]) => [...candidates(path, tree)]);
const chosen = shuffled(all.filter((one) => basename(one.path).includes(options.only)), generator(options.seed));
const sample = chosen.slice(0, options.count).map((mutant, index) => ({ ...mutant, number: index + 1 }));
console.log(`${sample.length} of ${all.length} possible mutants, seed ${options.seed}`);

const kept = options.report && existsSync(options.report) ? JSON.parse(readFileSync(options.report, 'utf8')) : [];
const known = new Map(kept.map((entry) => [`${entry.number} ${entry.place} ${entry.change} ${entry.before}`, entry]));
const asleep = workshop('together');
compileTogether(asleep, sample);
let lone;
const report = [];
let senseless = 0;
for (const mutant of sample) {
  const place = `${mutant.path}:${mutant.line}`;
  const entry = { number: mutant.number, place, change: mutant.kind, before: mutant.before, after: mutant.after };
  const old = known.get(`${entry.number} ${place} ${entry.change} ${entry.before}`);
  const keep = old && (old.result === 'noticed' || !options.again);
  let found = keep ? { result: old.result, stage: old.stage, by: old.by } : undefined;
  if (!found && mutant.form === 'alone') {
    lone ??= workshop('alone');
    found = verdictAlone(lone, mutant);
  }
  found ??= mutant.form === 'alone' ? null : verdict(asleep, mutant, mutant.number);
  if (found === null) {
    senseless++;
    continue;
  }
  report.push({ ...entry, ...found });
  known.delete(`${entry.number} ${place} ${entry.change} ${entry.before}`);
  console.log(`${String(mutant.number).padStart(4)} ${found.result.padEnd(8)} ${place} ${mutant.kind}${found.by ? ` (${found.by})` : ''}`);
  if (options.report) writeFileSync(options.report, JSON.stringify([...report, ...known.values()], null, 2) + '\n');
}
const noticed = report.filter((entry) => entry.result === 'noticed').length;
const percent = report.length === 0 ? 0 : (100 * noticed) / report.length;
const long = report.filter((entry) => entry.by === 'too long').length;
console.log(`\n${noticed} of ${report.length} mutants noticed (${percent.toFixed(1)} %), ${long} of them by time; ${senseless} did not compile; seed ${options.seed}`);
for (const entry of report.filter((one) => one.result === 'survived')) {
  console.log(`survived ${entry.place} ${entry.change}\n    ${entry.before}\n  → ${entry.after}`);
}
process.exit(percent >= options.least ? 0 : 1);
