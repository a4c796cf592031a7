/** What an appointment is about, as widely as that says who can interpret; left blank says nothing. */
const words: Readonly<Record<string, string>> = {
  general: 'General health',
  'test-results': 'Test results',
  maternity: 'Maternity',
  'sexual-health': 'Sexual health',
  'mental-health': 'Mental health',
  safeguarding: 'Safeguarding',
  'consent-to-treatment': 'Consent to treatment',
  'serious-news': 'Serious news',
};

export const topicWords = (topic: string | null): string => (topic === null ? 'Health, not said what; it may be sensitive' : (words[topic] ?? 'Health'));
