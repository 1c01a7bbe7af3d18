// A form of sixty questions in eight sections with twenty rules, built by the builder's plain forms and answered along three
// routes. What each route asks is worked out here from the same rules.

import type { Page } from '@playwright/test';
import { answer, begin, onward } from './support/answer';
import { addQuestion, addSection, closeNow, giveTimes, makeCall, openNow } from './support/call';
import { type Values, fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { type Someone, expect, expectGood, hasScript, test } from './support/test';

/** What a rule says of the answer to one question: that it is one of these, or none of them, or a number from here to there. */
type Said = { of: number; oneOf?: string[]; noneOf?: string[]; answered?: true; least?: number; most?: number };
/** When something is asked: when all of it is so, or any. */
type Rule = { any?: true; said: Said[] };

const all = (...said: Said[]): Rule => ({ said });
const any = (...said: Said[]): Rule => ({ any: true, said });
const is = (of: number, ...oneOf: string[]): Said => ({ of, oneOf });

/** The sections, how many questions each has, and when it is asked. */
const SECTIONS: { title: string; size: number; rule?: Rule }[] = [
  { title: 'You', size: 8 },
  { title: 'Your work', size: 8, rule: all(is(2, 'Yes')) },
  { title: 'Coming home', size: 8 },
  { title: 'At home', size: 8 },
  { title: 'Your medicines', size: 7, rule: all(is(1, 'Patient', 'Carer'), is(4, 'Hospital')) },
  { title: 'Getting there', size: 7 },
  { title: 'Those who help', size: 7, rule: any(is(1, 'Nurse'), { of: 3, least: 2 }) },
  { title: 'What should change', size: 7 },
];

/** The questions that decide, with their choices; the one that is answered with a number has none. */
const DECIDING: Record<number, { title: string; choices?: string[] }> = {
  1: { title: 'Who are you?', choices: ['Patient', 'Carer', 'Nurse'] },
  2: { title: 'Do you work?', choices: ['Yes', 'No'] },
  3: { title: 'How many people do you help?' },
  4: { title: 'Where were you treated?', choices: ['Hospital', 'Surgery', 'Nowhere'] },
  9: { title: 'Do you work at night?', choices: ['Yes', 'No'] },
  17: { title: 'Did you have a plan?', choices: ['Yes', 'No'] },
  25: { title: 'Does somebody come to you?', choices: ['Yes', 'No'] },
  33: { title: 'Do you take medicines?', choices: ['Yes', 'No'] },
  40: { title: 'How do you travel?', choices: ['By bus', 'By car'] },
  54: { title: 'Would you change anything?', choices: ['Yes', 'No'] },
};

const RULES: Record<number, Rule> = {
  5: all(is(1, 'Carer')),
  6: all({ of: 1, noneOf: ['Carer'] }),
  10: all(is(9, 'Yes')),
  12: all(is(2, 'Yes'), is(9, 'No')),
  18: all(is(17, 'No')),
  19: any(is(4, 'Surgery'), is(17, 'Yes')),
  21: all({ of: 3, least: 1 }, is(17, 'Yes')),
  22: all({ of: 3, most: 0 }),
  26: all(is(25, 'Yes')),
  27: all(is(25, 'No')),
  28: any(is(1, 'Nurse'), is(25, 'Yes')),
  30: all({ of: 26, answered: true }),
  34: all(is(33, 'Yes')),
  41: all(is(40, 'By bus')),
  42: any(is(40, 'By car'), is(2, 'Yes')),
  43: all(is(1, 'Patient'), is(40, 'By bus')),
  55: all(is(54, 'Yes')),
};

/** How the questions are answered that decide nothing, in turn. */
const KINDS: Values[] = [
  { kind: 'In many lines' },
  { kind: 'In one line' },
  { kind: 'By choosing any number', choices: 'Beds\nNurses\nBuses' },
  { kind: 'With a date' },
  { kind: 'By saying how much one agrees' },
  { kind: 'With an e-mail address' },
  { kind: 'By choosing one', choices: 'Often\nSeldom' },
];

const COUNT = SECTIONS.reduce((sum, { size }) => sum + size, 0);
const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);
const titleOf = (number: number) => DECIDING[number]?.title ?? `What do you say of matter ${number}?`;

