import { allCatalogs } from './catalogs/catalogs';
import { composeHelp } from './compose-help';
import { unreviewed } from './wordbook';

const asked = {
  words: unreviewed, clinicName: 'Eastport Community Trust', clinicPhone: '01632 960 110', channel: 'sms', safety: 'private' } as const;
const shown = (text: string) => text.replace(/[\u2066\u2068\u2069]/g, '');

describe('an answer to HELP', () => {
  it.each(allCatalogs)('says in $englishName who wrote, on a private phone', ({ lang, readers }) => {
    const text = composeHelp({ ...asked, reads: readers });
    expect(text).toMatchObject({ lang, neutral: false, english: expect.stringContaining('This message is from') });
    expect(shown(text?.body ?? '')).toContain('Eastport Community Trust');
    expect(text?.body).toContain('01632 960 110');
  });

  it.each(allCatalogs.flatMap(({ englishName, readers }) => (['sms', 'email'] as const).map((channel) => ({ englishName, readers, channel }))))(
    'reveals nothing in $englishName by $channel where others read it',
    ({ readers, channel, englishName }) => {
      const text = composeHelp({ ...asked, channel, safety: 'unknown', reads: readers });
      expect(text).toMatchObject({ neutral: true, senderName: null });
      expect(`${text?.subject} ${text?.body}`).not.toMatch(/Eastport|01632|clinic|help/i);
      expect(text?.body).not.toContain(englishName);
    },
  );

  it.each(['monitored', 'unsafe'] as const)('is not sent to a %s phone, nor in English to somebody who reads something else', (safety) => {
    expect(composeHelp({ ...asked, safety, reads: ['arb'] })).toBeNull();
    expect(composeHelp({ ...asked, reads: ['rhg'] })).toBeNull();
  });

  it('names no phone that the clinic does not have', () => {
    expect(composeHelp({ ...asked, clinicPhone: null, reads: ['eng'] })?.body).toBe('This message is from Eastport Community Trust.');
  });
});
