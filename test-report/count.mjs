#!/usr/bin/env node
// How many tests ran: those of the contracts, as governance-contracts/tools/test.mjs left them, and those of the program, as
// surefire did. What is older than the time given is of another build and does not count.
//
//   node test-report/count.mjs [2026-11-21T14:02:00Z]
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const since = process.argv[2] ? Date.parse(process.argv[2]) : 0;
if (Number.isNaN(since)) {
  console.error(`count: not a time: ${process.argv[2]}`);
  process.exit(2);
}
const isOfThisBuild = (path) => existsSync(path) && statSync(path).mtimeMs >= since;
const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
const sum = (counts) =>
  counts.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }),
    { passed: 0, failed: 0, skipped: 0 });

/** Of one of surefire's reports. */
function ofSuite(path) {
  const head = readFileSync(path, 'utf8').match(/<testsuite\b[^>]*>/)[0];
  const attribute = (name) => Number(head.match(new RegExp(`\\s${name}="(\\d+)"`))[1]);
  const [failed, skipped] = [attribute('failures') + attribute('errors'), attribute('skipped')];
  return { passed: attribute('tests') - failed - skipped, failed, skipped };
}

const contracts = join(root, 'governance-contracts', 'target', 'forge-tests.json');
const forge = isOfThisBuild(contracts) ? JSON.parse(readFileSync(contracts, 'utf8')) : undefined;
const suites = ['governance-contracts', ...readdirSync(join(root, 'app')).map((name) => join('app', name))]
  .map((name) => join(root, name, 'target', 'surefire-reports'))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name)).map((name) => join(folder, name)))
  .filter(isOfThisBuild);
const program = sum(suites.map(ofSuite));

console.log(`Contracts: ${forge ? line(forge) : 'not run'}`);
console.log(`Program: ${suites.length ? line(program) : 'not run'}`);
console.log(line(sum([forge ?? sum([]), program])));
