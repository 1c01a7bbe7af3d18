// The program's own table of routes, so that no page can be forgotten.

import { execFileSync } from 'node:child_process';
import { PROGRAM } from './program.mjs';

/** One method of one address; `{…}` in it stands for one part of the path. */
export interface Route {
  method: string;
  path: string;
  /** Who may ask for it: guests, or a role. */
  who: string[];
}

/** Every page that can be read, the addresses with the fewest places to fill first. */
export function pages(): Route[] {
  const all: Route[] = JSON.parse(execFileSync(PROGRAM, ['routes', '--json'], { encoding: 'utf8' }));
  const places = ({ path }: Route) => path.split('{').length;
  const here = all.filter((route) => route.method === 'GET' && !leadsAway(route) && !elsewhere(route));
  return here.sort((one, other) => places(one) - places(other));
}

/**
 * Whether an address is no page, but the way to a provider of sign-in and back, which sign-in.spec.ts goes, or a document
 * that is handed out to be saved, which documents.spec.ts and calls.spec.ts do.
 */
const leadsAway = ({ path }: Route) =>
  path.endsWith('/{provider}') || path === '/sign-out/provider' || /\/documents\/\{document\}$|\/materials\/\{variant\}$|\.(docx|txt)$/.test(path);

/**
 * Whether pages need more to be there than a walk finds, and are looked at by the tests that make it: amend.spec.ts,
 * beside.spec.ts, channels.spec.ts, gather.spec.ts, routes.spec.ts and together.spec.ts.
 */
const elsewhere = ({ path }: Route) =>
  /^\/calls\/\{call\}\/(change|withdraw|co-signatories|reuse\/\{step\})$|^\/(co-sign|gather|my-story)\/|\/versions$/.test(path) ||
  /\/\{organisation\}\/drafts\/|\/entering\/(new|\{entry\})|\/import\/\{batch\}/.test(path) ||
  /\/materials\/\{material\}|\/questions\/(ends|skips)\/|\/skips\/new$/.test(path);

/** Whether an address is one of a route's. */
export const isOf = (path: string, route: Route) =>
  new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
