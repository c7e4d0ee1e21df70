#!/usr/bin/env node
// The README's figures: gas of every act (out/snapshots/actions.json, which the tests write) and sizes (artifacts/).
//
//   node tools/figures.mjs          writes both tables into README.md
//   node tools/figures.mjs --check  exit code 1 when a contract is too large, an act is missing from the table or costs more
//                                   than a fiftieth more or less than it says, or a size is not what it says
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const readme = join(module, 'README.md');
/** EIP-170: the largest code that a contract may have, bytes. */
const LIMIT = 24_576;
/** By how much an act may cost more or less than the table says. */
const TOLERANCE = 0.02;

const number = (value) => value.toLocaleString('en-US');
const gas = () => {
  const measured = JSON.parse(readFileSync(join(module, 'out', 'snapshots', 'actions.json'), 'utf8'));
  return Object.entries(measured).map(([act, used]) => [act, Number(used)]);
};
const sizes = () =>
  readdirSync(join(module, 'artifacts'))
    .filter((name) => /^[A-Z].*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(module, 'artifacts', name), 'utf8')))
    .map(({ contractName, deployedBytecode }) => [contractName, deployedBytecode.length / 2 - 1])
    .filter(([, bytes]) => bytes > 200)
    .sort(([one, first], [other, second]) => second - first || one.localeCompare(other));

function section(text, name) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`README.md has no section ${name}`);
  return [start + from.length, end];
}

function rows(text, name) {
  const [start, end] = section(text, name);
  return new Map(
    [...text.slice(start, end).matchAll(/^\| `?([^|`]+?)`? \| ([\d,]+) \|/gm)].map(([, key, value]) => [key, Number(value.replace(/,/g, ''))]));
}

function table(text, name, head, lines) {
  const [start, end] = section(text, name);
  return `${text.slice(0, start)}\n${head}\n${lines.join('\n')}\n${text.slice(end)}`;
}

let text = readFileSync(readme, 'utf8');
const large = sizes().filter(([, bytes]) => bytes > LIMIT).map(([name, bytes]) => `${name} has ${number(bytes)} bytes, more than ${number(LIMIT)}`);
if (process.argv.includes('--check')) {
  const told = [...large];
  const written = rows(text, 'gas');
  for (const [act, used] of gas()) {
    const before = written.get(act);
    if (before === undefined) told.push(`“${act}” is not in the README's table`);
    else if (Math.abs(used - before) > before * TOLERANCE) told.push(`“${act}” costs ${number(used)}, the README says ${number(before)}`);
    written.delete(act);
  }
  for (const act of written.keys()) told.push(`“${act}” is in the README's table and was not measured`);
  const ofSize = rows(text, 'sizes');
  for (const [name, bytes] of sizes()) {
    if (ofSize.get(name) !== bytes) told.push(`${name} has ${number(bytes)} bytes, the README says ${ofSize.get(name) ?? 'nothing'}`);
  }
  if (told.length) {
    console.error(`${told.join('\n')}\nRun “npm run figures” and look at what changed.`);
    process.exit(1);
  }
} else {
  if (large.length) throw new Error(large.join('\n'));
  text = table(text, 'gas', '| act | gas |\n|---|---:|', gas().map(([act, used]) => `| ${act} | ${number(used)} |`));
  text = table(text, 'sizes', '| contract | bytes | left |\n|---|---:|---:|',
    sizes().map(([name, bytes]) => `| \`${name}\` | ${number(bytes)} | ${number(LIMIT - bytes)} |`));
  writeFileSync(readme, text);
}
