import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Answers } from '../../src/answers/answers.ts';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { corePack } from '../../src/core/corePack.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { tinyPack } from '../tinyPack.ts';
import { elementPages, focusedIn, give, headingOf, heardIn, TODAY } from './elementPage.ts';

const pages = elementPages();

/** What of all that has the focus when Tab is pressed until it is a button with these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focusedIn(page)).text === words) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${words}`);
}

/** Answers the question that is shown by the keys alone: the second option, where there are any, or a small number. */
async function answerByKeys(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const { type } = await focusedIn(page);
  if (type === 'radio') await page.keyboard.press('ArrowDown');
  if (type === 'checkbox') await page.keyboard.press('Space');
  if (type === 'number') await page.keyboard.type('3');
  if (type === 'date') {
    await tabTo(page, "I don't know");
    await page.keyboard.press('Enter');
  } else {
    await page.keyboard.press('Enter');
  }
}

async function clickOn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** The element without a pack, and one given to it as a page would, once it is there. */
const bare = { entry: 'bareElement.js', body: '<after-view as-of="2026-11-22"></after-view>', after: `document.querySelector('after-view').pack = ${JSON.stringify(tinyPack)};` } as const;

async function openTiny(parts: Readonly<Record<string, string>> = {}, first = 'How did it end?'): Promise<Awaited<ReturnType<typeof pages.open>>> {
  const opened = await pages.open({ ...bare, ...parts });
  await opened.page.getByText(first).waitFor();
  return opened;
}

describe('an interview with the core pack', () => {
  test('goes by keyboard alone to the page, and says what the library says, to the byte', async () => {
    const { page, complaints, requests } = await pages.open({ body: `<after-view short as-of="${TODAY}"></after-view>` });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    let asked = 1;
    for (; asked < 60 && !(await headingOf(page)).startsWith('Thank you'); asked += 1) {
      expect(await focusedIn(page)).toMatchObject({ tag: 'h2', text: await page.locator('after-view legend').innerText() });
      const before = await headingOf(page);
      await answerByKeys(page);
      await page.waitForFunction(text => document.querySelector('after-view')?.shadowRoot?.querySelector('[tabindex="-1"]')?.textContent !== text, before);
    }
    await tabTo(page, 'Show me what you have');
    await page.keyboard.press('Enter');
    expect(await focusedIn(page)).toMatchObject({ tag: 'h2', text: 'After your interview' });
    const heard = await heardIn(page);
    const answers = await page.evaluate(() => (document.querySelector('after-view') as unknown as { answers: Answers }).answers);
    expect(heard.filter(({ name }) => name === 'answer')).toHaveLength(asked);
    expect(heard.at(-2)?.detail['answers']).toEqual(answers);
    expect(answers['outcome']).toBe('rejected');
    expect(JSON.stringify(heard.at(-1)?.detail)).toBe(JSON.stringify(diagnose(answers, { asOf: TODAY })));
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(5);
  });

  test.each([['candidate', {}], ['coach', { notes: coreNotes }]] as const)('shows the %s what toHtml writes', async (reader, more) => {
    const { page } = await pages.open({ body: `<after-view as-of="${TODAY}" for="${reader}"></after-view>` }, { bypassCSP: true });
    const answers = { outcome: 'rejected', arrival: 'late', 'minutes-late': 25, 'thank-you': 'none' } as const;
    await give(page, { answers, ...more });
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
    const written = toHtml(diagnose(answers, { asOf: TODAY }), { for: reader, fragment: true, ...more });
    const [shown, expected] = await page.evaluate(html => {
      const plain = (sheet: Element): string => {
        for (const each of [sheet, ...sheet.querySelectorAll('*')]) for (const name of ['part', 'tabindex']) each.removeAttribute(name);
        for (const each of sheet.querySelectorAll('[style]')) each.removeAttribute('style');
        return sheet.outerHTML.replaceAll(/>\s+/g, '>').replaceAll(/\s+</g, '<');
      };
      const lower = html.replaceAll(/(<\/?h)([123])/g, (_, start: string, level: string) => `${start}${Number(level) + 1}`);
      const mine = document.querySelector('after-view')?.shadowRoot?.querySelector('article')?.cloneNode(true) as Element;
      return [plain(mine), plain(new DOMParser().parseFromString(lower, 'text/html').querySelector('article') as Element)];
    }, written);
    expect(shown).toBe(expected);
    expect(shown).toContain(reader === 'coach' ? 'coach' : 'You arrived late.');
  });

  test('takes today from the clock where no day is given, and says so', async () => {
    const { page } = await pages.open({ body: '<after-view></after-view>' });
    const asOf = await page.evaluate(() => {
      const element = document.querySelector('after-view') as unknown as { answers: object; showPage: () => void };
      element.answers = { outcome: 'rejected' };
      return new Promise(resolve => { setTimeout(() => { element.showPage(); resolve(new Intl.DateTimeFormat('sv-SE').format()); }); });
    });
    expect((await heardIn(page)).at(-1)?.detail['asOf']).toBe(asOf);
    expect(await page.locator('.counted').innerText()).toMatch(/^Days are counted up to today, \w+, \d+ \w+ \d{4}, by the clock of this device\.$/);
    await give(page, { asOf: TODAY });
    expect(await page.locator('.counted').innerText()).toBe('Days are counted up to Sunday, 22 November 2026.');
  });

  test('speaks the English that is asked for', async () => {
    const { page } = await pages.open({ body: `<after-view as-of="${TODAY}" locale="us"></after-view>` });
    await give(page, { answers: { outcome: 'rejected', arrival: 'late', 'cv-marks': [] } });
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
    expect(await page.locator('after-view .frame').getAttribute('lang')).toBe('en-US');
    const list = page.locator('after-view .answers .asked');
    expect((await list.allTextContents()).join(' ')).toMatch(/resume/);
    await give(page, { locale: 'uk' });
    expect((await list.allTextContents()).join(' ')).toMatch(/CV/);
  });
});

