#!/usr/bin/env node
// Keeps the local network's deployment as a list of transactions, so that it can be replayed without a compiler:
// runs script/DeployLocal.s.sol against a scratch node and writes artifacts/deployment-local.json, and the role manifest beside it.
// DeployLocalTest and RoleManifestTest check both: forge script compiles everything once more, which a check need not wait for.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(module, 'artifacts', 'deployment-local.json');
const settings = JSON.parse(readFileSync(join(module, 'script', 'deployment-local.settings.json'), 'utf8'));
const binary = (name) => join(module, 'node_modules', '.bin', name);

const freePort = () =>
  new Promise((answer, refuse) => {
    const server = createServer();
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => answer(port));
    });
  });

async function ready(url) {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      });
      if (answer.ok) return;
    } catch {
      // not listening yet
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('the scratch node did not answer within ten seconds');
}

const script = (words, environment = {}) => {
  const run = spawnSync(binary('forge'), ['script', ...words], {
    cwd: module,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      // Scripts are compiled differently from tests: in one cache each would have the other compile everything again.
      FOUNDRY_OUT: 'cache/script/out',
      FOUNDRY_CACHE_PATH: 'cache/script',
      ...environment,
    },
  });
  if (run.status !== 0) throw new Error(`forge script ${words[0]} failed\n${run.stdout}\n${run.stderr}`);
};

script(['script/WriteRoleManifest.s.sol']);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const scratch = mkdtempSync(join(tmpdir(), 'breakwater-deployment-'));
const node = spawn(binary('anvil'), [
  '--port', String(port), '--chain-id', String(settings.chainId), '--silent', '--gas-limit', '1000000000',
  '--cache-path', scratch,
], { stdio: 'ignore' });
try {
  await ready(url);
  script(['script/DeployLocal.s.sol', '--rpc-url', url, '--unlocked', '--sender', settings.deployer, '--non-interactive'], {
    BREAKWATER_COUNCIL: settings.council,
    BREAKWATER_GUARDIAN: settings.guardian,
    BREAKWATER_STEWARD: settings.steward,
    BREAKWATER_TOKEN_HOLDER: settings.tokenHolder,
  });
} finally {
  node.kill();
  rmSync(scratch, { recursive: true, force: true });
}

const record = JSON.parse(
  readFileSync(join(module, 'broadcast', 'DeployLocal.s.sol', String(settings.chainId), 'dry-run', 'run-latest.json'), 'utf8'));
const transactions = record.transactions.map(({ transactionType, contractName, contractAddress, transaction }) => ({
  kind: transactionType === 'CREATE' ? 'create' : 'call',
  contract: contractName,
  address: contractAddress.toLowerCase(),
  nonce: Number(transaction.nonce),
  input: transaction.input,
}));
const text = JSON.stringify({ format: 'breakwater-transactions/1', ...settings, transactions }, null, 1) + '\n';
writeFileSync(target, text);
