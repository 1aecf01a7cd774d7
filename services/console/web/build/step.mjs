// One step of the page's build, done only when what it reads has changed since it last succeeded.
//   node build/step.mjs packages | page | tests
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(web, '..', 'target', 'classes', 'META-INF', 'resources', 'index.html');
const locked = ['package.json', 'package-lock.json', '.npmrc'];
const sources = [...locked, 'src', 'public', 'build', 'index.html', 'tsconfig.json', 'vite.config.ts'];

const steps = {
  packages: {
    reads: locked,
    stamp: join(web, 'node_modules', '.stamp'),
    standing: () => existsSync(join(web, 'node_modules', 'react')),
    run: ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
  },
  page: {
    reads: sources,
    stamp: join(web, '..', 'target', 'page.stamp'),
    standing: () => existsSync(page),
    run: ['run', '--silent', 'build'],
  },
  tests: {
    reads: [...sources, 'test'],
    stamp: join(web, '..', 'target', 'page-tests.stamp'),
    standing: () => true,
    run: ['test', '--silent'],
  },
};

function* files(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function mark(reads) {
  const hash = createHash('sha256').update(process.version);
  for (const read of reads) {
    for (const file of files(join(web, read))) hash.update(file.slice(web.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const step = steps[process.argv[2]];
if (!step) {
  console.error(`Say which step: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
const now = mark(step.reads);
if (step.standing() && existsSync(step.stamp) && readFileSync(step.stamp, 'utf8') === now) process.exit(0);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const done = spawnSync(npm, step.run, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' });
if (done.error) {
  console.error(`npm could not be started: ${done.error.message}. The console needs Node 20.19 or newer with npm.`);
  process.exit(1);
}
if (done.status !== 0) process.exit(done.status ?? 1);
mkdirSync(dirname(step.stamp), { recursive: true });
writeFileSync(step.stamp, now);
