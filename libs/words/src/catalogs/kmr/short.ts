import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'ez ê bêm',
  cannotCome: 'ez nikarim bêm',
  callMe: 'telefonî min bikin',
  anotherTime: 'demeke din',
  anotherInterpreter: 'wergêrekî din',
  wrongLanguage: 'ne zimanê min e',
};
export const replies = replyLines('Bersiv:', answers);
export const where = 'Cih: {place}{who, select, yes {\nWergêr: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Randevûya we: {when}${replies.neutral}`,
    'confirmed.private': `Randevûya we li {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Em randevûya we bi bîra we dixin: {when}${replies.neutral}`,
    'reminder.private': `Em randevûya we ya li {clinic} bi bîra we dixin: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Peyama we gihîşt me.',
    'help.private': 'Ev peyam ji {clinic} hatiye.{phoned, select, yes {\nTelefon: {phone}} other {}}',
    'supporter.neutral': 'Randevû: {when}',
    'supporter.private': 'Randevûya {patient} li {clinic}: {when}\nCih: {place}',
    'subject.neutral': 'Peyam',
    'subject.private': 'Randevûya we: {date}',
    'changed.neutral': 'Dema randevûya we hate guhertin. Dema nû: {when}',
    'changed.private': `Randevûya we li {clinic} hate guhertin. Niha: {when}\n${where}`,
    'cancelled.neutral': 'Ev randevû pêk nayê: {when}',
    'cancelled.private': 'Randevûya we li {clinic} pêk nayê: {when}',
    'interpreterFound.private': 'Ji bo we wergêrek hate dîtin: {interpreter}\nRandevûya we li {clinic}: {when}',
    'interpreterChanged.private': 'Wergêrê we yê nû: {interpreter}\nRandevûya we li {clinic}: {when}',
    'interpreterLost.private': 'Wergêrê we nikare bê. Em li yekî din digerin.\nRandevûya we li {clinic}: {when}',
    'runningLate.neutral': 'Wê bi qasî {minutes} deqeyan dereng dest pê bike: {when}',
    'runningLate.private': 'Randevûya we li {clinic} wê bi qasî {minutes} deqeyan dereng dest pê bike: {when}',
    'missed.neutral': `Me hûn nedîtin: {when}${replies.afterwards}`,
    'missed.private': `Me hûn li {clinic} nedîtin: {when}\nÇi hatina we zehmet kir? Hûn dikarin ji me re binivîsin.${replies.afterwards}`,
    'preparation.private': 'Berî randevûya we li {clinic}, {when}: ji kerema xwe dermanên xwe û kaxezên xwe yên tenduristiyê bi xwe re bînin.',
    'whichLanguage.private': 'Hûn bi kîjan zimanî herî baş diaxivin? Ji kerema xwe navê wî zimanî di bersivê de binivîsin.',
    'numberCheck.neutral': 'Ev hejmar hîn jî ya we ye? Ji kerema xwe bi peyvekê bersivê bidin.',
    'optedOut.neutral': 'Êdî peyam ji vê hejmarê re nayên.',
    'understood.neutral': 'Bersiva we gihîşt me: {answer}',
    'understood.private': 'Bersiva we gihîşt me: {answer}\nRandevûya we li {clinic}: {when}',
  }),
};
