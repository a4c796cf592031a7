import type { Topic } from '@dragoman/contracts';

/** In the words of a desk; the order is the one of the list to choose from. */
export const topicWords: Record<Topic, string> = {
  general: 'A routine visit',
  maternity: 'Pregnancy or a baby',
  'test-results': 'Test results',
  'serious-news': 'Serious news',
  'sexual-health': 'Sexual health',
  'mental-health': 'Mental health',
  safeguarding: 'Safety or abuse',
  'consent-to-treatment': 'Agreeing to a treatment',
};

export const topicChoices = (Object.entries(topicWords) as [Topic, string][]).map(([value, label]) => ({ value, label }));
