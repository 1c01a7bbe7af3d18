// Computes what settings/_palette.scss promises: text that can be read on its ground, edges that can be seen, and code
// colours that stay apart for eyes that see no red or no green. Run it with `node --test`.

import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileString } from 'sass';

const TEXT = 4.5;
const EDGE = 3;
// Colours this far apart in OKLab, times 100, are told apart at a glance; about 2 is just noticeable.
const APART = 8;

const { colours, pairs, edges, codes, grounds, stripes } = palette();

test('every text can be read on its ground', () => {
  assert.ok(pairs.length > 30, 'the palette was read');
  for (const [text, ground] of pairs) atLeast(TEXT, colours[text], colours[ground], `${text} on ${ground}`);
});

test('every edge can be seen on its ground', () => {
  for (const [edge, ground] of edges) atLeast(EDGE, colours[edge], colours[ground], `${edge} on ${ground}`);
});

test('every stripe of a code can be seen where it lies', () => {
  for (const ground of grounds) codes.forEach((code, at) => atLeast(EDGE, code, colours[ground], `code ${at} on ${ground}`));
});

test('there are twelve codes, each with a pattern of its own', () => {
  assert.equal(codes.length, 12);
  assert.equal(new Set(stripes).size, codes.length);
});

// How colours look to those who lack one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1), in linear RGB.
const EYES = {
  'all cones': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  'no red cones': [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  'no green cones': [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  'no blue cones': [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

for (const [eyes, matrix] of Object.entries(EYES)) {
  test(`codes stay apart for eyes with ${eyes}`, () => {
    const seen = codes.map((code) => oklab(through(matrix, linear(code))));
    for (let a = 0; a < seen.length; a++) {
      for (let b = a + 1; b < seen.length; b++) {
        const distance = 100 * Math.hypot(...seen[a].map((value, at) => value - seen[b][at]));
        assert.ok(distance >= APART, `codes ${a} and ${b} are only ${distance.toFixed(1)} apart`);
      }
    }
  });
}

function atLeast(least, colour, ground, what) {
  const ratio = contrast(colour, ground);
  assert.ok(ratio >= least, `${what} has a contrast of ${ratio.toFixed(2)}, and needs ${least}`);
}

// What the Sass says, by way of the CSS that it makes.
function palette() {
  const source = `
    @use "sass:list";
    @use "settings/palette" as *;
    @use "settings/patterns" as *;
    @each $name, $colour in $colours { colour { #{$name}: $colour } }
    @each $text, $ground in $pairs { pair { #{$text}: $ground } }
    @each $edge, $ground in $edges { edge { #{$edge}: $ground } }
    @each $code in $codes { code { is: $code } stripe { is: stripe(list.index($codes, $code) - 1, red) } }
    @each $ground in $code-grounds { ground { is: $ground } }`;
  const { css } = compileString(source, { loadPaths: [dirname(fileURLToPath(import.meta.url))] });
  const said = (kind) => [...css.matchAll(new RegExp(`${kind} \\{\\s*([\\w-]+): "?(.*?)"?;`, 'g'))].map(([, name, value]) => [name, value]);
  const values = (kind) => said(kind).map(([, value]) => value);
  return {
    colours: Object.fromEntries(said('colour')),
    pairs: said('pair'),
    edges: said('edge'),
    codes: values('code'),
    stripes: values('stripe'),
    grounds: values('ground'),
  };
}

// The contrast of WCAG 2, from 1 to 21.
function contrast(one, other) {
  const [light, dark] = [one, other].map((colour) => luminance(linear(colour))).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const luminance = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function linear(colour) {
  assert.match(colour, /^#[0-9a-f]{6}$/, `${colour} is a colour in six digits`);
  return [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function through(matrix, rgb) {
  return matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, factor, at) => sum + factor * rgb[at], 0))));
}

// Björn Ottosson's OKLab: equal distances look equally far apart.
function oklab([red, green, blue]) {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
