import { describe, expect, test } from 'vitest';
import { checkCoachNotes, type KnownCoachNotes } from '../../src/answers/coachNotes.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';

/** Two causes of a no, and one that explains silence alone. */
const pack: Pack = barePack(0.1, 0, [bareCause('late'), bareCause('rude'), { ...bareCause('slow'), strength: undefined } as unknown as Pack['causes'][number]]);

function notes(input: unknown): KnownCoachNotes | readonly object[] {
  const checked = checkCoachNotes(pack, input);
  return checked.ok ? checked.value : checked.problems;
}

describe('what a coach says is taken', () => {
  test('with causes by index; what was not said is empty', () => {
    expect(notes({})).toEqual({ struck: [], added: [], theory: null, agreed: [] });
    expect(notes({ strike: null, add: undefined, theory: null, agreed: null, other: undefined })).toEqual({ struck: [], added: [], theory: null, agreed: [] });
    expect(notes({ strike: ['rude'], add: ['late'], theory: 'I was late.', agreed: ['Go early.'] })).toEqual({ struck: [1], added: [0], theory: 'I was late.', agreed: ['Go early.'] });
  });

  test('up to 500 letters and ten steps', () => {
    const [theory, agreed] = ['x'.repeat(500), Array.from({ length: 10 }, (_, step) => `Step ${step}.`)];
    expect(notes({ theory, agreed })).toEqual({ struck: [], added: [], theory, agreed });
  });
});

describe('a slip is told in full', () => {
  const example = '{ "strike": ["late"], "agreed": ["Two mock interviews by March"] }';

  test.each<[input: unknown, problem: object]>([
    [7, { code: 'not-an-object', message: 'coach must be an object', hint: `pass coach as an object: ${example}`, path: ['coach'] }],
    [{ striked: [] }, { code: 'unknown-key', message: '“striked” is no part of “coach”', hint: 'did you mean “strike”?', path: ['coach', 'striked'] }],
    [{ strike: ['lat'] }, { code: 'unknown-cause', message: 'no cause of a no is called “lat”', hint: 'did you mean “late”?', path: ['coach', 'strike', 0] }],
    [{ strike: ['slow'] }, { code: 'unknown-cause', message: 'no cause of a no is called “slow”', hint: 'one of: late, rude', path: ['coach', 'strike', 0] }],
    [{ add: ['late', 7] }, { code: 'unknown-cause', message: 'no cause of a no is called 7', hint: 'one of: late, rude', path: ['coach', 'add', 1] }],
    [{ strike: ['rude', 'late'], add: ['late'] }, { code: 'contradiction', message: '“late” is struck, and added', hint: 'keep one of them', path: ['coach', 'add'] }],
    [{ add: 'late' }, { code: 'wrong-kind', message: '“add” takes a list, not “late”', hint: `write ${example}`, path: ['coach', 'add'] }],
    [{ theory: '' }, { code: 'wrong-kind', message: '“theory” takes a sentence, not “”', hint: '1 to 500 letters', path: ['coach', 'theory'] }],
    [{ theory: 'x'.repeat(501) }, { code: 'wrong-kind', message: expect.stringContaining('“theory” takes a sentence, not “xxx') as string, hint: '1 to 500 letters', path: ['coach', 'theory'] }],
    [{ agreed: ['Go early.', 7] }, { code: 'wrong-kind', message: '“agreed” takes a sentence, not 7', hint: '1 to 500 letters', path: ['coach', 'agreed', 1] }],
    [{ agreed: Array.from({ length: 11 }, () => 'x') }, { code: 'too-many', message: '11 agreed steps are more than anyone takes', hint: '10 at most', path: ['coach', 'agreed'] }],
  ])('%j', (input, problem) => { expect(notes(input)).toEqual([problem]); });
});