describe('each kind of question', () => {
  test('is put with native inputs that are named, and says what is wrong where it stands', async () => {
    const { page } = await openTiny();
    await clickOn(page, 'Continue');
    const error = page.locator('after-view [role=alert]');
    expect(await error.innerText()).toMatch(/^Please choose an answer/);
    expect(await focusedIn(page)).toMatchObject({ type: 'radio' });
    const group = page.getByRole('group', { name: 'How did it end?' });
    expect(await group.getAttribute('aria-describedby')).toBe('error');
    await group.getByRole('radio', { name: 'They said no' }).check();
    await clickOn(page, 'Continue');
    const kinds = new Set<string>();
    for (let count = 0; count < 12 && !(await headingOf(page)).startsWith('Thank you'); count += 1) {
      const number = page.getByRole('spinbutton');
      const date = page.locator('after-view input[type=date]');
      if (await number.count() > 0) {
        kinds.add('number');
        await number.fill('2.5');
        await clickOn(page, 'Continue');
        expect(await error.innerText()).toMatch(/^Please type a whole number of \w+ from -?\d+ to \d+\./);
        expect(await number.getAttribute('aria-invalid')).toBe('true');
        await number.fill('5');
        await clickOn(page, 'Continue');
      } else if (await date.count() > 0) {
        kinds.add('date');
        await clickOn(page, 'Continue');
        expect(await error.innerText()).toMatch(/^Please give a whole date\./);
        await date.fill('2026-11-20');
        await clickOn(page, 'Continue');
      } else if (await page.getByRole('checkbox').count() > 0) {
        kinds.add('several-of');
        expect(await page.locator('button.primary').innerText()).toBe('None of these');
        await page.getByRole('checkbox').first().check();
        expect(await page.locator('button.primary').innerText()).toBe('Continue');
        await clickOn(page, 'Continue');
      } else {
        kinds.add('one-of');
        await page.getByRole('radio').last().check();
        await clickOn(page, 'Continue');
      }
      if ((await headingOf(page)).startsWith('Thank you') && await page.getByRole('button', { name: /^Carry on/ }).count() > 0) await page.getByRole('button', { name: /^Carry on/ }).click();
    }
    expect([...kinds].sort()).toEqual(['date', 'number', 'one-of', 'several-of']);
  });

  test('tells why it is asked, how many more there may be, and goes back to what was said', async () => {
    const { page } = await openTiny();
    const status = page.locator('after-view [role=status]');
    expect(await status.innerText()).toMatch(/^\d+ to \d+ more questions$/);
    await page.getByText('Why do you ask?').click();
    expect(await page.getByText('How it ended decides').isVisible()).toBe(true);
    await page.getByLabel('They said no').check();
    await clickOn(page, 'Continue');
    await clickOn(page, "I don't know");
    await clickOn(page, 'Back');
    expect(await page.getByText("Before, you said that you don't know.").isVisible()).toBe(true);
    await clickOn(page, 'Back');
    expect(await page.getByLabel('They said no').isChecked()).toBe(true);
    expect(await focusedIn(page)).toMatchObject({ tag: 'h2', text: 'How did it end?' });
  });

  test('refuses an answer that does not fit with others, in their words', async () => {
    const { page } = await openTiny();
    await give(page, { answers: { outcome: 'rejected', arrival: 'late', attended: 'there' } });
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
    await page.getByText('Look through your answers').click();
    await clickOn(page, 'Change: Were you there?');
    await page.getByLabel('No', { exact: true }).check();
    await clickOn(page, 'Continue');
    const error = await page.locator('after-view [role=alert]').innerText();
    expect(error).toBe("That doesn't fit with what you said before. “Were you there?” and “When did you come?”: You were not there, and you say when you came.");
    await clickOn(page, 'Keep my answer');
    expect(await headingOf(page)).toBe('After your interview');
  });
});

