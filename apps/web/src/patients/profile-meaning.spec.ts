import type { Variety } from '@dragoman/contracts';
import { emptyPatient, type PatientValues } from './patient-values';
import { meaningOf } from './profile-meaning';

const names: Record<string, string> = { apd: 'Sudanese Arabic', arb: 'Standard Arabic', rhg: 'Rohingya' };
const find = (id: string): Variety | undefined =>
  names[id] === undefined
    ? undefined
    : {
        id,
        name: names[id],
        autonym: null,
        otherNames: [],
        namesToAvoid: null,
        kind: 'spoken',
        bookable: id !== 'arb',
        direction: 'rtl',
        literacyNote: null,
        triage: null,
        hasText: id !== 'rhg',
      };

const language = (varietyId: string, role: 'speaks' | 'reads') => ({ varietyId, role, enoughForDoctor: true, learntHow: 'self' as const });
const sentences = (part: Partial<PatientValues>, hasPageCode = false) =>
  meaningOf({ ...emptyPatient('Amna'), ...part }, find, hasPageCode).map(({ sentence }) => sentence);

describe('what a communication profile makes us do', () => {
  it('says who is asked, and that a required wish is a rule', () => {
    const said = sentences({ languages: [language('apd', 'speaks')], genderWish: { gender: 'woman', strength: 'required' } });
    expect(said[0]).toBe('Interpreters of Sudanese Arabic are asked, women only.');
  });

  it('never promises a message in a language the patient does not read', () => {
    const channels = [{ channel: 'sms' as const, address: '07700', safety: 'private' as const, isConfirmed: true }];
    expect(sentences({ channels, languages: [language('apd', 'speaks')] })[1]).toMatch(/No text is sent/);
    expect(sentences({ channels, languages: [language('rhg', 'reads')] })[1]).toMatch(/No text is sent/);
    expect(sentences({ channels, languages: [language('arb', 'reads')] })[1]).toBe('Text message in Standard Arabic.');
  });

  it('says that a number nobody confirmed counts as shared', () => {
    const channels = [{ channel: 'sms' as const, address: '07700', safety: 'private' as const, isConfirmed: false }];
    expect(sentences({ channels, languages: [language('arb', 'reads')] })[1]).toBe(
      'Text message in Standard Arabic, naming no clinic, person or language until the number is confirmed.',
    );
  });

  it('says that a supporter is told in their place where they wish it so', () => {
    expect(sentences({ formats: ['supporter', 'sms'] })[1]).toBe('Their supporter is told, where the patient has agreed to one; else the desk is asked to call.');
    expect(sentences({ formats: ['letter'] })[1]).toBe('No text is sent: the desk is asked for a letter.');
    const post = { lines: ['1 Quay Street'], country: null, safety: 'unknown' as const };
    expect(sentences({ formats: ['letter'], post })[1]).toContain('A letter waits in the print queue');
    expect(sentences({ formats: ['letter'], post: { ...post, safety: 'unsafe' } })[1]).toBe('No text is sent: the desk is asked for a letter.');
  });

  it('counts a phone nobody asked about as shared, and an unsafe one as none', () => {
    const languages = [language('arb', 'reads')];
    const unknown = sentences({ languages, channels: [{ channel: 'sms', address: '07700', safety: 'unknown' }] });
    expect(unknown[1]).toMatch(/naming no clinic/);
    expect(unknown[2]).toMatch(/no link is sent/);
    expect(sentences({ languages, channels: [{ channel: 'sms', address: '07700', safety: 'unsafe' }] })[1]).toMatch(/Nothing is sent/);
  });
});
