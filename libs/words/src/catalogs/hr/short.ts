import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'doći ću',
  cannotCome: 'ne mogu doći',
  callMe: 'nazovite me',
  anotherTime: 'drugi termin',
  anotherInterpreter: 'drugi prevoditelj',
  wrongLanguage: 'nije moj jezik',
};
export const replies = replyLines('Odgovor:', answers);
export const where = 'Mjesto: {place}{who, select, yes {\nUsmeni prijevod: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Vaš termin: {when}${replies.neutral}`,
    'confirmed.private': `Vaš termin u ustanovi {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Podsjećamo Vas na Vaš termin: {when}${replies.neutral}`,
    'reminder.private': `Podsjećamo Vas na Vaš termin u ustanovi {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Vaša poruka je stigla.',
    'help.private': 'Ovu poruku Vam šalje {clinic}.{phoned, select, yes {\nTelefon: {phone}} other {}}',
    'supporter.neutral': 'Termin: {when}',
    'supporter.private': '{patient}: termin u ustanovi {clinic}, {when}\nMjesto: {place}',
    'subject.neutral': 'Poruka',
    'subject.private': 'Vaš termin: {date}',
    'changed.neutral': 'Vaš termin je promijenjen. Novo vrijeme: {when}',
    'changed.private': `Vaš termin u ustanovi {clinic} je promijenjen. Novo vrijeme: {when}\n${where}`,
    'cancelled.neutral': 'Ovaj termin se neće održati: {when}',
    'cancelled.private': 'Vaš termin u ustanovi {clinic} neće se održati: {when}',
    'interpreterFound.private': 'Našli smo Vam prevoditelja: {interpreter}\nVaš termin u ustanovi {clinic}: {when}',
    'interpreterChanged.private': 'Imat ćete drugog prevoditelja: {interpreter}\nVaš termin u ustanovi {clinic}: {when}',
    'interpreterLost.private': 'Vaš prevoditelj ne može doći. Tražimo drugog.\nVaš termin u ustanovi {clinic}: {when}',
    'runningLate.neutral': 'Počet će oko {minutes}\u00a0min kasnije: {when}',
    'runningLate.private': 'Vaš termin u ustanovi {clinic} počet će oko {minutes}\u00a0min kasnije: {when}',
    'missed.neutral': `Nismo Vas vidjeli: {when}${replies.afterwards}`,
    'missed.private': `Nismo Vas vidjeli u ustanovi {clinic}: {when}\nŠto Vam je otežalo dolazak? Možete nam pisati.${replies.afterwards}`,
    'preparation.private': 'Prije termina u ustanovi {clinic}, {when}: molimo Vas da ponesete svoje lijekove i papire o svom zdravlju.',
    'whichLanguage.private': 'Koji jezik najbolje govorite? Molimo Vas da odgovorite imenom tog jezika.',
    'numberCheck.neutral': 'Je li ovo još uvijek Vaš broj? Molimo Vas da odgovorite bilo kojom riječju.',
    'optedOut.neutral': 'Na ovaj broj više neće stizati poruke.',
    'understood.neutral': 'Vaš odgovor je stigao: {answer}',
    'understood.private': 'Vaš odgovor je stigao: {answer}\nVaš termin u ustanovi {clinic}: {when}',
  }),
};
