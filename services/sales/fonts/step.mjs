// Puts the receipts' fonts and their licence into target/classes/fonts; does nothing while they are what the lock file names.
//   node step.mjs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, '..', 'target', 'classes', 'fonts');
const stamp = resolve(here, '..', 'target', 'fonts.stamp');
const packages = join(here, 'node_modules', '@expo-google-fonts');

const files = [
  ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'NotoSans-Regular.ttf'],
  ['noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf', 'NotoSansThai-Regular.ttf'],
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular.ttf'],
  ['noto-sans/LICENSE_FONT', 'NotoSans-OFL.txt'],
  ['noto-sans-thai/LICENSE_FONT', 'NotoSansThai-OFL.txt'],
  ['noto-sans-sc/LICENSE_FONT', 'NotoSansSC-OFL.txt'],
];

const hash = createHash('sha256');
for (const read of ['package.json', 'package-lock.json', '.npmrc', 'step.mjs']) hash.update(readFileSync(join(here, read)));
const now = hash.digest('hex');
const standing = files.every(([, name]) => existsSync(join(target, name)));
if (standing && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) process.exit(0);

if (!files.every(([path]) => existsSync(join(packages, path))) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const arguments_ = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm, arguments_, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.error) {
    console.error(`npm could not be started: ${done.error.message}. The receipts' fonts need Node 20.19 or newer with npm.`);
    process.exit(1);
  }
  if (done.status !== 0) process.exit(done.status ?? 1);
}
mkdirSync(target, { recursive: true });
for (const [path, name] of files) copyFileSync(join(packages, path), join(target, name));
writeFileSync(stamp, now);
