// Every kind of page that the program's table of routes names, looked at on a desk and on a telephone.

import { type Page } from '@playwright/test';
import { answerUntil, begin, later, onward, openCall } from './support/answer';
import { arrive } from './support/arrive';
import { setUp } from './support/authenticator';
import { makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { invitationTo, letterTo, linkHere, linkIn } from './support/letters';
import { askFor, ownerOf } from './support/members';
import { PEOPLE, joined, signIn, signOut } from './support/people';
import { isOf, pages, type Route } from './support/routes';
import { type Someone, expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

const REVIEW = '/team/calls/hewitt-review';
const LANGUAGES = ['', '/cy'];

// What was seen by one test counts for the next.
test.describe.configure({ mode: 'serial' });

const table = pages();
const seen = new Map(LANGUAGES.map((language) => [language, new Set<Route>()]));

/** The language of an address, and the route that it is of. */
function placeOf(address: string) {
  const { pathname } = new URL(address, 'http://folkmoot');
  const language = /^\/cy(\/|$)/.test(pathname) ? '/cy' : '';
  const path = pathname.slice(language.length) || '/';
  return { language, route: table.find((route) => isOf(path, route)) };
}

/** Whether the kind of page at this address was looked at. */
function known(address: string) {
  const { language, route } = placeOf(address);
  return !route || seen.get(language)!.has(route);
}

/** Looks at the page that is shown, and notes its kind. Neither language nor script makes a page of another size. */
async function look(page: Page) {
  const { language, route } = placeOf(page.url());
  await (language || !hasScript() ? expectGood(page) : expectGoodAtAnySize(page));
  await expect(page.locator('html')).toHaveAttribute('lang', language ? 'cy' : 'en');
  if (route) seen.get(language)!.add(route);
}

/** Looks at these pages, and by their links at every kind of page that was not seen yet, in the same language. */
async function walk(page: Page, ...starts: string[]) {
  const waiting = [...starts];
  const { language } = placeOf(starts[0]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (!starts.includes(next) && known(next)) continue;
    expect((await page.goto(next))?.status(), next).toBe(200);
    // An address that only leads on is known by where it leads.
    const { route } = placeOf(next);
    await look(page);
    if (route) seen.get(language)!.add(route);
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    waiting.push(...links.filter((link) => placeOf(link).language === language && !known(link)));
  }
}

let made: { call: string; preview: string } | undefined;

/** A call that is being made: one section with a question, and one without. Gives the private link to its preview. */
async function draft(someone: Someone) {
  if (made) return made;
  const page = await someone(PEOPLE.analyst);
  const call = await makeCall(page, 'A call that is being made');
  for (const section of ['Questions', 'Nothing yet']) {
    await page.goto(`${call}/questions/sections/new`);
    await fill(page, { title: section });
    await press(page, 'Save');
  }
  await follow(page, 'Add a question: Questions');
  await fill(page, { title: 'Which?', kind: 'By choosing one', choices: 'This\nThat' });
  await press(page, 'Save');
  await page.goto(`${call}/schedule`);
  await fill(page, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(page, 'Save the times');
  // It takes two people, and something waits.
  await page.goto(`${call}/two-people`);
  await fill(page, { people: 'Two' });
  await press(page, 'Save');
  await page.goto(`${call}/acts/announce`);
  await press(page, 'ask for approval');
  await page.goto(call);
  return (made = { call, preview: new URL((await page.locator('.fm-private-link a').getAttribute('href'))!).pathname });
}

/** Has a test letter sent, and gives the way out that is in it. */
async function testLetter(someone: Someone, language: string) {
  const page = await someone(PEOPLE.analyst);
  await page.goto('/team/letters/test');
  const address = `pages${language.replace('/', '-')}-${hasScript()}@letters.example`;
  await fill(page, { email: address, language: language ? 'Welsh' : 'English' });
  await press(page, 'Send');
  return linkIn(await letterTo(address), '/letters/stop/');
}

/** Asks for letters about a call, and gives the link by which to say yes. */
async function toFollow(page: Page, language: string) {
  const address = `follows${language.replace('/', '-')}-${hasScript()}@letters.example`;
  await page.goto(`${language}/follow/call/hewitt-review`);
  await fill(page, { email: address });
  await arrive(page, () => page.locator('main form button').first().click());
  return linkIn(await letterTo(address), '/follow/confirm/');
}

/** Asks for a link to sign in, and gives it. */
async function signInLink(page: Page, language: string) {
  const email = `link${language.replace('/', '-')}-${hasScript()}@letters.example`;
  await page.goto(`${language}/sign-in/link`);
  await fill(page, { email });
  await arrive(page, () => page.locator('main form button').click());
  return linkIn(await letterTo(email), '/sign-in/by-link/');
}

/** Invites someone to answer a call, and gives their personal link. */
async function toAnswer(someone: Someone, call: string, language: string) {
  const page = await someone(PEOPLE.analyst);
  const address = `answers${language.replace('/', '-')}-${hasScript()}@letters.example`;
  await page.goto(`/team${call.slice(language.length)}/invited`);
  await fill(page, { list: `Ann Example, ${address}`, language: language ? 'Welsh' : 'English' });
  await press(page, 'Send the invitations');
  return linkIn(await letterTo(address), '/invited/');
}

/** Lets somebody answer a call that has closed, and gives their link. */
async function toAnswerLate(someone: Someone) {
  const page = await someone(PEOPLE.analyst);
  const call = await makeCall(page, `A call that has closed ${hasScript()}`);
  await page.goto(`${call}/questions/sections/new`);
  await fill(page, { title: 'Questions' });
  await press(page, 'Save');
  await follow(page, 'Add a question: Questions');
  await fill(page, { title: 'Why?', kind: 'In many lines' });
  await press(page, 'Save');
  await page.goto(`${call}/schedule`);
  await fill(page, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(page, 'Save the times');
  for (const act of ['Open the call now', 'Close the call now']) {
    await page.goto(call);
    await follow(page, act);
    await press(page, act);
  }
  await follow(page, 'Late answers');
  await look(page);
  await fill(page, { name: 'Age Avon', 'until-date': '2190-01-05', 'until-time': '17:00', reason: 'Their building flooded.' });
  await press(page, 'Give leave');
  return new URL((await page.locator('.fm-private-link a').first().getAttribute('href'))!).pathname;
}

/** Invites somebody, and gives the link that admits them. */
async function invitation(someone: Someone, language: string) {
  const page = await someone(PEOPLE.administrator);
  await page.goto('/team/people');
  const name = `Somebody${language.replace('/', ' ')}`;
  const email = `${name.replace(' ', '-').toLowerCase()}-${hasScript()}@folkmoot.example`;
  await fill(page, { name, email, role: 'Reader' });
  await press(page, 'Invite');
  return invitationTo(email);
}

/** The short link of a call, as its page for the team shows it. */
async function shortLink(someone: Someone, call: string) {
  const page = await someone(PEOPLE.analyst);
  await page.goto(`/team${call}`);
  const link = await page.locator('.fm-public-link a').first().getAttribute('href');
  return new URL(link!).pathname;
}

for (const language of LANGUAGES) {
  test(`pages for anyone at ${language || '/'}`, async ({ page, someone }) => {
    test.setTimeout(180_000);
    await walk(page, language || '/');
    const call = await openCall(page, language);
    await answerUntil(page, call, 'long');
    await arrive(page, () => later(page).click());
    await look(page);
    const link = await page.locator('.fm-private-link').innerText();
    await walk(page, new URL(link.trim()).pathname, `${call}/answer`, `${call}/contents`);
    await walk(page, `${language}${await shortLink(someone, call.slice(language.length))}`);
    await answerUntil(page, call, 'check');
    await page.locator('#leave-empty').fill('What only a program fills in is held back');
    await onward(page);
    await look(page);
    await walk(page, `${call}/receipt`, `${call}/keep`);
    await walk(page, await testLetter(someone, language));
    await walk(page, await toAnswer(someone, call, language));
    await walk(page, `${language}/follow/call/hewitt-review`, `${language}/follow/sent`, await toFollow(page, language));
    await walk(page, `${language}/sign-in/link`, `${language}/sign-in/link/sent`, await signInLink(page, language));
    await walk(page, `${language}${await invitation(someone, language)}`, `${language}/signed-out`, `${language}/sign-in/passkey`);
    const { preview } = await draft(someone);
    await walk(page, `${language}${await toAnswerLate(someone)}`);
    await walk(page, `${language}${preview}`, `${language}${preview}/questions`);
  });
}

test('pages of the team, for a lead analyst', async ({ page, someone }) => {
  test.setTimeout(300_000);
  const { call } = await draft(someone);
  await signIn(page, PEOPLE.analyst);
  // The record of a whole review, a call that is being made, and the way to all the rest.
  const letters = ['/team/letters', '/team/letters?shelf=sent'];
  await walk(page, REVIEW, `${REVIEW}/search?words=care`, call, `${call}/questions`, '/team', ...letters, '/account/confirm', `${REVIEW}/invited`);
  // What someone keeps in their account.
  await page.goto(await openCall(page));
  await begin(page);
  await look(page);
  await press(page, 'Keep this in my account');
  await walk(page, '/account');
  // Another call than the one above, or only its pages would be looked at.
  const open = `/team${await openCall(page)}`;
  await toAnswer(someone, open.slice('/team'.length), '');
  await walk(page, `${open}/held`, `${open}/invited`, `${open}/invited/remind`);
});

test('pages of the team, for a coder', async ({ page }) => {
  await signIn(page, PEOPLE.coder);
  await page.goto(`${REVIEW}/responses`);
  await press(page, 'Read the next one');
  await follow(page, 'Write a memo');
  await look(page);
  await fill(page, { text: 'Noted so that there is a memo to look at' });
  await press(page, 'Save');
  await follow(page, 'Ask the lead analyst');
  await look(page);
  await fill(page, { text: 'Asked so that there is a question to look at' });
  await press(page, 'Ask');
  await walk(page, `${REVIEW}/memos`, `${REVIEW}/flags`, `${REVIEW}/stances`);
});

test('pages of members of an organisation', async ({ page, someone }) => {
  test.setTimeout(120_000);
  const { page: owner } = await ownerOf(someone, 'devon', 'Pages Owner');
  const { page: other } = await joined(someone, 'Pages Other');
  for (const slug of ['devon', 'dorset']) await askFor(other, slug);
  await owner.goto('/account/organisations/devon/invite');
  await fill(owner, { name: 'Somebody', email: `member-${hasScript()}@letters.example`, role: 'Editor' });
  await press(owner, 'Send the invitation');
  await walk(owner, '/account/organisations/devon', '/account/organisations/devon/join', '/account/address');
  await owner.goto('/account/organisations/devon');
  await follow(owner, 'Pages Other');
  await fill(owner, { decision: 'Let them in', role: 'Editor' });
  await press(owner, 'Decide');
  await walk(owner, '/account/organisations/devon');
  // Nobody of the demonstration has shown that their address is theirs.
  await signIn(page, PEOPLE.coder);
  await page.goto('/account/address');
  await press(page, 'Send the letter');
  await walk(page, await linkHere(page, PEOPLE.coder, '/account/address/'));
});

test('pages of the team, for an administrator', async ({ page }) => {
  await signIn(page, PEOPLE.administrator);
  await walk(page, '/team', '/team/people', '/team/organisation-requests', '/team/organisations/dorset/members');
  // It is asked for by script, and leads on where nothing was asked: passkeys.spec.ts looks at the page itself.
  await walk(page, '/account/passkeys/new');
});

test('pages of signing in with two steps', async ({ someone }) => {
  const { page, email } = await joined(someone, 'Pages Twice');
  await page.goto('/account/authenticator');
  await look(page);
  await setUp(page);
  await look(page);
  await page.goto('/account/authenticator/remove');
  await look(page);
  await signOut(page);
  await signIn(page, email);
  for (const language of LANGUAGES) {
    await page.goto(`${language}/sign-in/code`);
    await look(page);
  }
});

test('pages of the team, for a moderator', async ({ page }) => {
  await signIn(page, PEOPLE.moderator);
  // Only what an organisation has sent can be linked to the directory.
  await page.goto(`${REVIEW}/search?kind=organisation`);
  const sent = await page.locator('main a[href*="/responses/"]').first().getAttribute('href');
  await walk(page, `${sent!.split('#')[0]}/organisation`);
});

test('no kind of page was left out', () => {
  for (const [language, routes] of seen) {
    const wanted = table.filter(({ who }) => !language || who.includes('guest'));
    const missing = wanted.filter((route) => !routes.has(route)).map(({ path }) => `${language}${path}`);
    expect(missing, 'pages that no test looked at: lead to them by a link, or from a test above').toEqual([]);
  }
});
