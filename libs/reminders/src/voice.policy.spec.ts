import type { ProfileLanguage } from '@dragoman/patients';
import { voiceFor } from './voice.policy';

const speaks = (varietyId: string, changes: Partial<ProfileLanguage> = {}): ProfileLanguage =>
  ({ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self', rank: 0, ...changes });
const reads = (varietyId: string): ProfileLanguage => speaks(varietyId, { role: 'reads', rank: 5 });
const sudanese = { varietyId: 'apd', varietyName: 'Sudanese Arabic' };

it.each([
  ['who speaks Sudanese Arabic and reads Arabic hears the voice that reads Arabic', [speaks('apd'), reads('arb')], [], { kind: 'say', language: 'ar' }],
  ['who speaks Sudanese Arabic and reads nothing hears nobody’s standard Arabic', [speaks('apd')], [], null],
  ['who speaks Sudanese Arabic hears the recordings of it before anything else', [speaks('apd'), reads('arb')], [sudanese], { kind: 'recorded', ...sudanese, orSay: 'ar' }],
  ['who speaks Syrian Arabic does not hear the recordings in Sudanese', [speaks('apc')], [sudanese], null],
  ['who speaks Ukrainian and reads Russian hears Ukrainian', [speaks('ukr'), reads('rus')], [], { kind: 'say', language: 'uk' }],
  ['who speaks Cantonese and reads Chinese is not called in Mandarin', [speaks('yue'), reads('zho:hans')], [], null],
  ['who speaks Mandarin hears it, whichever characters they read', [speaks('cmn'), reads('zho:hant')], [], { kind: 'say', language: 'zh-Hans' }],
  ['who reads Tigrinya hears no machine', [speaks('tir'), reads('tir')], [], null],
  ['who has a little English by a relative’s word hears no English', [speaks('som'), speaks('eng', { rank: 1, learntHow: 'relative' })], [], null],
  ['who said themselves that their English is enough hears English', [speaks('som'), speaks('eng', { rank: 1 })], [], { kind: 'say', language: 'en' }],
  ['who signs is not called', [speaks('bfi', { role: 'signs' })], [], null],
] as const)('%s', (_, languages, recorded, voice) => {
  expect(voiceFor({ languages: [...languages] }, recorded)).toEqual(voice);
});
