import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'voi veni',
  cannotCome: 'nu pot veni',
  callMe: 'sunați-mă',
  anotherTime: 'altă zi sau oră',
  anotherInterpreter: 'alt interpret',
  wrongLanguage: 'nu este limba mea',
};
export const replies = replyLines('Răspuns:', answers);
export const where = 'Locul: {place}{who, select, yes {\nInterpret: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Programarea dumneavoastră: {when}${replies.neutral}`,
    'confirmed.private': `Programarea dumneavoastră la {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Vă amintim de programarea dumneavoastră: {when}${replies.neutral}`,
    'reminder.private': `Vă amintim de programarea dumneavoastră la {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Am primit mesajul dumneavoastră.',
    'help.private': 'Acest mesaj este de la {clinic}.{phoned, select, yes {\nTelefon: {phone}} other {}}',
    'supporter.neutral': 'Programare: {when}',
    'supporter.private': 'Programare pentru {patient} la {clinic}: {when}\nLocul: {place}',
    'subject.neutral': 'Mesaj',
    'subject.private': 'Programarea dumneavoastră: {date}',
    'changed.neutral': 'Ora programării dumneavoastră s-a schimbat. Ora nouă: {when}',
    'changed.private': `Programarea dumneavoastră la {clinic} s-a schimbat. Acum este: {when}\n${where}`,
    'cancelled.neutral': 'Această programare nu va mai avea loc: {when}',
    'cancelled.private': 'Programarea dumneavoastră la {clinic} nu va mai avea loc: {when}',
    'interpreterFound.private': 'Veți avea un interpret: {interpreter}\nProgramarea dumneavoastră la {clinic}: {when}',
    'interpreterChanged.private': 'Veți avea alt interpret: {interpreter}\nProgramarea dumneavoastră la {clinic}: {when}',
    'interpreterLost.private': 'Interpretul nu poate veni. Căutăm pe altcineva.\nProgramarea dumneavoastră la {clinic}: {when}',
    'runningLate.neutral': 'Va începe cu aproximativ {minutes}\u00a0min mai târziu: {when}',
    'runningLate.private': 'Programarea dumneavoastră la {clinic} va începe cu aproximativ {minutes}\u00a0min mai târziu: {when}',
    'missed.neutral': `Nu ne-am putut întâlni: {when}${replies.afterwards}`,
    'missed.private': `Nu v-am văzut la {clinic}: {when}\nCe v-a împiedicat să veniți? Ne puteți scrie.${replies.afterwards}`,
    'preparation.private': 'Înainte de programarea la {clinic}, {when}: vă rugăm să aduceți medicamentele și actele medicale.',
    'whichLanguage.private': 'Ce limbă vorbiți cel mai bine? Vă rugăm să răspundeți cu numele limbii.',
    'numberCheck.neutral': 'Acest număr este încă al dumneavoastră? Vă rugăm să răspundeți cu orice cuvânt.',
    'optedOut.neutral': 'La acest număr nu vor mai veni mesaje.',
    'understood.neutral': 'Am primit răspunsul dumneavoastră: {answer}',
    'understood.private': 'Am primit răspunsul dumneavoastră: {answer}\nProgramarea dumneavoastră la {clinic}: {when}',
  }),
};
