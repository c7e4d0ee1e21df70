// Fetches the npm packages whose files the tests read, and nothing that they depend on: the old Safe packages depend on
// whole development environments. Each is checked against the hash that test-packages.json records.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [list, target] = process.argv.slice(2);

function fetch({ name, version, integrity, files }, folder) {
  const specification = `${name}@${version}`;
  const command = ['pack', specification, '--json', '--ignore-scripts', '--prefer-offline', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', command, { encoding: 'utf8' }));
  const archive = join(folder, packed.filename.replace('@', '').replace('/', '-'));
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(`${specification} is ${found}, and test-packages.json says ${integrity}`);
  }
  const destination = join(target, name, version);
  mkdirSync(destination, { recursive: true });
  const members = files.map((file) => `package/${file}`);
  execFileSync('tar', ['-xzf', archive, '-C', destination, '--strip-components=1', ...members]);
}

rmSync(target, { recursive: true, force: true });
const folder = mkdtempSync(join(tmpdir(), 'breakwater-test-packages-'));
try {
  JSON.parse(readFileSync(list, 'utf8')).forEach((entry) => fetch(entry, folder));
  writeFileSync(join(target, 'complete'), '');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