function sectionOf(number: number) {
  let last = 0;
  return SECTIONS.find(({ size }) => number <= (last += size))!;
}

/** A rule as the form of the builder takes it. */
function asForm({ any, said }: Rule): Values {
  const ticks = said.flatMap(({ of, oneOf, noneOf, answered }) => [
    ...[...(oneOf ?? []), ...(noneOf ?? [])].map((choice) => `The answer to question ${of} is “${choice}”`),
    ...(answered ? [`Question ${of} was answered, whatever the answer`] : []),
  ]);
  const turned = said.filter(({ noneOf }) => noneOf).map(({ of }) => `Turn it round: none of the answers to question ${of} ticked above`);
  const limited = said.find(({ least, most }) => least !== undefined || most !== undefined);
  const limits: Values = limited ? { 'asked-if-number': `${limited.of}. ${titleOf(limited.of)}` } : {};
  if (limited?.least !== undefined) limits['asked-if-least'] = String(limited.least);
  if (limited?.most !== undefined) limits['asked-if-most'] = String(limited.most);
  return { 'asked-if': ticks, 'asked-if-not': turned, 'asked-if-join': any ? 'One of it is enough' : 'All of it must be so', ...limits };
}

/** How a question is answered. */
function asked(number: number): Values {
  const { choices } = DECIDING[number] ?? {};
  if (!DECIDING[number]) return KINDS[number % KINDS.length];
  if (!choices) return { kind: 'With a number' };
  return { kind: number === 4 ? 'By choosing any number' : 'By choosing one', choices: choices.join('\n') };
}

/** The numbers of the questions that somebody is asked who answers so those that decide. */
function route(given: Record<number, string>) {
  const answered = new Set<number>();
  const holds = ({ of, oneOf, noneOf, least = -Infinity, most = Infinity }: Said) => {
    if (!answered.has(of)) return false;
    if (oneOf) return oneOf.includes(given[of]);
    if (noneOf) return !noneOf.includes(given[of]);
    return given[of] === undefined || (Number(given[of]) >= least && Number(given[of]) <= most);
  };
  const applies = (rule?: Rule) => !rule || (rule.any ? rule.said.some(holds) : rule.said.every(holds));
  for (const number of numbers) if (applies(sectionOf(number).rule) && applies(RULES[number])) answered.add(number);
  return [...answered];
}

/** Makes the call and its form, and opens it; gives its address among the team's pages. */
async function asking(team: Page) {
  const call = await makeCall(team, 'Sixty questions');
  for (const [at, { title, size, rule }] of SECTIONS.entries()) {
    await addSection(team, call, { title, ...(rule && asForm(rule)) });
    const first = SECTIONS.slice(0, at).reduce((sum, before) => sum + before.size, 1);
    for (let number = first; number < first + size; number++) {
      const rule = RULES[number];
      await addQuestion(team, title, { title: titleOf(number), ...asked(number), ...(rule && asForm(rule)) });
    }
  }
  await expect(team.locator('.fm-question')).toHaveCount(COUNT);
  return call;
}

/** That the builder says of nothing in the form that nobody comes to it, and the page of the call neither. */
async function expectReachable(team: Page, call: string, reachable: boolean) {
  await team.goto(`${call}/questions`);
  await expect(team.getByText(/^(Warning )?Nobody can ever/)).toHaveCount(reachable ? 0 : 1);
  await expectGood(team);
  await team.goto(call);
  const need = team.getByRole('listitem').filter({ hasText: 'Every question can be asked of someone' });
  await expect(need).toContainText(reachable ? 'Done' : 'To do');
}

