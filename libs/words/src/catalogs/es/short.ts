import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'voy a ir',
  cannotCome: 'no puedo ir',
  callMe: 'llámenme',
  anotherTime: 'otro horario',
  anotherInterpreter: 'otro intérprete',
  wrongLanguage: 'no es mi idioma',
};
export const replies = replyLines('Responda:', answers);
export const where = 'Lugar: {place}{who, select, yes {\nIntérprete: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Su cita: {when}${replies.neutral}`,
    'confirmed.private': `Su cita en {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Recordatorio de su cita: {when}${replies.neutral}`,
    'reminder.private': `Recordatorio de su cita en {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Recibimos su mensaje.',
    'help.private': 'Este mensaje es de {clinic}.{phoned, select, yes {\nTeléfono: {phone}} other {}}',
    'supporter.neutral': 'Cita: {when}',
    'supporter.private': 'Cita de {patient} en {clinic}: {when}\nLugar: {place}',
    'subject.neutral': 'Mensaje',
    'subject.private': 'Su cita: {date}',
    'changed.neutral': 'Su cita cambió de horario. Nuevo horario: {when}',
    'changed.private': `Su cita en {clinic} cambió. Ahora es: {when}\n${where}`,
    'cancelled.neutral': 'Esta cita no se va a realizar: {when}',
    'cancelled.private': 'Su cita en {clinic} no se va a realizar: {when}',
    'interpreterFound.private': 'Habrá intérprete para usted: {interpreter}\nSu cita en {clinic}: {when}',
    'interpreterChanged.private': 'Ahora su intérprete es: {interpreter}\nSu cita en {clinic}: {when}',
    'interpreterLost.private': 'Su intérprete no puede ir. Estamos buscando a otra persona.\nSu cita en {clinic}: {when}',
    'runningLate.neutral': 'Empezará unos {minutes}\u00a0min más tarde: {when}',
    'runningLate.private': 'Su cita en {clinic} empezará unos {minutes}\u00a0min más tarde: {when}',
    'missed.neutral': `No pudimos verle: {when}${replies.afterwards}`,
    'missed.private': `No pudimos verle en {clinic}: {when}\n¿Qué dificultad tuvo para venir? Puede escribirnos.${replies.afterwards}`,
    'preparation.private': 'Antes de su cita en {clinic}, {when}: por favor, traiga sus medicinas y sus papeles médicos.',
    'whichLanguage.private': '¿Qué idioma o lengua habla usted mejor? Por favor, responda con el nombre de ese idioma.',
    'numberCheck.neutral': '¿Este número sigue siendo suyo? Por favor, responda con cualquier palabra.',
    'optedOut.neutral': 'Ya no llegarán más mensajes a este número.',
    'understood.neutral': 'Recibimos su respuesta: {answer}',
    'understood.private': 'Recibimos su respuesta: {answer}\nSu cita en {clinic}: {when}',
  }),
};