describe('the page', () => {
  test('leads back to the answers, and follows one that is changed', async () => {
    const { page } = await openTiny();
    await give(page, { answers: { outcome: 'rejected', attended: 'there', arrival: 'on-time' } });
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
    await page.getByText('Look through your answers').click();
    await clickOn(page, 'Change: When did you come?');
    expect(await page.getByLabel('On time').isChecked()).toBe(true);
    await page.getByLabel('Late').check();
    await clickOn(page, 'Continue');
    expect(await page.locator('after-view article').innerText()).toContain('You came late');
    const [first, answer, second] = await heardIn(page);
    expect([first?.name, answer?.detail['question'], answer?.detail['value'], second?.name]).toEqual(['diagnosis', 'arrival', 'late', 'diagnosis']);
    expect(second?.detail['answers']).toMatchObject({ arrival: 'late' });
    await clickOn(page, 'Back to the questions');
    expect(await headingOf(page)).toMatch(/\?$|^Thank you/);
  });

  test('opens at once where enough answers are given, for whoever is to read it', async () => {
    const { page } = await openTiny({ body: `<after-view as-of="${TODAY}" for="coach"></after-view>` });
    const answers = Object.fromEntries(tinyPack.questions.map(({ id }) => [id, id === 'outcome' ? 'rejected' : 'unknown']));
    await give(page, { answers });
    expect(await headingOf(page)).toBe("After the interview: the coach's sheet");
    await give(page, { for: 'candidate' });
    expect(await headingOf(page)).toBe('After your interview');
    expect((await heardIn(page)).map(({ name }) => name)).toEqual(['diagnosis']);
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { startOver: () => void }).startOver(); });
    expect(await headingOf(page)).toBe('How did it end?');
  });

  test('agrees with Node on any pack', async () => {
    const { page } = await openTiny();
    await give(page, { answers: { outcome: 'cancelled', 'questions-asked': 0 } });
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
    const expected = safeDiagnose({ outcome: 'cancelled', 'questions-asked': 0 }, { pack: tinyPack, asOf: TODAY });
    expect(JSON.stringify((await heardIn(page)).at(-1)?.detail)).toBe(JSON.stringify(expected.ok ? expected.value : null));
  });
});

