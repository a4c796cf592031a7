import { interpretersSearch, messagesSearch, outboxFilterOf, patientsSearch } from './list-search';

it('takes from an address what a list can show, and leaves what somebody mended by hand', () => {
  expect(patientsSearch({ language: 'apd', need: 'unknown', contact: 'none' })).toEqual({ language: 'apd', need: 'unknown', contact: 'none' });
  expect(patientsSearch({ language: '<b>', need: 'perhaps', contact: 7 })).toEqual({});
  expect(interpretersSearch({ language: 'prs', credentials: 'lapsed', active: 'all' })).toEqual({ language: 'prs', credentials: 'lapsed', active: 'all' });
  expect(interpretersSearch({ credentials: 'all', active: 'yes' })).toEqual({});
});

it('shows of the messages what is planned, unless the address says otherwise', () => {
  expect(outboxFilterOf(messagesSearch({ tab: 'outbox' }))).toEqual({ show: 'planned' });
  expect(outboxFilterOf(messagesSearch({ tab: 'outbox', show: 'delivered', channel: 'sms' }))).toEqual({ show: 'delivered', channel: 'sms' });
});

it('asks for no channel of what is only planned: it is chosen when it leaves', () => {
  expect(outboxFilterOf(messagesSearch({ show: 'paused', channel: 'sms' }))).toEqual({ show: 'paused' });
});
