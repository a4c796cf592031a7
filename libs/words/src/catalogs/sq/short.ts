import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'do të vij',
  cannotCome: 'nuk mund të vij',
  callMe: 'më telefononi',
  anotherTime: 'një kohë tjetër',
  anotherInterpreter: 'një përkthyes tjetër',
  wrongLanguage: 'nuk është gjuha ime',
};
export const replies = replyLines('Përgjigjja:', answers);
export const where = 'Vendi: {place}{who, select, yes {\nPërkthimi me gojë: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Takimi juaj: {when}${replies.neutral}`,
    'confirmed.private': `Takimi juaj në {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Ju kujtojmë takimin tuaj: {when}${replies.neutral}`,
    'reminder.private': `Ju kujtojmë takimin tuaj në {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Mesazhi juaj mbërriti.',
    'help.private': 'Ky mesazh është nga {clinic}.{phoned, select, yes {\nTelefon: {phone}} other {}}',
    'supporter.neutral': 'Takimi: {when}',
    'supporter.private': 'Takimi i {patient} në {clinic}: {when}\nVendi: {place}',
    'subject.neutral': 'Mesazh',
    'subject.private': 'Takimi juaj: {date}',
    'changed.neutral': 'Ora e takimit tuaj ndryshoi. Ora e re: {when}',
    'changed.private': `Takimi juaj në {clinic} ndryshoi. Tani është: {when}\n${where}`,
    'cancelled.neutral': 'Ky takim nuk do të mbahet: {when}',
    'cancelled.private': 'Takimi juaj në {clinic} nuk do të mbahet: {when}',
    'interpreterFound.private': 'Me ju do të jetë një përkthyes: {interpreter}\nTakimi juaj në {clinic}: {when}',
    'interpreterChanged.private': 'Do të keni një përkthyes tjetër: {interpreter}\nTakimi juaj në {clinic}: {when}',
    'interpreterLost.private': 'Përkthyesi juaj nuk mund të vijë. Po kërkojmë një tjetër.\nTakimi juaj në {clinic}: {when}',
    'runningLate.neutral': 'Do të fillojë rreth {minutes}\u00a0min më vonë: {when}',
    'runningLate.private': 'Takimi juaj në {clinic} do të fillojë rreth {minutes}\u00a0min më vonë: {when}',
    'missed.neutral': `Nuk ju pamë: {when}${replies.afterwards}`,
    'missed.private': `Nuk ju pamë në {clinic}: {when}\nÇfarë jua vështirësoi ardhjen? Mund të na shkruani.${replies.afterwards}`,
    'preparation.private': 'Para takimit tuaj në {clinic}, {when}: ju lutemi, merrni me vete barnat dhe dokumentet tuaja shëndetësore.',
    'whichLanguage.private': 'Cilën gjuhë e flisni më mirë? Ju lutemi, përgjigjuni me emrin e gjuhës.',
    'numberCheck.neutral': 'A është ende i juaji ky numër? Ju lutemi, përgjigjuni me çfarëdo fjale.',
    'optedOut.neutral': 'Në këtë numër nuk do të vijnë më mesazhe.',
    'understood.neutral': 'Përgjigjja juaj mbërriti: {answer}',
    'understood.private': 'Përgjigjja juaj mbërriti: {answer}\nTakimi juaj në {clinic}: {when}',
  }),
};
