import { lapsesAt, warningDue, warningSentence } from './credential-warning.policy';

const london = (expiresOn: string) => ({ expiresOn, zone: 'Europe/London' });
const noon = new Date('2026-11-24T12:00:00Z');

describe('the warning of a credential that lapses', () => {
  it.each([
    ['2027-01-24', null],
    ['2027-01-23', 60],
    ['2026-12-25', 60],
    ['2026-12-24', 30],
    ['2026-12-02', 30],
    ['2026-12-01', 7],
    ['2026-11-24', 7],
    ['2026-11-23', null],
  ])('counting until %s is %p on 24 November', (expiresOn, due) => {
    expect(warningDue(london(expiresOn), noon)).toBe(due);
  });

  it('counts days where the interpreter lives: it has lapsed in Auckland while its last day has not ended in London', () => {
    const evening = new Date('2026-11-24T12:30:00Z');
    expect(warningDue({ expiresOn: '2026-11-24', zone: 'Pacific/Auckland' }, evening)).toBeNull();
    expect(warningDue(london('2026-11-24'), evening)).toBe(7);
    expect(warningDue({ expiresOn: '2026-12-02', zone: 'Pacific/Auckland' }, evening)).toBe(7);
    expect(warningDue(london('2026-12-02'), evening)).toBe(30);
    expect(lapsesAt({ expiresOn: '2026-11-24', zone: 'Pacific/Auckland' })).toEqual(new Date('2026-11-24T11:00:00Z'));
    expect(lapsesAt(london('2026-11-24'))).toEqual(new Date('2026-11-25T00:00:00Z'));
  });

  it('counts calendar days over a change of the clocks', () => {
    expect(warningDue(london('2027-04-01'), new Date('2027-03-25T23:30:00Z'))).toBe(7);
    expect(warningDue(london('2027-04-01'), new Date('2027-03-31T23:30:00Z'))).toBe(7);
    expect(warningDue(london('2027-04-01'), new Date('2027-04-01T23:30:00Z'))).toBeNull();
  });

  it('says who, which, until when, and how many jobs fall after it', () => {
    const hiba = { ...london('2026-12-01'), displayName: 'Hiba Elamin', credential: 'DPSI Health', varietyName: 'Sudanese Arabic', otherName: 'English' };
    expect(warningSentence(hiba, 2)).toBe(
      'Hiba Elamin’s DPSI Health (Sudanese Arabic and English) counts until 1 December 2026. 2 jobs with you fall after it. Ask for the new one and write its date.',
    );
    expect(warningSentence(hiba, 1)).toContain('One job with you falls after it.');
    expect(warningSentence(hiba, 0)).toContain('No job with you falls after it.');
  });
});
