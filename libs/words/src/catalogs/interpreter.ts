import { type CatalogText, sources } from './catalog';

export type InterpreterTextKey =
  | 'offer.sms'
  | 'offer.subject'
  | 'offer.lead'
  | 'offer.action'
  | 'confirmed.sms'
  | 'confirmed.subject'
  | 'confirmed.lead'
  | 'confirmed.action'
  | 'closed.sms'
  | 'closed.subject'
  | 'closed.lead'
  | 'withdrawn.sms'
  | 'withdrawn.subject'
  | 'withdrawn.lead'
  | 'released.sms'
  | 'released.subject'
  | 'released.lead'
  | 'cancelled.sms'
  | 'cancelled.subject'
  | 'cancelled.lead'
  | 'off.sms'
  | 'off.subject'
  | 'off.lead'
  | 'updated.sms'
  | 'updated.subject'
  | 'updated.lead'
  | 'updated.action'
  | 'calendar.summary'
  | 'reply.accepted'
  | 'reply.held'
  | 'reply.declined'
  | 'reply.by-link'
  | 'reply.refused'
  | 'reply.no-such-code'
  | 'reply.how'
  | 'reply.how-many'
  | 'reply.coming'
  | 'day.still-coming'
  | 'day.still-coming-by-link'
  | 'day.clinic-late';

const facts = '{language}, {when} ({minutes} min), {where}';

/** Interpreters are written to in English; none of these texts has a place for the patient's name. */
export const interpreterTexts: Readonly<Record<InterpreterTextKey, CatalogText>> = sources(1, {
  'offer.sms': `{clinic} offers you a job: ${facts}.{paid, select, yes { Pay {pay}.} other {}}{timed, select, yes { Answer by {answerBy}.} other {}}{coded, select, yes {\nReply YES {code} or NO {code}, or use this link: {link}} other {\nAccept or decline: {link}}}`,
  'offer.subject': 'Job offer: {language}, {date}',
  'offer.lead': '{clinic} offers you a job. It goes to whoever accepts first.',
  'offer.action': 'Accept or decline',
  'confirmed.sms': `The job is yours: ${facts}. {clinic}.{linked, select, yes {\n{link}} other {}}`,
  'confirmed.subject': 'Your job: {language}, {date}',
  'confirmed.lead': 'The job with {clinic} is yours.',
  'confirmed.action': 'See the job',
  'closed.sms': 'Somebody else accepted first: {language}, {when}. Thank you.',
  'closed.subject': 'Offer closed: {language}, {date}',
  'closed.lead': 'Somebody else accepted first. Thank you.',
  'withdrawn.sms': 'The clinic has taken this offer back: {language}, {when}. You are free at that time. Thank you.',
  'withdrawn.subject': 'Offer taken back: {language}, {date}',
  'withdrawn.lead': 'The clinic has taken this offer back. You are free at that time. Thank you.',
  'released.sms': `The second interpreter was not found, you are free again: ${facts}. Thank you. {clinic}.`,
  'released.subject': 'Job not taking place: {language}, {date}',
  'released.lead': 'The second interpreter was not found, so nobody is booked. You are free at that time. Thank you.',
  'cancelled.sms': `Cancelled, please do not go: ${facts}. {clinic}.`,
  'cancelled.subject': 'Job cancelled: {language}, {date}',
  'cancelled.lead': 'This job is cancelled. Please do not go.',
  'off.sms': 'No longer yours, please do not go: {language}, {when}. {clinic} changed it. You are free at that time. If you can still help, an offer follows.',
  'off.subject': 'Job no longer yours: {language}, {date}',
  'off.lead': 'The clinic changed this job, and it is no longer yours. Please do not go. If you can still help, an offer follows.',
  'updated.sms': `Your job has changed, and is still yours: ${facts}. {clinic}.{linked, select, yes {\n{link}} other {}}`,
  'updated.subject': 'Your job has changed: {language}, {date}',
  'updated.lead': 'Something about your job with {clinic} is new. It is still yours.',
  'updated.action': 'See the job',
  'calendar.summary': 'Interpreting: {language}',
  'reply.accepted': 'Accepted: {language}, {when}. Thank you.',
  'reply.held': 'Your yes is noted: {language}, {when}. It is booked once the second interpreter accepts; we write again.',
  'reply.declined': 'Declined: {language}, {when}. Thank you for answering.',
  'reply.by-link': 'Nothing was booked: this offer asks you a question first. Please answer by its link: {language}, {when}.',
  'reply.refused': '{why} ({language}, {when})',
  'reply.no-such-code': 'No offer from {clinic} to you has the code {code}. Nothing was changed. Reply YES or NO and the code in the offer, or use its link.',
  'reply.how': 'Nothing was changed yet. To answer the offer {language}, {when}, reply YES {code} or NO {code}, or use its link.',
  'reply.how-many': 'Nothing was changed. {clinic} offers you {count} jobs: reply YES or NO and the code in the offer you mean, or use its link.',
  'reply.coming': 'Noted, you are coming: {language}, {when}. Thank you.',
  'day.still-coming': 'Your job today: {language}, {when}, {where}. Are you still coming? Reply YES {code}, or say so here: {link}',
  'day.still-coming-by-link': 'Your job today: {language}, {when}, {where}. Are you still coming? Please say so here: {link}',
  'day.clinic-late': '{clinic} runs about {minutes} minutes late. {language}, {when}: it begins at about {begins}. Please come then.',
});
