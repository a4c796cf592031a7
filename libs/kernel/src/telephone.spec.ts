import { telephone } from './telephone';

describe('a phone number', () => {
  it('is kept the way carriers write it, however the desk wrote it', () => {
    for (const written of ['07911 123456', '+44 7911 123456', '0044 7911-123456', '(07911) 123456'])
      expect(telephone(written)).toEqual({ number: '+447911123456', line: 'mobile' });
  });

  it('keeps its own country when it begins with +', () => {
    expect(telephone('+249 912 345 678')).toEqual({ number: '+249912345678', line: 'mobile' });
  });

  it('is known as a landline where the numbering tells', () => {
    expect(telephone('020 7946 0123').line).toBe('landline');
    expect(telephone('0303 123 4567').line).toBe('other');
  });

  it('takes North American numbers for mobiles, since nobody can tell', () => {
    expect(telephone('+1 212 555 0123').line).toBe('mobile');
  });

  it('accepts the numbers reserved for fiction, which demonstrations use', () => {
    expect(telephone('07700 900482')).toEqual({ number: '+447700900482', line: 'mobile' });
  });

  it.each(['', 'Amna', '0776 123', '+44 7911', '07700 910482'])('refuses "%s" without repeating it', (written) => {
    expect(() => telephone(written)).toThrow('This is not a phone number.');
  });
});
