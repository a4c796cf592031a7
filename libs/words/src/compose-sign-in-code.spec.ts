import { composeSignInCode } from './compose-sign-in-code';
import { partsOf } from './segments';

const facts = { code: '042917', minutes: 10, host: 'go.messages.example' };

it('ends a text with the line by which phones fill a code in, in two parts at most', () => {
  const { body } = composeSignInCode('sms', facts);
  expect(body.split('\n').at(-1)).toBe('@go.messages.example #042917');
  expect(body).toContain('042917 is your code');
  expect(body).toContain('10 minutes');
  expect(partsOf(body)).toBeLessThanOrEqual(2);
});

it('says the code in a mail, and keeps it out of the subject that a locked screen shows', () => {
  const { subject, body, html } = composeSignInCode('email', facts);
  expect(subject).toBe('Your sign-in code');
  expect(body).toContain('042917');
  expect(html).toContain('042917');
});
