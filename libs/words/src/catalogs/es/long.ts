import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Usted tiene una cita en {clinic}.\nCuándo: {when}\n${where}${replies.private}`,
  reminder: `Le recordamos su cita en {clinic}.\nCuándo: {when}\n${where}${replies.private}`,
  answerByPhone: 'Para responder, llame al: {phone}',
  changed: `Su cita en {clinic} cambió.\nNuevo horario: {when}\n${where}`,
  cancelled: 'Su cita en {clinic} no se va a realizar: {when}\nNo tiene que venir. Para pedir otra cita, por favor llámenos.{phoned, select, yes {\nTeléfono: {phone}} other {}}',
  interpreterFound: 'Ya hay intérprete para su cita en {clinic}.\nIntérprete: {interpreter}\nCuándo: {when}',
  interpreterChanged: 'En su cita en {clinic} habrá otro intérprete.\nIntérprete: {interpreter}\nCuándo: {when}',
  interpreterLost: 'El intérprete de su cita en {clinic} no puede ir. Estamos buscando a otra persona y le avisaremos.\nCuándo: {when}',
  missed: 'No pudimos verle en {clinic}: {when}\nQuisiéramos saber qué dificultad tuvo para venir, para poder ayudarle. Llámenos y buscaremos otro horario.{phoned, select, yes {\nTeléfono: {phone}} other {}}',
  preparation: 'Antes de su cita en {clinic}: {when}\nPor favor, traiga sus medicinas y sus papeles médicos.',
  rights: 'Usted tiene derecho a un intérprete. No le cuesta nada. El intérprete no le cuenta a nadie lo que oye. Puede pedir otro sin decir por qué.',
  assurance: 'El servicio de intérprete es gratis y confidencial. Puede pedir otro intérprete.',
  interpreterJoins: '{modality, select, video {Su intérprete estará por video.} phone {Su intérprete estará por teléfono.} other {Su intérprete estará allí con usted.}}',
  callUs: 'Llámenos: {phone}',
});
