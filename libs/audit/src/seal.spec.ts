import { digestOf, GENESIS, hashOf, type SealableEntry } from './seal';

const entry: SealableEntry = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  at: '2026-03-02T09:00:00.000000Z',
  recordedAt: '2026-03-02T09:00:00.000123Z',
  actorKind: 'staff',
  actorId: 'a',
  organisationId: null,
  action: 'patient.seen',
  subjectKind: 'patient',
  subjectId: 'p',
  details: '{}',
};

describe('a digest', () => {
  it('changes with every column', () => {
    const changed = Object.keys(entry).map((column) => digestOf({ ...entry, [column]: 'x' }).toString('hex'));
    expect(new Set([...changed, digestOf(entry).toString('hex')]).size).toBe(changed.length + 1);
  });

  it('does not mistake text moved between two columns for the same entry', () => {
    const one = digestOf({ ...entry, actorId: 'ab', action: 'c' });
    expect(digestOf({ ...entry, actorId: 'a', action: 'bc' })).not.toEqual(one);
  });

  it('is the same today as in every seal that was ever made', () => {
    expect(digestOf(entry).toString('hex')).toBe('03ac428e8dbd8ce2cf55d691fda3035b0ecdc74e40f54c8d68f6071b42c72cac');
  });
});

describe('a seal', () => {
  const seal = { n: '1', previous: GENESIS, sealedAt: '2026-03-02T09:00:05.000000Z', entryIds: [entry.id], digests: [digestOf(entry)] };

  it('changes with its number, the seal before, its time, its entries and their digests', () => {
    const variants = [
      seal,
      { ...seal, n: '2' },
      { ...seal, previous: Buffer.alloc(32, 1) },
      { ...seal, sealedAt: '2026-03-02T09:00:06.000000Z' },
      { ...seal, entryIds: ['0190a0a0-0000-7000-8000-000000000002'] },
      { ...seal, digests: [GENESIS] },
    ];
    expect(new Set(variants.map((variant) => hashOf(variant).toString('hex'))).size).toBe(variants.length);
  });
});
