#!/usr/bin/env node
// Every error that the contracts declare must be provoked: some test must expect it, by the name of who declares it
// (`IRiskPool.ZeroAmount.selector`) or of a contract that inherits it. Names those that no test expects; exit code 1 then.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.name.endsWith('.sol')) yield path;
  }
}

const declared = [];
const parents = new Map();
for (const path of files(join(module, 'src'))) {
  const text = readFileSync(path, 'utf8').replace(/\/\/.*$/gm, '');
  let owner = '';
  for (const match of text.matchAll(/\b(?:abstract )?(?:contract|interface|library) (\w+)(?: is ([^{]*))?|\berror (\w+)\(/g)) {
    if (match[1]) {
      owner = match[1];
      parents.set(owner, (match[2] ?? '').replace(/\([^)]*\)/g, '').split(',').map((name) => name.trim()).filter(Boolean));
    } else {
      declared.push({ owner, name: match[3], path: relative(module, path) });
    }
  }
}

const inherits = (name, ancestor) => name === ancestor || (parents.get(name) ?? []).some((parent) => inherits(parent, ancestor));

const expected = new Set();
for (const path of files(join(module, 'test'))) {
  for (const [, by, name] of readFileSync(path, 'utf8').matchAll(/\b(\w+)\.(\w+)\.selector\b/g)) expected.add(`${by}.${name}`);
}
const by = [...expected].map((one) => one.split('.'));
const missing = declared.filter(({ owner, name }) => !by.some(([who, what]) => what === name && inherits(who, owner)));

for (const { owner, name, path } of missing) console.log(`no test expects ${owner}.${name} (${path})`);
console.log(`${declared.length - missing.length} of ${declared.length} errors are provoked`);
process.exit(missing.length === 0 ? 0 : 1);