describe('answers are kept', () => {
  const storedIn = (page: Page): Promise<Readonly<Record<string, string>>> => page.evaluate(() => Object.fromEntries(Object.keys(localStorage).map(key => [key, localStorage.getItem(key) ?? ''])));

  async function twoAnswers(page: Page): Promise<void> {
    await page.getByLabel('They said no').check();
    await clickOn(page, 'Continue');
    await clickOn(page, "I don't know");
  }

  test('from one visit to the next, and nothing else is', async () => {
    const { page } = await openTiny();
    await twoAnswers(page);
    const third = await headingOf(page);
    const stored = await storedIn(page);
    expect(Object.keys(stored)).toEqual(['afterview/1/tiny/1.2.3']);
    expect(Object.entries(JSON.parse(Object.values(stored)[0] ?? '') as object)).toEqual([['outcome', 'rejected'], [expect.any(String), 'unknown']]);
    await page.reload();
    await page.getByText('Welcome back.').waitFor();
    expect(await headingOf(page)).toBe(third);
    await clickOn(page, 'Back');
    await clickOn(page, 'Back');
    expect(await page.getByLabel('They said no').isChecked()).toBe(true);
  });

  test('until they are deleted', async () => {
    const { page } = await openTiny();
    await twoAnswers(page);
    await page.getByText('Your answers stay in this browser').click();
    await clickOn(page, 'Delete my answers and start again');
    expect(await headingOf(page)).toBe('How did it end?');
    expect(await storedIn(page)).toEqual({});
  });

  test.each([['switched off', 'remember="off"', ''], ['with a storage that throws', '', "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('not here', 'SecurityError'); } });"]])('not at all %s', async (_how, attribute, before) => {
    const { page, complaints } = await openTiny({ body: `<after-view as-of="${TODAY}" ${attribute}></after-view>`, before });
    await twoAnswers(page);
    if (before === '') expect(await storedIn(page)).toEqual({});
    await page.reload();
    await page.getByText('How did it end?').waitFor();
    expect(complaints).toEqual([]);
  });

  test('in a place of their own, where it has a name', async () => {
    const { page } = await openTiny({ body: `<after-view as-of="${TODAY}" remember="ward"></after-view>` });
    await twoAnswers(page);
    expect(Object.keys(await storedIn(page))).toEqual(['afterview/1/tiny/1.2.3/ward']);
  });

  test.each([['no JSON', '{"outcome"'], ['a list', '[1]'], ['no answer of this pack', '{"outcome":"married"}'], ['no question of it', '{"weather":"fine"}'], ['nothing', 'null']])('%s in their place is cleared', async (_what, text) => {
    const { page, complaints } = await openTiny({ before: `localStorage.setItem('afterview/1/tiny/1.2.3', ${JSON.stringify(text)});` });
    expect(await headingOf(page)).toBe('How did it end?');
    expect(await storedIn(page)).toEqual({});
    expect(complaints).toEqual([]);
  });
});

