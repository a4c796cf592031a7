import type { AlertView } from '@dragoman/contracts';
import { aboutBooking, whatBecameOf } from './alert-words';

const alert: AlertView = {
  id: 'a', kind: 'unfilled', state: 'open', sentence: 'Nobody is booked yet.',
  booking: { id: 'b', reference: 'D-20418', startsAt: '2026-12-03T14:30:00Z', zone: 'Europe/London', language: 'Sudanese Arabic', site: 'Riverside' },
  raisedAt: '2026-12-01T14:30:00Z', dueAt: '2026-12-01T15:30:00Z', notices: 2, acknowledged: null, settled: null,
};
const words = (changes: Partial<AlertView>, hasContacts = true) => whatBecameOf({ ...alert, ...changes }, { zone: 'Europe/London', today: '2026-12-01', hasContacts });
const acknowledged = { by: 'Ruth Adeyemi', at: '2026-12-01T14:40:00Z', isByLink: false };

describe('an alert', () => {
  it('says which appointment it is about, by the clock of the place', () => {
    expect(aboutBooking(alert)).toBe('Sudanese Arabic, Thu 3 Dec 14:30, Riverside');
  });

  it('says how often it was sent, and that nobody sees to it yet', () => {
    expect(words({})).toBe('Since 14:30, sent 2 times. Nobody has said yet that they are seeing to it.');
    expect(words({ notices: 1 })).toContain('sent once');
  });

  it('says that it reached nobody where nobody is named', () => {
    expect(words({ notices: 0 }, false)).toBe('Since 14:30. It was sent to nobody: name who is on duty under Settings.');
  });

  it('says who sees to it, and since when', () => {
    expect(words({ acknowledged })).toBe('Ruth Adeyemi has been seeing to it since 14:40.');
    expect(words({ acknowledged: { ...acknowledged, isByLink: true } })).toContain('by the link they were sent');
  });

  it('says why it ended by itself', () => {
    expect(words({ acknowledged, settled: { at: '2026-12-02T09:00:00Z', because: 'filled' } })).toBe(
      'Ended Wed 2 Dec 09:00: somebody was booked. Ruth Adeyemi saw it at 14:40.',
    );
  });
});
