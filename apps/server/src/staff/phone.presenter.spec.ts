import type { SimulatedMessage } from '@dragoman/messaging';
import { presentPhones } from './phone.presenter';

const message = (more: Partial<SimulatedMessage>): SimulatedMessage => ({
  id: 'm',
  channel: 'sms',
  address: '+447700900482',
  direction: 'out',
  from: '70007',
  subject: null,
  body: 'موعدك',
  lang: 'ar',
  dir: 'rtl',
  at: new Date('2026-11-24T10:00:00Z'),
  recipientKind: 'patient',
  recipientName: 'Amna Idris Osman',
  ...more,
});

it('groups messages by phone, whoever heard last first, and the oldest message of each phone first', () => {
  const { phones } = presentPhones([
    message({ id: '3', direction: 'in', recipientKind: null, recipientName: null, body: '1' }),
    message({ id: '2', channel: 'email', address: 'hiba@example.org', recipientKind: 'interpreter', recipientName: 'Hiba Elamin' }),
    message({ id: '1' }),
  ], 'receptionist');
  expect(phones.map(({ id, owner, ownerKind }) => [id, owner, ownerKind])).toEqual([
    ['sms:+447700900482', 'Amna Idris Osman', 'patient'],
    ['email:hiba@example.org', 'Hiba Elamin', 'interpreter'],
  ]);
  expect(phones[0]?.messages.map(({ id }) => id)).toEqual(['1', '3']);
});

it('names everybody who shares a phone', () => {
  const { phones } = presentPhones([message({ id: '2', recipientName: 'Hassan Osman' }), message({ id: '1' })], 'receptionist');
  expect(phones.map(({ owner }) => owner)).toEqual(['Amna Idris Osman, Hassan Osman']);
});

it('shows the link of an invitation only to who may invite, and every other link to everybody', () => {
  const body = 'https://go.example/join/abcdefghijklmnopqrstuv https://go.example/n/abcdefghijklmnopqrstuv';
  const seenBy = (role: 'receptionist' | 'administrator') => presentPhones([message({ recipientKind: 'staff', body })], role).phones[0]?.messages[0]?.body;
  expect(seenBy('administrator')).toBe(body);
  expect(seenBy('receptionist')).toBe('https://go.example/join/… https://go.example/n/abcdefghijklmnopqrstuv');
});
