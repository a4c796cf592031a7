/** What an appointment is about, as far as it decides who may interpret; the words of the purpose stay with the clinic. */
export const topics = [
  'general',
  'test-results',
  'maternity',
  'sexual-health',
  'mental-health',
  'safeguarding',
  'consent-to-treatment',
  'serious-news',
] as const;
export type Topic = (typeof topics)[number];

export const isTopic = (text: string): text is Topic => topics.some((topic) => topic === text);

/** Where half-understanding harms: a last resort never serves for these, nor for a topic left blank. */
export const neverByLastResort: readonly Topic[] = ['consent-to-treatment', 'safeguarding', 'mental-health'];