/** Answers whatever is asked, and sends it; gives the titles of the questions in the order in which they were asked. */
async function walk(page: Page, call: string, given: Record<number, string>) {
  const met: string[] = [];
  await page.goto(call);
  await begin(page);
  while (!page.url().endsWith('/check')) {
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    if (/\/answer\/\d+$/.test(page.url())) met.push(title);
    const number = numbers.find((number) => given[number] && titleOf(number) === title);
    if (!number) {
      await answer(page);
    } else {
      const choice = page.getByLabel(given[number], { exact: true });
      await (DECIDING[number].choices ? choice.check() : page.locator('#answer').fill(given[number]));
      await onward(page);
    }
    await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
    expect(met.length, `the form goes on after ${met.at(-1)}`).toBeLessThanOrEqual(COUNT);
  }
  return met;
}

const RESPONDENTS: Record<number, string>[] = [
  { 1: 'Patient', 2: 'No', 3: '0', 4: 'Hospital', 17: 'No', 25: 'No', 33: 'Yes', 40: 'By bus', 54: 'Yes' },
  { 1: 'Carer', 2: 'No', 3: '1', 4: 'Nowhere', 17: 'No', 25: 'Yes', 40: 'By car', 54: 'No' },
  { 1: 'Nurse', 2: 'Yes', 3: '12', 4: 'Surgery', 9: 'No', 17: 'Yes', 25: 'Yes', 40: 'By bus', 54: 'Yes' },
];

test('sixty questions with twenty rules ask each of three people what is theirs to answer', async ({ someone }) => {
  test.skip(hasScript(), 'the form is built by forms without script; journey.spec.ts builds one with it');
  // More than seventy forms are filled to build it, and more than a hundred to answer it.
  test.setTimeout(600_000);
  expect(COUNT).toBe(60);
  expect(Object.keys(RULES).length + SECTIONS.filter(({ rule }) => rule).length).toBe(20);
  const team = await someone(PEOPLE.analyst);
  const call = await test.step('a lead analyst builds it', () => asking(team));

  await test.step('the builder finds what nobody can come to', async () => {
    await giveTimes(team, call);
    await expectReachable(team, call, true);
    // Whoever is a patient is never asked the question for carers.
    const impossible = all(is(1, 'Patient'), { of: 5, answered: true });
    await team.goto(`${call}/questions`);
    await addQuestion(team, 'What should change', { title: 'Who can be asked this?', kind: 'In one line', ...asForm(impossible) });
    await expectReachable(team, call, false);
    await team.goto(`${call}/questions`);
    await follow(team, 'Remove: Who can be asked this?');
    await press(team, 'Remove');
    await expectReachable(team, call, true);
    await openNow(team, call);
  });

  const lengths = new Set<number>();
  for (const given of RESPONDENTS) {
    await test.step(`a ${given[1].toLowerCase()} answers`, async () => {
      const expected = route(given);
      lengths.add(expected.length);
      await respond(someone, call.replace('/team', ''), given, expected);
    });
  }
  expect(lengths.size, 'the routes are of different lengths').toBe(RESPONDENTS.length);
  await closeNow(team, call);
});

/** Somebody goes the whole way to the receipt, which says what they were asked and nothing else. */
async function respond(someone: Someone, call: string, given: Record<number, string>, expected: number[]) {
  const page = await someone();
  const titles = expected.map(titleOf);
  expect(await walk(page, call, given)).toEqual(titles);
  const others = numbers.filter((number) => !expected.includes(number));
  const shown = async (names: string) => {
    const all = await page.locator(names).allInnerTexts();
    return all.filter((name) => numbers.some((number) => titleOf(number) === name));
  };
  expect(await shown('.govuk-summary-list__key')).toEqual(titles);
  await expectGood(page);
  // What somebody writes off their route, by its address, stays in the draft: it is not among what is sent.
  await page.goto(`${call}/answer/${others[0]}`);
  await answer(page);
  await page.goto(`${call}/answer/check`);
  expect(await shown('.govuk-summary-list__key')).toEqual(titles);
  await press(page, 'Send your response');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your response has been received');
  await follow(page, 'See your receipt');
  expect(await shown('main section h2')).toEqual(titles);
  await expectGood(page);
}
