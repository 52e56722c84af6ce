import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { violations } from '../browser/violations.ts';
import { elementPages, enoughAnswers, focusedIn, give, headingOf, TODAY } from './elementPage.ts';

const pages = elementPages();

const showPage = (page: Page): Promise<void> => page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });

/** Asks on from these answers until a question has an input of this type. */
async function until(page: Page, type: string, answers: object): Promise<void> {
  await give(page, { answers });
  for (let count = 0; count < 60; count += 1) {
    if (await page.locator(`after-view input[type=${type}]`).count() > 0) return;
    const onward = page.getByRole('button', { name: /^Carry on/ });
    await (await onward.count() > 0 ? onward : page.getByRole('button', { name: "I don't know", exact: true })).click();
  }
  throw new Error(`no question has an input of type ${type}`);
}

/** Everything that can be looked at, and how to get there from the first question. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['the first question', () => Promise.resolve()],
  ['a question with an error', page => page.getByRole('button', { name: 'Continue' }).click()],
  ['a question with its reason', async page => {
    await give(page, { answers: { outcome: 'rejected' } });
    await page.getByText('Why do you ask?').click();
  }],
  ['a question with several answers', async page => {
    await until(page, 'checkbox', { outcome: 'rejected', stage: 'first-interview' });
    await page.getByRole('checkbox').first().check();
  }],
  ['a number with an error', async page => {
    await until(page, 'number', { outcome: 'rejected', stage: 'first-interview', attended: 'as-agreed', arrival: 'late', 'stated-reason': [], 'online-visible': [] });
    await page.getByRole('button', { name: 'Continue' }).click();
  }],
  ['a date with an error', async page => {
    await until(page, 'date', { outcome: 'no-reply', stage: 'first-interview' });
    await page.getByRole('button', { name: 'Continue' }).click();
  }],
  ['that it is enough', async page => {
    await page.getByLabel('They said no').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    for (let count = 0; count < 60 && !(await headingOf(page)).startsWith('Thank you'); count += 1) await page.getByRole('button', { name: "I don't know", exact: true }).click();
    await page.getByText('Your answers stay in this browser').click();
  }],
  ['the page with the answers', async page => {
    await give(page, { answers: enoughAnswers });
    await showPage(page);
    await page.getByText('Look through your answers').click();
  }],
  ['an answer that is changed', async page => {
    await give(page, { answers: enoughAnswers });
    await showPage(page);
    await page.getByText('Look through your answers').click();
    await page.getByRole('button', { name: 'Change: How did it end?' }).click();
  }],
  ["the coach's sheet", async page => {
    await give(page, { answers: enoughAnswers, for: 'coach', notes: coreNotes });
    await showPage(page);
  }],
  ['a problem', page => give(page, { answers: { outcome: 'rejcted' } })],
];

const still = { reducedMotion: 'reduce' } as const;

describe.each(states)('%s', (_name, reach) => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await pages.open({}, { ...still, bypassCSP: true }));
    await reach(page);
  });

  afterAll(() => page.close());

  test.each(['light', 'dark'] as const)('can be read by everyone in %s colours', async colorScheme => {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    ['the narrowest screen', 320, 'ltr', '100%'], ['letters of twice the size', 640, 'ltr', '200%'], ['the other direction', 320, 'rtl', '100%'],
  ] as const)('fits %s', async (_what, width, dir, size) => {
    await page.setViewportSize({ width, height: 640 });
    const beyond = await page.evaluate(([direction, letters]) => {
      document.documentElement.dir = direction;
      document.documentElement.style.fontSize = letters;
      const parts = [...document.querySelector('after-view')?.shadowRoot?.querySelectorAll('*') ?? []].map(part => ({ box: part.getBoundingClientRect(), html: part.outerHTML.slice(0, 80) }));
      return [parts.filter(({ box: { left, right } }) => right > innerWidth + 1 || left < -1).map(({ html }) => html), document.documentElement.scrollWidth - innerWidth];
    }, [dir, size] as const);
    expect(beyond).toEqual([[], 0]);
  });
});

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page.locator(`after-view ${selector}`).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

describe('how it looks', () => {
  test('targets are large, and texts on buttons say what they do', async () => {
    const { page } = await pages.open({}, { ...still, viewport: { width: 390, height: 844 } });
    const heights = await page.evaluate(() => [...document.querySelector('after-view')?.shadowRoot?.querySelectorAll('label, button, summary') ?? []].map(each => each.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  test('a page gives it colours and letters by properties, and anything else by parts', async () => {
    const css = 'after-view { --afterview-accent: rgb(90, 30, 120); --afterview-paper: rgb(250, 250, 255); --afterview-radius: 2px; } after-view::part(question) { color: rgb(1, 2, 3); } after-view::part(primary) { text-transform: uppercase; }';
    const { page } = await pages.open({ css }, still);
    expect(await styleOf(page, '.primary', 'background-color')).toBe('rgb(90, 30, 120)');
    expect(await styleOf(page, '.frame', 'background-color')).toBe('rgb(250, 250, 255)');
    expect(await styleOf(page, '.option', 'border-radius')).toBe('2px');
    expect(await styleOf(page, '[part=question]', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf(page, '.primary', 'text-transform')).toBe('uppercase');
  });

  test('styles of the page do not reach in, nor those of the element out', async () => {
    const { page } = await pages.open({ css: 'h2, button, p { color: rgb(255, 0, 0); }', body: '<h2 id="outside">Outside</h2><after-view></after-view>' }, still);
    expect(await styleOf(page, '.heading', 'color')).not.toBe('rgb(255, 0, 0)');
    expect(await page.locator('#outside').evaluate(element => getComputedStyle(element).color)).toBe('rgb(255, 0, 0)');
  });

  test('it is dark only where the page is', async () => {
    const paper = async (css: string): Promise<string> => styleOf((await pages.open({ css }, { ...still, colorScheme: 'dark' })).page, '.frame', 'background-color');
    expect(await paper('')).toBe('rgb(25, 24, 22)');
    expect(await paper(':root { color-scheme: light; }')).toBe('rgb(251, 250, 247)');
  });

  test('nothing moves for those who want no motion', async () => {
    const moving = async (reducedMotion: 'reduce' | 'no-preference'): Promise<string> => styleOf((await pages.open({}, { reducedMotion })).page, '.view', 'animation-name');
    expect(await moving('reduce')).toBe('none');
    expect(await moving('no-preference')).toBe('arrive');
  });

  test('in forced colours, what is chosen and what has the focus stand out', async () => {
    const { page } = await pages.open({}, { ...still, forcedColors: 'active' });
    await page.getByRole('radio').nth(1).check();
    const [chosen, other] = await Promise.all([1, 2].map(index => page.locator('after-view .option').nth(index).evaluate(element => getComputedStyle(element).outlineStyle)));
    expect([chosen, other]).toEqual(['solid', 'none']);
    expect(await styleOf(page, '.primary', 'border-top-color')).not.toBe(await styleOf(page, '.primary', 'background-color'));
    await give(page, { answers: enoughAnswers });
    await showPage(page);
    expect(await styleOf(page, '.afterview-part-1', 'fill')).not.toBe(await styleOf(page, '.afterview-part-3', 'fill'));
    expect((await page.screenshot()).length).toBeGreaterThan(1000);
  });

  test('from right to left, everything starts on the right', async () => {
    const { page } = await pages.open({ html: '<html lang="en" dir="rtl">' }, { ...still, viewport: { width: 800, height: 800 } });
    const [input, text] = await page.locator('after-view .option').first().evaluate(option => [...option.children].map(child => child.getBoundingClientRect().left));
    expect(input).toBeGreaterThan(text ?? 0);
    expect(await styleOf(page, '.heading', 'text-align')).toBe('right');
    expect(await styleOf(page, '.heading', 'unicode-bidi')).toBe('plaintext'); // an English full stop stays at the end
    await give(page, { answers: enoughAnswers });
    await showPage(page);
    expect(await styleOf(page, 'blockquote', 'border-right-width')).toBe('3px');
    expect(await styleOf(page, '.afterview-split', 'transform')).toContain('-1');
  });

  test('the focus stays with the page around until someone does something', async () => {
    const { page } = await pages.open({ body: '<input id="mine" autofocus><after-view></after-view>' });
    expect((await focusedIn(page)).tag).toBe('input');
    await give(page, { asOf: TODAY, locale: 'us' });
    expect((await focusedIn(page)).tag).toBe('input');
  });
});
