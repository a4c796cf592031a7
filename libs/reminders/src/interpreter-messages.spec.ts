import { languagesOf } from './interpreter-messages.service';

const alone = { varietyName: 'Sudanese Arabic', otherName: 'English', partner: null, team: null };

describe('what an interpreter reads of those who work beside them', () => {
  it('is nothing where they work alone', () => {
    expect(languagesOf(alone)).toBe('Sudanese Arabic');
  });

  it('is how many they are in a team, and that they take turns in a handover', () => {
    expect(languagesOf({ ...alone, team: { others: 2, kind: 'together' } })).toBe('Sudanese Arabic, in a team of 3');
    expect(languagesOf({ ...alone, team: { others: 1, kind: 'handover' } })).toBe('Sudanese Arabic, taking turns with another interpreter');
    expect(languagesOf({ ...alone, team: { others: 2, kind: 'handover' } })).toBe('Sudanese Arabic, taking turns with 2 other interpreters');
  });

  it('is the other side’s languages in a relay', () => {
    const partner = { varietyName: 'Sudanese Arabic', otherName: 'English' };
    expect(languagesOf({ ...alone, varietyName: 'Fur', otherName: 'Sudanese Arabic', partner })).toBe(
      'Fur and Sudanese Arabic, together with a second interpreter (Sudanese Arabic and English)',
    );
  });
});
