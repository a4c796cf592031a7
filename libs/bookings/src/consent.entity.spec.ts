import { counts, LanguageConsent } from './consent.entity';

const now = new Date('2026-11-24T09:42:00Z');
const booking = { varietyId: 'apc', topic: 'general' } as const;
const aConsent = (part: Partial<LanguageConsent> = {}): LanguageConsent =>
  Object.assign(new LanguageConsent(), {
    varietyId: 'apc', interpreterVariety: 'arz', topic: 'general', level: 'close_consent',
    agreedBy: null, agreedAt: null, ended: null, endedBy: null, endedAt: null,
  }, part);

describe('a consent', () => {
  it('to a close variety counts by the patient’s word alone', () => {
    expect(counts(aConsent(), booking)).toBe(true);
  });

  it('to a last resort counts only once a coordinator agreed too', () => {
    const consent = aConsent({ level: 'last_resort' });
    expect(counts(consent, booking)).toBe(false);
    expect(consent.agree('b', now)).toBe(true);
    expect(counts(consent, booking)).toBe(true);
    expect(consent.agree('c', now)).toBe(false);
    expect(consent.agreedBy).toBe('b');
  });

  it('does not outlive a changed language or topic, nor a blank', () => {
    expect(counts(aConsent(), { ...booking, varietyId: 'acm' })).toBe(false);
    expect(counts(aConsent(), { ...booking, topic: 'safeguarding' })).toBe(false);
    expect(counts(aConsent(), { ...booking, topic: null })).toBe(false);
  });

  it('taken back counts no more, cannot be agreed to, and is taken back once', () => {
    const consent = aConsent({ level: 'last_resort' });
    expect(consent.end('withdrawn', 'a', now)).toBe(true);
    expect(consent.end('not-agreed', 'b', now)).toBe(false);
    expect(consent.ended).toBe('withdrawn');
    const close = aConsent();
    close.end('withdrawn', 'a', now);
    expect(counts(close, booking)).toBe(false);
    expect(() => consent.agree('b', now)).toThrow(expect.objectContaining({ code: 'consent-ended' }));
  });

  it('to a close variety needs no coordinator', () => {
    expect(() => aConsent().agree('b', now)).toThrow(expect.objectContaining({ code: 'agreement-not-needed' }));
  });
});
