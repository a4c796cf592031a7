import type { RelayPair } from '@dragoman/contracts';
import { relayNames, stillPossible, toggled } from './relay-choice';

const pair = (near: string, far: string, pivotId = 'apd'): RelayPair =>
  ({
    pivotId,
    pivotName: pivotId,
    patientSide: { interpreterId: near, displayName: near },
    clinicSide: { interpreterId: far, displayName: far },
    match: 80,
    fee: 5000,
  }) as never;

const languages = { patient: 'Fur', clinic: 'English' };

describe('choosing pairs of a relay', () => {
  it('asks several pairs together, and unticking the last leaves nobody', () => {
    const one = toggled(null, pair('a', 'b'));
    const two = toggled(one, pair('a', 'c'));
    expect(two?.pairs).toHaveLength(2);
    expect(toggled(two, pair('a', 'c'))).toEqual(one);
    expect(toggled(one, pair('a', 'b'))).toBeNull();
  });

  it('starts anew with a pair through another language, or with somebody on the other side', () => {
    const one = toggled(null, pair('a', 'b'));
    expect(toggled(one, pair('a', 'b', 'arz'))).toEqual({ pivotId: 'arz', pairs: [{ patientSideId: 'a', clinicSideId: 'b' }] });
    expect(toggled(one, pair('c', 'a'))?.pairs).toEqual([{ patientSideId: 'c', clinicSideId: 'a' }]);
  });

  it('forgets whoever is not possible any more', () => {
    const two = toggled(toggled(null, pair('a', 'b')), pair('a', 'c'));
    expect(stillPossible(two, { pairs: [pair('a', 'c')], pivots: [], languages })?.pairs).toEqual([{ patientSideId: 'a', clinicSideId: 'c' }]);
    expect(stillPossible(two, { pairs: [], pivots: [], languages })).toBeNull();
    expect(stillPossible(two, undefined)).toBeNull();
  });

  it('says who, or how many on each side', () => {
    const list = { pairs: [pair('a', 'b'), pair('a', 'c')], pivots: [], languages };
    expect(relayNames({ pivotId: 'apd', pairs: [{ patientSideId: 'a', clinicSideId: 'b' }] }, list)).toBe('a and b');
    const both = { pivotId: 'apd', pairs: [{ patientSideId: 'a', clinicSideId: 'b' }, { patientSideId: 'a', clinicSideId: 'c' }] };
    expect(relayNames(both, list)).toBe('1 on the patient’s side, 2 on the clinic’s');
  });
});
