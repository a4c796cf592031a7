import { checkInterpreter, copiedToWorkdays, emptyInterpreter, emptySkill, inputOf, valuesOf } from './interpreter-values';

const aForm = () => ({
  ...emptyInterpreter('Europe/London'),
  displayName: 'Hiba Elamin',
  phone: '07700 900 101',
  email: 'hiba@example.org',
  home: '51.5463, -0.0554',
  skills: [{ ...emptySkill('apd'), credential: ' ' }],
});

describe('an interpreter as typed', () => {
  it('is complete with name, contact, home and one language; the rate is in pence', () => {
    expect(checkInterpreter(aForm(), { isNew: true })).toEqual({});
    expect(inputOf(aForm())).toMatchObject({
      hourlyRate: 3800,
      home: { latitude: 51.5463, longitude: -0.0554 },
      skills: [{ varietyId: 'apd', credential: null }],
    });
  });

  it('needs a home point at first and keeps it later when the field is left empty', () => {
    const form = { ...aForm(), home: '' };
    expect(Object.keys(checkInterpreter(form, { isNew: true }))).toEqual(['home']);
    expect(checkInterpreter(form, { isNew: false })).toEqual({});
    expect(inputOf(form)).not.toHaveProperty('home');
  });

  it('refuses hours that end before they begin', () => {
    const form = { ...aForm(), hours: [{ weekday: 1, from: '17:00', to: '09:00' }] };
    expect(Object.keys(checkInterpreter(form, { isNew: true }))).toEqual(['hours.0.to']);
  });

  it('says nothing of a credential that has no name', () => {
    const typed = { ...emptySkill('apd'), credentialExpiresOn: '2027-05-01', credentialBody: 'CIOL', scope: ['health' as const] };
    const skillsWith = (credential: string) => inputOf({ ...aForm(), skills: [{ ...typed, credential }] }).skills[0];
    expect(skillsWith('')).toMatchObject({ credential: null, credentialExpiresOn: null, credentialBody: null, scope: [] });
    expect(skillsWith(' DPSI ')).toMatchObject({ credential: 'DPSI', credentialExpiresOn: '2027-05-01', credentialBody: 'CIOL', credentialLevel: null });
  });

  it('takes a daily limit in hours, and an exception of one day without its end', () => {
    const exception = { kind: 'away' as const, fromDate: '2026-12-24', toDate: null, isWhole: true, from: '09:00', to: null };
    const input = inputOf({ ...aForm(), dailyHours: 4.5, exceptions: [exception] });
    expect(input).toMatchObject({ dailyCapMinutes: 270, exceptions: [{ fromDate: '2026-12-24', toDate: '2026-12-24', from: null, to: null }] });
    expect(inputOf(aForm()).dailyCapMinutes).toBeNull();
    expect(checkInterpreter({ ...aForm(), dailyHours: 30 }, { isNew: true })).toEqual({ dailyHours: expect.stringContaining('24 hours') });
  });

  it('asks for what an exception lacks', () => {
    const extra = { kind: 'extra' as const, fromDate: null, toDate: null, isWhole: false, from: null, to: '12:00' };
    expect(checkInterpreter({ ...aForm(), exceptions: [extra] }, { isNew: true })).toMatchObject({
      'exceptions.0.fromDate': 'Choose a day.',
      'exceptions.0.from': 'From when?',
    });
  });

  it('comes back from the server as it was typed', () => {
    const { home: _, ...input } = inputOf({ ...aForm(), organisationHours: [], dailyHours: 6 });
    const saved = { ...input, id: 'hiba', active: true, skills: input.skills.map((skill) => ({ ...skill, name: 'Sudanese Arabic' })) };
    expect(valuesOf(saved as Parameters<typeof valuesOf>[0])).toMatchObject({ organisationHours: [], dailyHours: 6, ratePounds: 38, skills: [emptySkill('apd')] });
  });

  it('copies one day to the workdays and leaves the weekend alone', () => {
    const hours = [
      { weekday: 1, from: '10:00', to: '12:00' },
      { weekday: 3, from: '09:00', to: '17:00' },
      { weekday: 6, from: '09:00', to: '11:00' },
    ];
    const copied = copiedToWorkdays(hours, 1);
    expect(copied.filter(({ weekday }) => weekday === 3)).toEqual([{ weekday: 3, from: '10:00', to: '12:00' }]);
    expect(copied.filter(({ weekday }) => weekday === 6)).toHaveLength(1);
    expect(copied).toHaveLength(6);
  });
});