describe('what the page around gives', () => {
  test.each([
    ['answers that are none', { answers: 42 }, 'not-an-object', 'answers'],
    ['a misspelt answer', { answers: { outcome: 'rejcted' } }, 'unknown-option', 'answers.outcome'],
    ['a pack that is none', { pack: { id: 'half' } }, 'wrong-kind', 'pack'],
    ['a pack that is broken', { pack: { ...tinyPack, causes: [{ ...tinyPack.causes[0], signs: [{}] }] } }, 'wrong-kind', 'pack'],
    ['a day that is none', { asOf: 'tomorrow' }, 'out-of-range', 'asOf'],
    ['a reader that is none', { for: 'boss' }, 'wrong-kind', 'for'],
    ['an English that is none', { locale: 'fr' }, 'wrong-kind', 'locale'],
    ['notes that are none', { notes: [] }, 'wrong-kind', 'notes'],
  ])('%s: a problem is shown, nothing is thrown, and it can be mended', async (_what, wrong, code, path) => {
    const { page, complaints } = await openTiny();
    await give(page, wrong);
    expect(await page.locator('after-view [part=problem] li').first().getAttribute('data-code')).toBe(code);
    const [problem] = await page.evaluate(() => (document.querySelector('after-view') as unknown as { problems: { code: string; path: string[] }[] }).problems);
    expect([problem?.code, problem?.path.join('.')]).toEqual([code, path]);
    const mended = Object.fromEntries(Object.keys(wrong).map(key => [key, key === 'pack' ? tinyPack : key === 'asOf' ? TODAY : null]));
    await give(page, mended);
    expect(await headingOf(page)).toBe('How did it end?');
    expect(complaints).toEqual([]);
  });

  test('wrong answers stay wrong while something else is changed', async () => {
    const { page } = await openTiny();
    await give(page, { answers: { outcome: 'rejcted' } });
    await give(page, { for: 'coach' });
    expect(await page.locator('after-view [part=problem] li').innerText()).toMatch(/^answers\.outcome unknown-option “rejcted”/);
  });

  test('another reader and another English leave the interview where it stands', async () => {
    const { page } = await openTiny();
    await page.getByLabel('They said no').check();
    await clickOn(page, 'Continue');
    const second = await headingOf(page);
    await give(page, { for: 'coach', locale: 'us' });
    expect(await headingOf(page)).toBe(second);
    await give(page, { short: true });
    await give(page, { short: false });
    expect(await headingOf(page)).toBe(second);
    await clickOn(page, 'Back');
    expect(await page.getByLabel('They said no').isChecked()).toBe(true);
  });

  test('values that no other page could set throw nothing either', async () => {
    const { page, complaints } = await openTiny();
    const thrown = await page.evaluate(async () => {
      const element = document.querySelector('after-view') as unknown as Record<string, unknown>;
      const revoked = Proxy.revocable({}, {});
      revoked.revoke();
      const odd = [Symbol('odd'), () => 1, 1n, revoked.proxy, Object.create(null), { get outcome() { throw new Error('a getter'); } }];
      const problems: unknown[] = [];
      for (const name of ['pack', 'answers', 'notes', 'for', 'locale', 'asOf', 'remember', 'short']) {
        for (const value of odd) {
          try {
            element[name] = value;
            await new Promise(resolve => { setTimeout(resolve); });
            element[name] = null;
          } catch (error) {
            problems.push(`${name}: ${String(error)}`);
          }
        }
      }
      return problems;
    });
    expect(thrown).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('counts, too, when it was set before the element was defined', async () => {
    const { page } = await pages.open({ ...bare, after: '', before: `addEventListener('DOMContentLoaded', () => { const element = document.querySelector('after-view'); element.pack = ${JSON.stringify(tinyPack)}; element.answers = { outcome: 'rejected' }; element.for = 'coach'; });` , entry: 'bareElement.js' });
    await page.getByText('Which conversation was it?').waitFor();
    expect(await page.locator('after-view').getAttribute('for')).toBe('coach');
  });

  test('is mirrored where it is a plain text', async () => {
    const { page } = await openTiny();
    await give(page, { for: 'coach', locale: 'us', asOf: TODAY, short: true, remember: 'off' });
    const attributes = await page.evaluate(() => Object.fromEntries([...(document.querySelector('after-view') as HTMLElement).attributes].map(({ name, value }) => [name, value])));
    expect(attributes).toEqual({ for: 'coach', locale: 'us', 'as-of': TODAY, short: '', remember: 'off' });
    await give(page, { for: null, short: false });
    expect(await page.evaluate(() => (document.querySelector('after-view') as HTMLElement).getAttributeNames().sort())).toEqual(['as-of', 'locale', 'remember']);
  });

  test('set anew with what was heard, as frameworks do, does not start again', async () => {
    const { page } = await openTiny();
    await page.evaluate(() => { document.addEventListener('answer', event => { (event.target as unknown as { answers: unknown }).answers = (event as CustomEvent<{ answers: object }>).detail.answers; }); });
    await page.getByLabel('They said no').check();
    await clickOn(page, 'Continue');
    expect(await page.getByRole('button', { name: 'Back' }).isVisible()).toBe(true);
  });
});

test('two elements on a page keep to themselves', async () => {
  const { page } = await pages.open({ body: `<after-view id="a" remember="a" as-of="${TODAY}"></after-view><after-view id="b" remember="b" as-of="${TODAY}"></after-view>` });
  const [a, b] = [page.locator('#a'), page.locator('#b')];
  await a.getByRole('radio').nth(1).check();
  await b.getByRole('radio').nth(2).check();
  expect(await a.getByRole('radio').nth(1).isChecked()).toBe(true);
  await a.getByRole('button', { name: 'Continue' }).click();
  expect(await b.locator('legend').innerText()).toBe('How did it end?');
  expect(await a.locator('legend').innerText()).toBe(corePack.questions.find(({ id }) => id === 'stage')?.ask);
});
