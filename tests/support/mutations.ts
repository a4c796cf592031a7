import { randomUUID } from 'node:crypto';
import type { AttendanceView, BookingDetail, ConsentQuestion, EncounterDetail, EncounterPage, PrintQueuePage, RecordingVariety, SavedFilter, TextsOfLanguage, TextView, TranslatorReading, VersionedPolicy } from '@dragoman/contracts';
import { AFTER_THE_SESSION, agreed, arrangementsOf, by, json } from './arrangements';
import { anInterpreter, aPatient, aPhone, aRequest, aSupporter, type SentBody } from './desk';
import type { Mutation, World } from './mutation';
import { mutationsOfInterpreters } from './mutations-of-interpreters';
import { mutationsOfPeople } from './mutations-of-people';
import { mutationsOfTheDay } from './mutations-of-the-day';
import { aTone } from './sounds';

const table = (text: string): SentBody => ({ type: 'text/csv', text });
const ruling = (level: string) => ({ level, confidence: 'medium', notFor: [], reason: 'what we saw', source: 'our record' });
const decision = { reviewerName: 'T. Haile', reviewerRole: 'translator', reviewedOn: '2026-11-01', note: null };
const post = { lines: ['c/o Harbour House', '1 Quay Street', 'London E1 6AN'], country: null, safety: 'private' as const };
const speaks = (varietyId: string) => ({ languages: [{ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const }] });
const skill = (varietyId: string, otherId?: string) => ({ varietyId, credential: null, credentialExpiresOn: null, ...(otherId && { otherId }) });
const rosterHeader = 'email,display_name,phone,zone,latitude,longitude,modalities,hourly_rate,language,language_name';
const rosterLine = (): string => `${randomUUID()}@roster.example,Hiba Elamin,${aPhone()},Europe/London,51.51,-0.11,in-person,38,apd,Sudanese Arabic`;

/** Each given out once, so that what one stand does is not in the way of another. */
const once = <T>(values: readonly T[]) => {
  let at = 0;
  return (): T => {
    const value = values[at++];
    if (value === undefined) throw new Error('nothing is left to give out');
    return value;
  };
};

