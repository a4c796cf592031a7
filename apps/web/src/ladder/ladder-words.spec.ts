import { plannedSentence, stoppedSentence, triedSentence } from './ladder-words';

const zone = 'Europe/London';
const place = { zone, modality: 'in-person' } as const;
const at = '2026-12-02T14:30:00Z';

describe('the fallback ladder in words', () => {
  it('says until when somebody may accept, and what is tried then', () => {
    expect(plannedSentence({ to: 'video', at, skipped: null }, place)).toBe('If nobody accepts by Wed 2 Dec 14:30, video is tried.');
    expect(plannedSentence({ to: 'rebook', at, skipped: null }, place)).toBe(
      'If nobody accepts by Wed 2 Dec 14:30, a colleague is asked to agree another day with the patient.',
    );
  });

  it('says what is left out, and why', () => {
    expect(plannedSentence({ to: 'phone', at, skipped: 'signed' }, place)).toBe('The telephone is left out: signing needs a picture.');
    expect(plannedSentence({ to: 'video', at, skipped: 'already' }, { zone, modality: 'video' })).toBe('Video is left out: that is how it is held already.');
    expect(plannedSentence({ to: 'video', at, skipped: 'already' }, { zone, modality: 'phone' })).toBe('Video is left out: it is held by telephone already.');
  });

  it('says what was tried, and whether anybody could be found', () => {
    expect(triedSentence({ to: 'phone', at, outcome: 'taken' }, zone)).toBe('The telephone was tried Wed 2 Dec 14:30.');
    expect(triedSentence({ to: 'relay', at, outcome: 'nobody' }, zone)).toBe('A relay was tried Wed 2 Dec 14:30: nobody could be found.');
  });

  it('says who stopped it', () => {
    expect(stoppedSentence({ by: 'Ruth Adeyemi', at }, zone)).toBe('Stopped by Ruth Adeyemi, Wed 2 Dec 14:30. Nothing is tried until somebody lets it go on.');
  });
});
