#!/usr/bin/env node
// Writes artifacts/<Contract>.json from forge's output, so that a build without a compiler knows the contracts, and
// artifacts/harness/<Contract>.json for contracts that only tests of the Java side ask.
// With --check nothing is written: a difference is named and the exit code is 1.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const module = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(module, 'out');
const artifacts = path.join(module, 'artifacts');
const harnesses = 'test/harness/';
const published = ['@openzeppelin/contracts/access/manager/AccessManager.sol', '@openzeppelin/contracts/governance/TimelockController.sol'];

/** Forge's answers for contracts that can be deployed: ours, the published ones a deployment uses unchanged, and harnesses. */
function* deployable() {
  for (const folder of fs.readdirSync(out).filter((name) => name.endsWith('.sol')).sort()) {
    for (const file of fs.readdirSync(path.join(out, folder)).sort()) {
      const answer = JSON.parse(fs.readFileSync(path.join(out, folder, file), 'utf8'));
      if (!answer.bytecode || answer.bytecode.object === '0x' || !answer.abi.length) continue;
      const [[source, contract]] = Object.entries(answer.metadata.settings.compilationTarget);
      const own = source.startsWith('src/') || source.startsWith(harnesses);
      if (own && !fs.existsSync(path.join(module, source))) continue; // left over from a source that is gone
      const wanted = own || published.some((name) => source.endsWith(name));
      if (wanted) yield [contract, answer, source];
    }
  }
}

/** A storage layout without the syntax tree's numbers, which change with any other file. */
function stable(layout) {
  const text = JSON.stringify(layout, (key, value) => (key === 'astId' ? undefined : value));
  return JSON.parse(text.replace(/(t_(?:contract|struct|enum|userDefinedValueType)\([^)"]*\))\d+/g, '$1'));
}

/** Where immutables stand, by their first place: the compiler's own numbers change with any other file. */
function numbered(references) {
  const places = Object.values(references).sort((one, other) => one[0].start - other[0].start);
  return Object.fromEntries(places.map((place, index) => [String(index), place]));
}

const wanted = new Map();
for (const [contract, answer, source] of deployable()) {
  if (Object.keys(answer.bytecode.linkReferences ?? {}).length) throw new Error(`${contract} links a library`);
  const folder = source.startsWith(harnesses) ? 'harness/' : '';
  wanted.set(`${folder}${contract}.json`, JSON.stringify({
    contractName: contract,
    sourceName: source.replace(/^node_modules\//, ''),
    abi: answer.abi,
    bytecode: answer.bytecode.object,
    deployedBytecode: answer.deployedBytecode.object,
    immutableReferences: numbered(answer.deployedBytecode.immutableReferences ?? {}),
    storageLayout: stable(answer.storageLayout),
  }, null, 1) + '\n');
}

fs.mkdirSync(path.join(artifacts, 'harness'), { recursive: true });
const stale = fs.readdirSync(artifacts, { recursive: true })
  .filter((name) => /^(harness\/)?[A-Z]/.test(name) && !wanted.has(name));
const changed = [...wanted].filter(([name, text]) => {
  const file = path.join(artifacts, name);
  return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`artifacts/${name} belongs to no contract`);
  for (const [name] of changed) console.error(`artifacts/${name} is not what the compiler makes of the source`);
  if (stale.length + changed.length) console.error('Run “npm run artifacts” and commit what it writes.');
  process.exit(stale.length + changed.length ? 1 : 0);
}
for (const name of stale) fs.rmSync(path.join(artifacts, name));
for (const [name, text] of changed) fs.writeFileSync(path.join(artifacts, name), text);
console.log(`${wanted.size} artifacts, ${changed.length} written, ${stale.length} removed`);
