/** What the door says. */
export const signInWords = {
  title: 'Sign in',
  lead: 'For interpreters. We send a code to the number or mail address that the clinic has of you.',
  to: 'Your mobile number or email',
  send: 'Send me a code',
  sms: 'We sent a text, if this number is known to us.',
  email: 'We sent a mail, if this address is known to us.',
  minutes: (minutes: number) => `The code works for ${minutes} minutes.`,
  code: 'The six digits',
  enter: 'Sign in',
  other: 'Use another number or address',
  anew: 'Send another code',
  ended: 'You were signed out. Sign in again to go on; what you tapped is kept.',
  wrong: 'Write the number or address first.',
  sixDigits: 'The code has six digits.',
} as const;
