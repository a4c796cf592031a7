/** Lists that people open all day, as their screens ask for them. `grows`: by pages, among ten times the rows. */
export const lists = [
  { name: 'today', path: '/api/today', grows: false },
  { name: 'board', path: '/api/board?date=2026-11-24', grows: false },
  { name: 'patients', path: '/api/patients', grows: true },
  { name: 'interpreters', path: '/api/interpreters?active=yes', grows: true },
  { name: 'outbox', path: '/api/messages/outbox?show=left', grows: true },
  { name: 'inbox', path: '/api/messages/inbox', grows: true },
] as const;

export type ListName = (typeof lists)[number]['name'];

export const COOKIE = 'dragoman=bench-views';
/** Of the link to a patient's page. */
export const PATIENT_TOKEN = 'bench-views-of-a-page0';
export const NOW = new Date('2026-11-24T10:00:00Z');