/** Makes what each request needs, anew at each call, and says what to send. */
export const mutationsOf = (world: World): Record<string, () => Promise<Mutation>> => {
  const { ruth, sam, superuser, jobs, clock } = world;
  const { requested, offered, confirmed, organisationOf, behindOffer, behindAppointment, over, underWay, acceptedBehindOffer, behindClinician } = arrangementsOf(world);
  const nextTightened = once(['ces/slk', 'slk/ces']);
  const loosened = new Set<string>();
  const nextLoosened = async (): Promise<string> => {
    const { items } = await ruth.request<EncounterPage>('GET', '/api/encounters?level=last_resort');
    const pair = items.filter(({ origin }) => origin === 'baseline').map(({ patient, interpreter }) => `${patient.id}/${interpreter.id}`).find((one) => !loosened.has(one)) ?? '';
    loosened.add(pair);
    return pair;
  };
  const nextImported = once(['bos,Bosnian,hrv,Croatian', 'bos,Bosnian,srp,Serbian']);
  const nextPhrase = once(['weekday-1', 'weekday-2', 'weekday-3', 'weekday-4', 'weekday-5', 'weekday-6']);
  const nextLanguage = once(['ti', 'so', 'am', 'uk']);
  const texts = new Set<string>();
  const nextText = async (): Promise<string> => {
    const all = await ruth.request<TextsOfLanguage>('GET', '/api/texts/ru');
    const path = all.texts.filter(({ isFacts }) => !isFacts).map(({ form, key }) => `/api/texts/ru/${form}/${key}`).find((one) => !texts.has(one)) ?? '';
    texts.add(path);
    return path;
  };

  const planned = async () => {
    const { booking: { id }, path } = await confirmed({ date: '2026-12-17' });
    await jobs.runJobs();
    const booking = await ruth.booking(id);
    return `${path}/messages/${booking.next.find(({ intentId }) => intentId !== null)?.intentId}`;
  };
  const openOffer = async () => {
    const { booking, offerId, interpreter } = await offered();
    return behindOffer(booking.id, offerId, interpreter.id);
  };
  /** A close pair that the patient may agree to. */
  const closePair = async (variety = 'apc') => {
    const [site, patient] = [await ruth.addSite(), await ruth.addPatient(speaks(variety))];
    await ruth.addInterpreter({ skills: [skill('arz')] });
    const wanted = aRequest(patient, site, { varietyId: variety });
    const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
    const question = { ...appointment, interpreterVariety: 'arz' };
    const asked = async () => (await ruth.request<ConsentQuestion>('POST', '/api/consent-questions', question)).alternativesId;
    const yes = async () => ({ interpreterVariety: 'arz', how: 'exact-interpreter' as const, alternativesId: await asked(), standing: false });
    return { wanted, question, yes };
  };
  const consented = async (variety?: string) => {
    const { wanted, yes } = await closePair(variety);
    const { id, consents } = await ruth.book({ ...wanted, consents: [await yes()] });
    return `/api/bookings/${id}/consents/${consents[0]?.id}`;
  };
  const searching = async () => {
    const path = `${(await requested()).path}/search`;
    await ruth.request('POST', path, { way: 'waves' });
    return path;
  };
  const loosening = async () => {
    const { loosening: proposed } = await ruth.request<EncounterDetail>('POST', `/api/encounters/${await nextLoosened()}/loosenings`, ruling('close_consent'));
    return `/api/loosenings/${proposed?.id}`;
  };
  const supported = async () => {
    const path = `/api/patients/${(await ruth.addPatient()).id}/supporters`;
    const { items } = await ruth.request<{ items: { id: string }[] }>('POST', path, aSupporter());
    return `${path}/${items[0]?.id}`;
  };
  const queued = async () => {
    const { booking, path } = await confirmed({}, { post });
    await ruth.request('POST', `${path}/letters`, {});
    const { items } = await ruth.request<PrintQueuePage>('GET', '/api/letters');
    return { path, letterId: items.find((letter) => letter.appointment.bookingId === booking.id)?.id ?? '' };
  };
  const textToApprove = async () => {
    const path = await nextText();
    const { said, version, seen } = await ruth.request<TextView>('GET', path);
    return { path, body: { ...decision, pattern: said ?? '', version, seen, confirmed: [] } };
  };
  const accepted = async () => {
    const patient = await ruth.addPatient(speaks('kin'));
    const wanted = aRequest(patient, await ruth.addSite(), { varietyId: 'kin' });
    const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
    const { alternativesId } = await ruth.request<ConsentQuestion>('POST', '/api/consent-questions', { ...appointment, interpreterVariety: 'run' });
    await ruth.book({ ...wanted, consents: [{ interpreterVariety: 'run', how: 'exact-interpreter', alternativesId, standing: true }] });
    return `/api/patients/${patient.id}/accepted-varieties/kin/run`;
  };
  const openTask = async () => {
    const { booking } = await confirmed();
    const [id, { organisationId, patientId }] = [randomUUID(), await organisationOf(booking.id)];
    await superuser.query(
      `insert into reminders.tasks (id, organisation_id, cause, kind, booking_id, patient_id, sentence, due_at, state, created_at)
       values ($1, $2, $3, 'call-patient', $4, $5, 'Call her.', now(), 'open', now())`,
      [id, organisationId, `test:${id}`, booking.id, patientId],
    );
    return `/api/tasks/${id}/done`;
  };

  return {
    ...mutationsOfTheDay(world),
    ...mutationsOfInterpreters(world),
    ...mutationsOfPeople(world),
    'PUT /api/organisation/policy': async () => {
      const { version, policy } = await ruth.request<VersionedPolicy>('GET', '/api/organisation/policy');
      return by(ruth, '/api/organisation/policy', json({ version, policy: { ...policy, suggestedLengthUpTo: policy.suggestedLengthUpTo + 1 } }));
    },
    'POST /api/patients': async () => by(ruth, '/api/patients', json(aPatient())),
    'PUT /api/patients/:id': async () => by(ruth, `/api/patients/${(await ruth.addPatient()).id}`, json({ ...aPatient(), name: 'Amna Osman' })),
    'POST /api/patients/:id/refusals': async () => by(ruth, `/api/patients/${(await ruth.addPatient()).id}/refusals`, json({ interpreterId: (await ruth.addInterpreter()).id })),
    'POST /api/patients/:id/confirmation': async () => by(ruth, `/api/patients/${(await ruth.addPatient()).id}/confirmation`),
    'POST /api/patients/:id/supporters': async () => by(ruth, `/api/patients/${(await ruth.addPatient()).id}/supporters`, json(aSupporter())),
    'DELETE /api/patients/:id/supporters/:supporterId': async () => by(ruth, await supported()),
    'DELETE /api/patients/:id/accepted-varieties/:varietyId/:interpreterVariety': async () => by(ruth, await accepted()),
    'POST /api/saved-filters': async () => by(ruth, '/api/saved-filters', json({ list: 'outbox', name: `Filter ${randomUUID().slice(0, 8)}`, filter: { show: 'paused' } })),
    'DELETE /api/saved-filters/:id': async () => {
      const { id } = await ruth.request<SavedFilter>('POST', '/api/saved-filters', { list: 'interpreters', name: randomUUID(), filter: { active: 'all' } });
      return by(ruth, `/api/saved-filters/${id}`);
    },
    'POST /api/interpreters': async () => by(ruth, '/api/interpreters', json({ ...anInterpreter(), phone: aPhone() })),
    'PUT /api/interpreters/:id': async () => {
      const { id, version } = await ruth.addInterpreter();
      return by(ruth, `/api/interpreters/${id}`, json({ ...anInterpreter(), displayName: 'Hiba', version }));
    },
    'PUT /api/interpreters/:id/activity': async () => {
      const { id, version } = await ruth.addInterpreter();
      return by(ruth, `/api/interpreters/${id}/activity`, json({ active: false, version }));
    },
    'POST /api/interpreters/roster': async () => by(ruth, '/api/interpreters/roster', table([rosterHeader, rosterLine()].join('\r\n'))),
    'POST /api/bookings': async () => {
      const interpreter = await ruth.addInterpreter();
      return by(ruth, '/api/bookings', json(aRequest(await ruth.addPatient(), await ruth.addSite(), { offerTo: [interpreter.id] })));
    },
    'POST /api/bookings/:id/offers': async () => {
      const { interpreter, path } = await requested();
      return by(ruth, `${path}/offers`, json({ interpreterIds: [interpreter.id] }));
    },
    'POST /api/bookings/:id/offers/:offerId/withdrawal': async () => {
      const { path, offerId } = await offered();
      return by(ruth, `${path}/offers/${offerId}/withdrawal`);
    },
    'POST /api/bookings/:id/assignment': async () => {
      const { interpreter, path } = await requested();
      return by(ruth, `${path}/assignment`, json({ interpreterId: interpreter.id, ...agreed }));
    },
    'POST /api/bookings/:id/cancellation': async () => by(ruth, `${(await confirmed()).path}/cancellation`, json({ by: 'clinic', reason: 'The clinic is closed' })),
    'POST /api/bookings/:id/changes': async () => {
      const { booking, path } = await confirmed();
      const { revision } = await ruth.booking(booking.id);
      return { ...by(ruth, `${path}/changes`, json({ time: '16:00' })), headers: { 'if-match': `"${revision}"` } };
    },
    'POST /api/bookings/:id/swap': async () => {
      const { interpreter, path } = await confirmed();
      const incoming = await ruth.addInterpreter();
      return by(ruth, `${path}/swap`, json({ outgoingId: interpreter.id, interpreterId: incoming.id, ...agreed }));
    },
    'POST /api/bookings/:id/attendance': async () => by(ruth, `${(await underWay()).path}/attendance`, json({ kind: 'started', at: null })),
    'POST /api/bookings/:id/attendance/:markId/withdrawal': async () => {
      const { path } = await underWay();
      const { marks } = await ruth.request<AttendanceView>('POST', `${path}/attendance`, { kind: 'started', at: null });
      return by(ruth, `${path}/attendance/${marks[0]?.id}/withdrawal`, json({}));
    },
    'POST /api/bookings/:id/interpreter-absence': async () => by(ruth, `${(await over()).path}/interpreter-absence`, json({})),
    'POST /api/bookings/:id/messages/:intentId/send-now': async () => by(ruth, `${await planned()}/send-now`),
    'POST /api/bookings/:id/messages/:intentId/pause': async () => by(ruth, `${await planned()}/pause`),
    'POST /api/bookings/:id/messages/:intentId/resume': async () => {
      const path = await planned();
      await ruth.request('POST', `${path}/pause`);
      return by(ruth, `${path}/resume`);
    },
    'POST /api/bookings/:id/letters': async () => by(ruth, `${(await confirmed({}, { post })).path}/letters`, json({})),
    'POST /api/letters/marks': async () => by(ruth, '/api/letters/marks', json({ ids: [(await queued()).letterId], from: 'to-print', to: 'printed' })),
    'POST /api/letters/:id/put-aside': async () => {
      const { path, letterId } = await queued();
      await ruth.request('POST', `${path}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
      await jobs.runJobs();
      return by(ruth, `/api/letters/${letterId}/put-aside`);
    },
    'POST /api/bookings/:id/search': async () => by(ruth, `${(await requested()).path}/search`, json({ way: 'waves' })),
    'POST /api/bookings/:id/search/pause': async () => by(ruth, `${await searching()}/pause`),
    'POST /api/bookings/:id/search/resume': async () => {
      const path = await searching();
      await ruth.request('POST', `${path}/pause`);
      return by(ruth, `${path}/resume`);
    },
    'POST /api/bookings/:id/search/stop': async () => by(ruth, `${await searching()}/stop`),
    'POST /api/bookings/:id/places/:placeId/giving-up': async () => {
      const { booking, path } = await requested({ staffing: { kind: 'team', size: 2 } });
      return by(ruth, `${path}/places/${booking.team?.places[0]?.id}/giving-up`, json({}));
    },
    'POST /api/bookings/:id/relays': async () => {
      const near = await ruth.addInterpreter({ skills: [skill('fvr', 'apd')] });
      const far = await ruth.addInterpreter({ skills: [skill('apd')] });
      const { id } = await ruth.book(aRequest(await ruth.addPatient(speaks('fvr')), await ruth.addSite(), { varietyId: 'fvr' }));
      return by(ruth, `/api/bookings/${id}/relays`, json({ pivotId: 'apd', pairs: [{ patientSideId: near.id, clinicSideId: far.id }] }));
    },
    'POST /api/consent-questions': async () => by(ruth, '/api/consent-questions', json((await closePair()).question)),
    'POST /api/bookings/:id/consent-questions': async () => {
      const { wanted } = await closePair();
      return by(ruth, `/api/bookings/${(await ruth.book(wanted)).id}/consent-questions`, json({ interpreterVariety: 'arz' }));
    },
    'POST /api/bookings/:id/consents': async () => {
      const { wanted, yes } = await closePair();
      return by(ruth, `/api/bookings/${(await ruth.book(wanted)).id}/consents`, json(await yes()));
    },
    'POST /api/bookings/:id/consents/:consentId/decision': async () => by(sam, `${await consented('apd')}/decision`, json({ agrees: 'yes' })),
    'POST /api/bookings/:id/consents/:consentId/withdrawal': async () => by(ruth, `${await consented()}/withdrawal`),
    'POST /api/bookings/:id/understanding': async () => by(ruth, `${(await over()).path}/understanding`, json({ understood: false, askedHow: 'another-interpreter' })),
    'POST /api/reviews/:id/closing': async () => {
      const { booking, path } = await over();
      const said = await ruth.request<BookingDetail>('POST', `${path}/understanding`, { understood: false, askedHow: 'another-interpreter' });
      const review = said.understanding.reviews[0]?.id ?? booking.id;
      return by(ruth, `/api/reviews/${review}/closing`, json({ outcome: 'restore', reason: 'sound-or-place' }));
    },
    'POST /api/tasks/:id/done': async () => by(ruth, await openTask()),
    'POST /api/phones/replies': async () => {
      const { booking } = await confirmed();
      const { organisationId } = await organisationOf(booking.id);
      const address = aPhone();
      await superuser.query(
        `insert into messaging.simulator_messages (id, organisation_id, direction, channel, address, body, lang, dir, at) values ($1, $2, 'out', 'sms', $3, '…', 'ar', 'rtl', now())`,
        [randomUUID(), organisationId, address],
      );
      return by(ruth, '/api/phones/replies', json({ kind: 'sms', address, body: '1' }));
    },
    'PUT /api/encounters/:patient/:interpreter': async () => by(ruth, `/api/encounters/${nextTightened()}`, json(ruling('never_auto'))),
    'POST /api/encounters/:patient/:interpreter/loosenings': async () => by(ruth, `/api/encounters/${await nextLoosened()}/loosenings`, json(ruling('close_consent'))),
    'POST /api/encounters/table': async () => {
      const [header] = (await (await ruth.sendKeyed('GET', '/api/encounters/table')).text()).split('\r\n');
      return by(ruth, '/api/encounters/table', table(`${header}\r\n${nextImported()},never_auto,medium,,our patients say so,our record,`));
    },
    'POST /api/loosenings/:id/approval': async () => by(sam, `${await loosening()}/approval`),
    'POST /api/loosenings/:id/refusal': async () => by(sam, `${await loosening()}/refusal`),
    'POST /api/loosenings/:id/withdrawal': async () => by(ruth, `${await loosening()}/withdrawal`),
    'POST /api/texts/:language/:form/:key/approve': async () => {
      const { path, body } = await textToApprove();
      return by(ruth, `${path}/approve`, json(body));
    },
    'POST /api/texts/:language/:form/:key/withdraw': async () => {
      const { path, body } = await textToApprove();
      const { seen } = await ruth.request<TextView>('POST', `${path}/approve`, body);
      return by(ruth, `${path}/withdraw`, json({ ...decision, seen }));
    },
    'POST /api/texts/:language/translators-file/approve': async () => {
      const path = `/api/texts/${nextLanguage()}/translators-file`;
      const content = (await (await ruth.sendKeyed('GET', path)).text()).replace(/^#, fuzzy\n/gmu, '');
      const { changes } = await ruth.sendTranslation<TranslatorReading>(`${path}/read`, Buffer.from(content));
      const texts = changes.slice(0, 3).map(({ form, key, pattern, version, seen, problems }) => ({ form, key, pattern, version, seen, confirmed: problems.map(({ rule }) => rule) }));
      return by(ruth, `${path}/approve`, json({ ...decision, texts } satisfies object & { texts: unknown[] }));
    },
    'PUT /api/recordings/:varietyId/:phrase': async () => by(ruth, `/api/recordings/rhg/${nextPhrase()}?speaker=Nur`, { type: 'audio/wav', text: Buffer.from(aTone()) }),
    'DELETE /api/recordings/sounds/:id': async () => {
      const phrase = nextPhrase();
      const { phrases } = await ruth.sendSound<RecordingVariety>(`/api/recordings/rhg/${phrase}?speaker=Nur`, aTone());
      return by(ruth, `/api/recordings/sounds/${phrases.find((one) => one.phrase === phrase)?.recording?.id}`);
    },
    'POST /i/:token/accept': async () => ({ path: `${await openOffer()}/accept`, fields: { conflict: 'none' } }),
    'POST /i/:token/decline': async () => ({ path: `${await openOffer()}/decline`, fields: {} }),
    'POST /i/:token/understood': async () => {
      const link = await acceptedBehindOffer();
      clock.set(new Date(AFTER_THE_SESSION));
      return { path: `${link}/understood`, fields: { understood: 'no' } };
    },
    'POST /i/:token/attendance': async () => {
      const link = await acceptedBehindOffer();
      clock.set(new Date('2026-11-24T11:35:00Z'));
      return { path: `${link}/attendance`, fields: { kind: 'started' } };
    },
    'DELETE /api/bookings/:id/clinician-link': async () => {
      const made = await underWay();
      await behindClinician(made);
      return by(ruth, `${made.path}/clinician-link`);
    },
    'POST /c/:token/attendance': async () => ({ path: `${await behindClinician(await underWay())}/attendance`, fields: { kind: 'started' } }),
    'POST /c/:token/understood': async () => ({ path: `${await behindClinician(await over())}/understood`, fields: { understood: 'yes' } }),
    'POST /p/:token/answer': async () => ({ path: `${await behindAppointment()}/answer`, fields: { lang: 'ar', answer: 'coming' } }),
    'POST /p/:token/wish': async () => ({ path: `${await behindAppointment()}/wish`, fields: { lang: 'ar', wish: 'another-time' } }),
  };
};
