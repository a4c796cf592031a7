import { type ContactSafety, noInterpreterWishes, type PatientInput } from '@dragoman/patients';
import { demand } from './demand';
import { Dice } from './dice';
import type { NameBook } from './names';

type Channels = PatientInput['channels'];
type Languages = PatientInput['languages'];

const phoneOf = (turn: number): string => `07700 900${String(200 + turn)}`;

export const speaks = (varietyId: string, enoughForDoctor = true): Languages[number] => ({
  varietyId,
  role: varietyId === 'bfi' ? 'signs' : 'speaks',
  enoughForDoctor,
  learntHow: 'self',
});

export const readsOnly = (varietyId: string): Languages[number] => ({
  varietyId,
  role: 'reads',
  enoughForDoctor: false,
  learntHow: 'self',
});

export const sms = (turn: number, safety: ContactSafety = 'private'): Channels[number] => ({
  channel: 'sms',
  address: phoneOf(turn),
  safety,
  // Every eighth number has not been confirmed yet.
  isConfirmed: turn % 8 !== 3,
  voicemail: turn % 3 === 0 ? turn % 2 === 0 : null,
});

/** How people can be reached: most by a phone of their own, some by one that others read, a few not at all. */
const channelsOf = (turn: number, name: string): Channels => {
  const email = `${name.normalize('NFKD').replace(/[^a-zA-Z]/g, '').toLowerCase()}@mail.example`;
  const ways: readonly Channels[] = [
    [sms(turn)],
    [sms(turn)],
    [sms(turn, 'shared')],
    [sms(turn)],
    [{ channel: 'email', address: email, safety: 'private' }],
    [sms(turn, 'unknown')],
    [sms(turn)],
    [{ channel: 'voice', address: phoneOf(turn), safety: 'private', isConfirmed: true }],
    [sms(turn)],
    [sms(turn, 'monitored')],
    [sms(turn), { channel: 'email', address: email, safety: 'private' }],
    [sms(turn)],
    [sms(turn, 'unsafe'), { channel: 'email', address: email, safety: 'private' }],
  ];
  return Dice.turn(ways, turn);
};

/** Where some of those who wish letters live; of every second one nobody has asked who opens the post. */
const addressOf = (turn: number): NonNullable<PatientInput['post']> => ({
  lines: [`${turn} Mill Lane`, 'London N1 1AA'],
  country: null,
  safety: turn % 2 === 0 ? 'private' : 'unknown',
});

const wishOf = (gender: 'woman' | 'man', turn: number): PatientInput['genderWish'] => {
  if (gender === 'woman' && turn % 5 === 0) return { gender, strength: 'required' };
  return turn % 7 === 3 ? { gender, strength: 'preferred' } : null;
};

const plain: Pick<PatientInput, 'needsInterpreter' | 'genderWish' | 'interpreterWishes' | 'safeHours' | 'dawnClock' | 'pageCode' | 'unidentified'> = {
  needsInterpreter: 'yes',
  genderWish: null,
  interpreterWishes: noInterpreterWishes,
  safeHours: null,
  dawnClock: false,
  unidentified: null,
  pageCode: null,
};

const recordNumber = (clinic: number, turn: number): string => `${clinic === 0 ? 'RV' : 'NG'}-${4100 + turn * 7}`;

/** The registered patients of a clinic; numbers of phones go on where `firstTurn` says. */
export const demoPatients = (names: NameBook, clinic: 0 | 1, firstTurn: number): PatientInput[] =>
  demand
    .flatMap((one) => Array.from({ length: one.patients[clinic] }, (_, place) => ({ ...one, place })))
    .map(({ variety, names: pool, reads, place }, index) => {
      const turn = firstTurn + index;
      const { full, gender } = names.next({ pool, of: 'patient' });
      return {
        ...plain,
        name: full,
        recordNumber: recordNumber(clinic, turn),
        needsInterpreter: turn % 23 === 11 ? 'unknown' : 'yes',
        languages: [speaks(variety), ...Dice.turn(reads, place + clinic).map(readsOnly)],
        channels: channelsOf(turn, full),
        genderWish: wishOf(gender, turn),
        safeHours: turn % 11 === 4 ? { from: '10:00', to: '15:00' } : null,
        formats: turn % 19 === 6 ? ['large-print', 'sms'] : [],
        post: turn % 19 === 6 ? addressOf(turn) : null,
        daysToAvoid: { weekdays: turn % 17 === 5 ? [5] : [], spans: [] },
        dawnClock: ['tir:er', 'amh'].includes(variety) && place % 2 === 0,
        pageCode: turn % 13 === 2 ? '4711' : null,
      };
    });

/** People whose stories a demonstration tells; by name, so that the stories find them. */
export const storyPatients = {
  hiba: { ...plain, name: 'Hiba Elamin', recordNumber: 'RV-1001', languages: [speaks('apd'), readsOnly('arb')], channels: [sms(0)], genderWish: { gender: 'woman', strength: 'required' } },
  selam: { ...plain, name: 'Selam Tekeste', recordNumber: 'RV-1002', languages: [speaks('tir:er'), readsOnly('tir:er')], channels: [sms(1)], dawnClock: true },
  farida: { ...plain, name: 'Farida Sharifi', recordNumber: 'RV-1003', languages: [speaks('prs'), readsOnly('prs')], channels: [sms(2, 'shared')], pageCode: '4711' },
  nur: { ...plain, name: 'Nur Alam', recordNumber: 'RV-1004', languages: [speaks('rhg')], channels: [{ channel: 'voice', address: phoneOf(3), safety: 'private', isConfirmed: true }] },
  sahra: { ...plain, name: 'Sahra Duale', recordNumber: 'RV-1005', languages: [speaks('som'), readsOnly('som')], channels: [sms(4)] },
  rebin: { ...plain, name: 'Rebin Rasul', recordNumber: 'RV-1006', languages: [speaks('ckb'), readsOnly('ckb')], channels: [sms(5)] },
  rima: { ...plain, name: 'Rima Sabbagh', recordNumber: 'RV-1008', languages: [speaks('apc'), readsOnly('arb')], channels: [sms(7)] },
  // The simulator takes messages to this number and reports later that they never arrived.
  samer: { ...plain, name: 'Samer Issa', recordNumber: 'RV-1009', languages: [speaks('apc'), readsOnly('arb')], channels: [{ channel: 'sms', address: '07700 900999', safety: 'private', isConfirmed: true }] },
  olena: { ...plain, name: 'Olena Kravets', recordNumber: 'RV-1007', languages: [speaks('ukr'), readsOnly('ukr')], channels: [sms(6)] },
  // Nobody at the desk knows their language yet, so that finding it is a task.
  yohannes: { ...plain, name: 'Yohannes Adem', recordNumber: 'RV-1010', languages: [], channels: [sms(8)], unidentified: { country: 'ER', hint: 'Keren' } },
} as const satisfies Record<string, PatientInput>;

export type StoryPatient = keyof typeof storyPatients;
