import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'es-MX', name: 'Polly.Mia' },
  speakers: ['spa'],
  when: '{weekday}, día {day} del mes {month}, hora {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'Hola. Su cita: {when}.',
    'confirmed.private': 'Hola. Su cita en {clinic}: {when}. El lugar: {place}. {who, select, yes {El nombre del intérprete: {interpreter}.} other {}}',
    'reminder.neutral': 'Hola. Un recordatorio de su cita: {when}.',
    'reminder.private': 'Hola. Un recordatorio de su cita en {clinic}: {when}. El lugar: {place}. {who, select, yes {El nombre del intérprete: {interpreter}.} other {}}',
    'changed.neutral': 'Hola. Su cita tiene un nuevo horario: {when}.',
    'changed.private': 'Hola. Su cita en {clinic} tiene un nuevo horario: {when}. El lugar: {place}.',
    'cancelled.neutral': 'Hola. Esta cita no se va a realizar: {when}.',
    'cancelled.private': 'Hola. Su cita en {clinic} no se va a realizar: {when}.',
    press: 'Para decir: {answer}, marque {digit}.',
    noMoreCalls: 'Para no recibir más llamadas, marque {digit}.',
    thanks: 'Gracias. Adiós.',
  }),
};
