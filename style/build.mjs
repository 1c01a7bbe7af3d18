// Makes what the program serves beside its pages: main.scss becomes one style sheet, page.js one module, and
// static/ is copied as it is. A file is written only when it changed, so that nothing is embedded anew for nothing.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '../server/assets');

function styleSheet() {
  const { css } = compile(join(here, 'main.scss'), {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [join(here, 'node_modules')],
  });
  return Buffer.from(css);
}

async function pageScript() {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'page.js')],
    bundle: true,
    format: 'esm',
    minify: true,
    // What the oldest browsers understand that govuk-frontend starts in; the others get the page without script.
    target: 'es2018',
    logLevel: 'warning',
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

// The files under a folder, by their path inside it.
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
}

function put(name, bytes) {
  const path = join(assets, name);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const kilobytes = (n) => `${(n / 1000).toFixed(1)} kB`;
  console.log(`    ${name}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes, { level: 9 }).length)} compressed`);
}

const made = new Map([
  ['main.css', styleSheet()],
  ['page.js', await pageScript()],
]);
for (const name of filesUnder(join(here, 'static'))) made.set(name, readFileSync(join(here, 'static', name)));
for (const [name, bytes] of made) put(name, bytes);

// What is no longer made must not stay in the program; the browser's half is made by app/hydrate/build.sh.
for (const name of filesUnder(assets)) {
  if (!made.has(name) && !['app.js', 'app_bg.wasm'].includes(name)) rmSync(join(assets, name));
}
