// Makes what the program serves beside its pages: main.scss becomes one style sheet, page.js, islands.js, list.js and
// builder.js one module each, and static/ is copied as it is. Beside every file of server/assets lie its compressed forms, which the program
// carries too. A file is written only when it changed, so that nothing is embedded anew for nothing.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '../server/assets');
// The browser's half, which app/hydrate/build.sh makes.
const browser = ['app.js', 'app_bg.wasm'];

function styleSheet() {
  const { css } = compile(join(here, 'main.scss'), {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [join(here, 'node_modules')],
  });
  return Buffer.from(css);
}

async function script(name) {
  const { outputFiles } = await build({
    entryPoints: [join(here, name)],
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
}

// Writes both compressed forms of a file, unless they are there and hold what the file holds.
function compress(name) {
  const path = join(assets, name);
  const bytes = readFileSync(path);
  const [brotli, gzip] = compressed(path);
  if (existsSync(brotli) && existsSync(gzip) && gunzipSync(readFileSync(gzip)).equals(bytes)) return;
  const small = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(brotli, small);
  writeFileSync(gzip, gzipSync(bytes, { level: 9 }));
  const kilobytes = (n) => `${(n / 1000).toFixed(1)} kB`;
  console.log(`    ${name}: ${kilobytes(bytes.length)}, ${kilobytes(small.length)} compressed`);
}

const compressed = (name) => [`${name}.br`, `${name}.gz`];

const made = new Map([
  ['main.css', styleSheet()],
  ['page.js', await script('page.js')],
  ['islands.js', await script('islands.js')],
  ['list.js', await script('list.js')],
  ['builder.js', await script('builder.js')],
]);
for (const name of filesUnder(join(here, 'static'))) made.set(name, readFileSync(join(here, 'static', name)));
for (const [name, bytes] of made) put(name, bytes);

const kept = [...made.keys(), ...browser.filter((name) => existsSync(join(assets, name)))];
kept.forEach(compress);

// What is no longer made must not stay in the program.
const wanted = new Set(kept.flatMap((name) => [name, ...compressed(name)]));
for (const name of filesUnder(assets)) if (!wanted.has(name)) rmSync(join(assets, name));
