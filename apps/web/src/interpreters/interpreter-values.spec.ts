import { checkInterpreter, copiedToWorkdays, emptyInterpreter, inputOf } from './interpreter-values';

const aForm = () => ({
  ...emptyInterpreter('Europe/London'),
  displayName: 'Hiba Elamin',
  phone: '07700 900 101',
  email: 'hiba@example.org',
  home: '51.5463, -0.0554',
  skills: [{ varietyId: 'apd', credential: ' ', credentialExpiresOn: null }],
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
