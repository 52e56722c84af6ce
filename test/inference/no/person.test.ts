import { describe, expect, test } from 'vitest';
import type { ExplainedNo } from '../../../src/inference/no/explainNo.ts';
import { explainNo, orderedCauses, supportedCauses } from '../../../src/inference/no/explainNo.ts';
import { DECIDES, MOST_EVIDENCE, standingOut } from '../../../src/inference/no/focus.ts';
import { outsideYourControl, partsOf } from '../../../src/inference/no/parts.ts';
import { personAfter, presenceAfter } from '../../../src/inference/no/person.ts';
import type { Cause, Pack } from '../../../src/pack/pack.ts';
import { bareCause, barePack } from '../../arbitraryPack.ts';
import { engineOf } from '../../engineOf.ts';

/** A pack of these causes, and a no of which nothing is known. */
function unasked(pack: Pack): { readonly explained: ExplainedNo; readonly prepared: ReturnType<typeof engineOf>['baseline']['prepared'] } {
  const { baseline } = engineOf(pack);
  return { explained: explainNo(baseline, baseline.weighed), prepared: baseline.prepared };
}

describe('what an outcome teaches of the person', () => {
  // one cause, there in half and then stopping half; luck stops a fifth; the standing none or half, equally often
  const pack: Pack = { ...barePack(0.2, 0, [bareCause('it', 0.5, 0.5)]), standing: { levels: [{ stops: 0, weight: 0.5 }, { stops: 0.5, weight: 0.5 }] } };
  const { explained, prepared } = unasked(pack);

  test('is nothing while it is open', () => {
    expect(personAfter(prepared, explained, null)).toEqual({ presence: [0.5], standing: 0.25 });
  });

  test('after a no, that what may have stopped them is likelier', () => {
    // nothing else stops 0.8 · 0.75 = 0.6; a no at 0: 0.4, at a half: 0.7
    const { presence, standing } = personAfter(prepared, explained, true);
    expect(standing).toBeCloseTo((0.7 * 0.5) / (0.4 + 0.7), 14);
    expect(presence).toEqual(explained.presence);
    expect(presence[0]).toBeGreaterThan(0.5);
  });

  test('after going on, that it is less likely', () => {
    const { presence, standing } = personAfter(prepared, explained, false);
    expect(standing).toBeCloseTo((0.3 * 0.5) / (0.6 + 0.3), 14);
    expect(presence[0]).toBeCloseTo(0.25 / 0.75, 14); // there and silent, of all that did not fire
  });

  test('nothing, where nobody can go on', () => {
    const sure = unasked({ ...barePack(0, 1, [bareCause('it', 1, 1)]) });
    expect(personAfter(sure.prepared, sure.explained, false)).toEqual({ presence: [1], standing: 0 });
    expect(presenceAfter(sure.explained, 0, false)).toBe(1);
  });
});

describe('the parts of a no', () => {
  test('are the shares by whose hands they lay in, and with luck and the unseen they add to 1', () => {
    const controls: readonly Cause['control'][] = ['you', 'fit', 'them', 'you'];
    const { explained, prepared } = unasked(barePack(0.2, 0.1, controls.map((control, index) => ({ ...bareCause(`cause-${index}`, 0.1 * (index + 1)), control }))));
    const [a, b, c, d] = explained.share as [number, number, number, number];
    const parts = partsOf(prepared, explained);
    expect(parts).toEqual({ you: a + d, fit: b, them: c, background: explained.background, unseen: explained.standing });
    expect(parts.you + parts.fit + parts.them + parts.background + parts.unseen).toBeCloseTo(1, 14);
    expect(outsideYourControl(parts)).toBe(b + c + explained.background);
  });

  test('never come to more than all, whatever the rounding', () => {
    const { explained, prepared } = unasked(barePack(0.2, 0.1, [bareCause('a'), { ...bareCause('b'), control: 'fit' }]));
    const more = partsOf(prepared, { ...explained, share: [1.5, 1.5], background: 1.5, standing: 1.5 });
    expect(more).toEqual({ you: 1, fit: 1, them: 0, background: 1, unseen: 1 });
    expect(outsideYourControl(more)).toBe(1);
  });
});

describe('how far a cause stands out', () => {
  const focus = { focus: { value: 0.5 } };

  test('is not asked where a pack has no focus, or where nothing is shown of it', () => {
    expect([standingOut({}, 2, 0.5), standingOut(focus, 0, 0.5)]).toEqual([1, 1]);
  });

  test('grows with what speaks for it, up to a hundred to one', () => {
    expect(standingOut(focus, 2, 0.5)).toBeCloseTo(Math.exp(1), 14);
    expect(standingOut(focus, Infinity, 0.5)).toBeCloseTo(10, 13);
    expect(standingOut(focus, MOST_EVIDENCE + 1, 0.5)).toBeCloseTo(10, 13);
  });

  test('shrinks with what speaks against it, whatever its share', () => {
    expect(standingOut(focus, -2, 0)).toBeCloseTo(Math.exp(-1), 14);
    expect(standingOut(focus, -Infinity, 0.5)).toBeCloseTo(0.1, 14);
  });

  test('counts less the less it can have decided', () => {
    expect(standingOut(focus, 2, DECIDES / 2)).toBeCloseTo(Math.exp(0.5), 14);
    expect(standingOut(focus, 2, 0)).toBe(1);
    expect(standingOut(focus, 2, DECIDES)).toBeCloseTo(Math.exp(1), 14);
  });
});

describe('causes stand in order', () => {
  const { explained, prepared } = unasked(barePack(0.2, 0.1, ['a', 'b', 'c', 'd', 'e'].map(id => bareCause(id))));
  const told = { ...explained, share: [0.1, 0.2, 0.3, 0.1, 0.05], weighed: { ...explained.weighed, supported: [1, 1, 0, 1, 0] } };

  test('the supported ones by share, equal ones as in the pack', () => {
    expect(supportedCauses(prepared, told)).toEqual([1, 0, 3]);
  });

  test('all of them with the supported ones first', () => {
    expect(orderedCauses(prepared, told)).toEqual([1, 0, 3, 2, 4]);
  });
});
