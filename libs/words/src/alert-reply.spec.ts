import { readAlertReply } from './alert-reply';

describe('an answer to an alert', () => {
  it.each(['OK 4821', 'ok4821', '4821', '4821 ok', 'Seen 4821.', 'Okay 4821!', 'OK ٤٨٢١'])('%s is its code', (text) => {
    expect(readAlertReply(text)).toBe('4821');
  });

  it.each(['OK', 'no 4821', 'OK 482', 'OK 48215', 'OK 4821?', 'I am at 4821 Mill Lane', ''])('%s is none', (text) => {
    expect(readAlertReply(text)).toBeNull();
  });
});
