import { Interpreter, type InterpreterDescription } from './interpreter.entity';

const described = (more: Partial<InterpreterDescription> = {}): Interpreter => {
  const interpreter = new Interpreter();
  interpreter.describe({
    displayName: ' Hiba Elamin ',
    gender: 'woman',
    phone: '07700 900111',
    email: 'Hiba@Interpreters.example',
    zone: 'Europe/London',
    home: { latitude: 51.51, longitude: -0.11 },
    radiusKm: 20,
    transport: 'public',
    modalities: ['phone', 'video', 'phone'],
    hourlyRate: 3800,
    ...more,
  });
  return interpreter;
};

describe('an interpreter', () => {
  it('is reached at one spelling of number and address', () => {
    expect(described()).toMatchObject({
      displayName: 'Hiba Elamin',
      phone: '+447700900111',
      email: 'hiba@interpreters.example',
      modalities: ['phone', 'video'],
    });
  });

  it('stays where they live when no home is given', () => {
    const interpreter = described();
    interpreter.describe({ ...described(), home: undefined });
    expect(interpreter).toMatchObject({ latitude: 51.51, longitude: -0.11 });
  });

  it.each([
    [{ phone: '020 7946 0123' }, 'landline'],
    [{ phone: 'none' }, 'not-a-phone-number'],
    [{ email: 'hiba' }, 'not-an-email-address'],
    [{ zone: 'Europe/Atlantis' }, 'unknown-zone'],
  ])('is refused with %j', (more, code) => {
    expect(() => described(more)).toThrow(expect.objectContaining({ code }));
  });
});
