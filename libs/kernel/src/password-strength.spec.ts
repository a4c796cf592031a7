import { passwordStrength } from './password-strength';

describe('a password', () => {
  it.each(['', 'hunter2', 'elevenchars'])('%j is too short', (password) => {
    expect(passwordStrength(password)).toBe('short');
  });

  it.each(['password1234', 'P@ssw0rd1234', '123456789012', 'aaaaaaaaaaaaaa', 'qwertyuiop12', 'Summer2026!!', 'abcabcabcabc', 'Clinic-Monday1', 'iloveyou1234'])(
    '%s is among the first that anybody tries',
    (password) => {
      expect(passwordStrength(password)).toBe('guessed');
    },
  );

  it('that is made of the name or the address is among the first that anybody tries', () => {
    expect(passwordStrength('RuthAdeyemi1985', ['Ruth Adeyemi', 'ruth@clinic.example'])).toBe('guessed');
    expect(passwordStrength('RuthAdeyemi1985')).not.toBe('guessed');
  });

  it.each(['tin lemon gate', 'Vk7pRz2mWq9t'])('%s will do', (password) => {
    expect(passwordStrength(password)).not.toBe('guessed');
    expect(passwordStrength(password)).not.toBe('short');
  });

  it.each(['correct horse battery', 'the lamp behind our piano'])('%s is strong', (password) => {
    expect(passwordStrength(password)).toBe('strong');
  });
});
