/** What every screen says; each has a catalog of its own beside this one. What is about one job comes from the server as a sentence. */
export const words = {
  app: 'Dragoman',
  screens: { offers: 'Offers', jobs: 'My jobs', week: 'My week', me: 'Me' },
  back: 'Back',
  close: 'Close',
  again: 'Try again',
  notSaved: 'That was not saved',
  notKnown: 'It is not known whether that was done',
  keep: 'Keep it',
  loading: 'Loading',
  newer: { ready: 'A newer version is ready.', take: 'Use it now' },
  network: {
    none: 'No network',
    asOf: (time: string) => `As of ${time}, no network`,
    saved: 'Saved on this phone',
    waiting: (taps: number) => (taps === 1 ? 'One thing you tapped waits for network.' : `${taps} things you tapped wait for network.`),
    waits: 'waits for network',
    sending: 'being sent',
    firstTime: 'There is no network, and nothing is kept on this phone yet. Connect once and it is.',
    refused: 'You have no network. This is not saved until the clinic’s system has said so: connect and press again.',
  },
  broken: { title: 'This could not be shown', safe: 'Nothing was changed.', screen: 'This screen could not be loaded. Connect and try again.' },
} as const;
