import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'doći ću',
  cannotCome: 'ne mogu da dođem',
  callMe: 'pozovite me',
  anotherTime: 'drugi termin',
  anotherInterpreter: 'drugi prevodilac',
  wrongLanguage: 'nije moj jezik',
};
export const replies = replyLines('Odgovor:', answers);
export const where = 'Mesto: {place}{who, select, yes {\nUsmeni prevod: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Vaš termin: {when}${replies.neutral}`,
    'confirmed.private': `Vaš termin u ustanovi {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Podsećamo Vas na Vaš termin: {when}${replies.neutral}`,
    'reminder.private': `Podsećamo Vas na Vaš termin u ustanovi {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Vaša poruka je stigla.',
    'help.private': 'Ovu poruku Vam šalje {clinic}.{phoned, select, yes {\nTelefon: {phone}} other {}}',
    'supporter.neutral': 'Termin: {when}',
    'supporter.private': '{patient}: termin u ustanovi {clinic}, {when}\nMesto: {place}',
    'subject.neutral': 'Poruka',
    'subject.private': 'Vaš termin: {date}',
    'changed.neutral': 'Vaš termin je promenjen. Novo vreme: {when}',
    'changed.private': `Vaš termin u ustanovi {clinic} je promenjen. Novo vreme: {when}\n${where}`,
    'cancelled.neutral': 'Ovaj termin se neće održati: {when}',
    'cancelled.private': 'Vaš termin u ustanovi {clinic} neće se održati: {when}',
    'interpreterFound.private': 'Našli smo Vam prevodioca: {interpreter}\nVaš termin u ustanovi {clinic}: {when}',
    'interpreterChanged.private': 'Imaćete drugog prevodioca: {interpreter}\nVaš termin u ustanovi {clinic}: {when}',
    'interpreterLost.private': 'Vaš prevodilac ne može da dođe. Tražimo drugog.\nVaš termin u ustanovi {clinic}: {when}',
    'runningLate.neutral': 'Počeće oko {minutes}\u00a0min kasnije: {when}',
    'runningLate.private': 'Vaš termin u ustanovi {clinic} počeće oko {minutes}\u00a0min kasnije: {when}',
    'missed.neutral': `Nismo Vas videli: {when}${replies.afterwards}`,
    'missed.private': `Nismo Vas videli u ustanovi {clinic}: {when}\nŠta Vam je otežalo dolazak? Možete nam pisati.${replies.afterwards}`,
    'preparation.private': 'Pre termina u ustanovi {clinic}, {when}: molimo Vas da ponesete svoje lekove i papire o svom zdravlju.',
    'whichLanguage.private': 'Koji jezik najbolje govorite? Molimo Vas da odgovorite imenom tog jezika.',
    'numberCheck.neutral': 'Da li je ovo još uvek Vaš broj? Molimo Vas da odgovorite bilo kojom rečju.',
    'optedOut.neutral': 'Na ovaj broj više neće stizati poruke.',
    'understood.neutral': 'Vaš odgovor je stigao: {answer}',
    'understood.private': 'Vaš odgovor je stigao: {answer}\nVaš termin u ustanovi {clinic}: {when}',
  }),
};
