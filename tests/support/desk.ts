import { randomUUID } from 'node:crypto';
import type {
  BookingChange, BookingDetail, BookingRequest, CandidateList, FailurePage, Interpreter, InterpreterInput, OutboxPage, Patient, PatientInput, PhoneList, ReplyPage, Site, SupporterInput, Today,
  WhyNot,
} from '@dragoman/contracts';

/** A refusal as the API says it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

export interface SentBody {
  type: string;
  text: string | Buffer<ArrayBuffer>;
}

/** What a person at the desk can do, through HTTP and nothing else. */
export class Desk {
  private cookie = '';

  constructor(private readonly url: string) {}

  /** The same person after the program came up again elsewhere. */
  at(url: string): Desk {
    const moved = new Desk(url);
    moved.cookie = this.cookie;
    return moved;
  }

  get cookies(): string {
    return this.cookie;
  }

  request<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const json = body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) };
    return this.send<T>(method, path, json, headers);
  }

  /** A file as somebody chooses it: comma-separated text. */
  sendTable<T>(path: string, text: string): Promise<T> {
    return this.send<T>('POST', path, { type: 'text/csv', text });
  }

  /** A WAV file as it is. */
  sendSound<T>(path: string, sound: Buffer): Promise<T> {
    return this.send<T>('PUT', path, { type: 'audio/wav', text: Buffer.from(sound) });
  }

  /** A PO file as it is. */
  sendTranslation<T>(path: string, po: Buffer): Promise<T> {
    return this.send<T>('POST', path, { type: 'text/x-gettext-translation', text: Buffer.from(po) });
  }

  /** What is no JSON. */
  async file(path: string): Promise<{ pdf: Buffer; headers: Headers }> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Refused(response.status, '', await response.text());
    return { pdf: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  }

  /** As it is answered; `idempotency-key` may be one’s own. */
  sendKeyed(method: string, path: string, body?: SentBody, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { ...(body && { 'content-type': body.type }), cookie: this.cookie, 'x-dragoman': '1', 'idempotency-key': randomUUID(), ...headers },
      ...(body && { body: body.text }),
    });
  }

  private async send<T>(method: string, path: string, body: SentBody | undefined, headers: Record<string, string> = {}): Promise<T> {
    const response = await this.sendKeyed(method, path, body, headers);
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new Refused(response.status, answer?.code ?? '', answer?.detail ?? text);
    return answer as T;
  }

  signIn = (email: string, password: string) => this.request('POST', '/api/session', { email, password });
  addSite = (site: Partial<Site> = {}) => this.request<Site>('POST', '/api/sites', { ...aSite(), ...site });
  addInterpreter = (input: Partial<InterpreterInput> = {}) =>
    this.request<Interpreter>('POST', '/api/interpreters', { ...anInterpreter(), ...input });
  addPatient = (input: Partial<PatientInput> = {}) =>
    this.request<Patient>('POST', '/api/patients', { ...aPatient(), ...input });
  book = (request: BookingRequest) => this.request<BookingDetail>('POST', '/api/bookings', request);
  booking = (id: string) => this.request<BookingDetail>('GET', `/api/bookings/${id}`);
  candidates = (bookingId: string) => this.request<CandidateList>('GET', `/api/bookings/${bookingId}/candidates`);
  whyNot = (bookingId: string, interpreterId: string) =>
    this.request<WhyNot>('GET', `/api/bookings/${bookingId}/candidates/${interpreterId}`);
  offer = (bookingId: string, interpreterIds: string[]) =>
    this.request<BookingDetail>('POST', `/api/bookings/${bookingId}/offers`, { interpreterIds });
  changeLanguage = (bookingId: string, varietyId: string) =>
    this.change(bookingId, { varietyId });
  /** As somebody who looked a moment ago, unless `seen` says what they saw. */
  change = async (bookingId: string, change: BookingChange, seen?: number) =>
    this.request<BookingDetail>('POST', `/api/bookings/${bookingId}/changes`, change, {
      'if-match': `"${seen ?? (await this.booking(bookingId)).revision}"`,
    });
  sendNow = (bookingId: string, intentId: string) =>
    this.request<BookingDetail>('POST', `/api/bookings/${bookingId}/messages/${intentId}/send-now`);
  inbox = () => this.request<ReplyPage>('GET', '/api/messages/inbox');
  failures = () => this.request<FailurePage>('GET', '/api/messages/failures');
  outbox = (query = '') => this.request<OutboxPage>('GET', `/api/messages/outbox${query}`);
  today = () => this.request<Today>('GET', '/api/today');
  phones = () => this.request<PhoneList>('GET', '/api/phones');
  replyFrom = (address: string, body: string) =>
    this.request('POST', '/api/phones/replies', { kind: 'sms', address, body });
}

let phones = 0;
/** From Ofcom's numbers for drama: nobody's. The simulator keeps 000 and 999 for numbers that fail. */
export const aPhone = (): string => `+447700900${String((phones++ % 998) + 1).padStart(3, '0')}`;

export const aSite = () => ({
  name: `Marlowe Road ${randomUUID().slice(0, 8)}`,
  address: '14 Marlowe Road, London',
  zone: 'Europe/London',
  latitude: 51.5,
  longitude: -0.1,
  rooms: ['Room 6'],
});

export const anInterpreter = (): InterpreterInput => ({
  displayName: 'Hiba Elamin',
  gender: 'woman',
  phone: aPhone(),
  email: `${randomUUID()}@interpreters.example`,
  zone: 'Europe/London',
  home: { latitude: 51.51, longitude: -0.11 },
  radiusKm: 30,
  transport: 'public',
  modalities: ['in-person', 'video', 'phone'],
  hourlyRate: 3800,
  skills: [{ varietyId: 'apd', credential: 'DPSI Health', credentialExpiresOn: '2030-01-01' }],
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '07:00', to: '21:00' })),
});

export const aPatient = (): PatientInput => ({
  name: 'Amna Idris Osman',
  recordNumber: null,
  needsInterpreter: 'yes',
  languages: [
    { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
    { varietyId: 'arb', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
  ],
  channels: [{ channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true, voicemail: true }],
  genderWish: null,
  interpreterWishes: { wanted: [], refused: [], avoidsLocalArea: false, avoidsCommunity: false, roleBeside: null },
  safeHours: null,
  pageCode: null,
  dawnClock: false,
  unidentified: null as PatientInput['unidentified'],
});

/** Somebody whom the patient wants to be told, agreed to in private. */
export const aSupporter = (): SupporterInput => ({
  name: 'Rashid Bakri',
  relation: 'friend',
  channel: 'sms',
  address: aPhone(),
  isConfirmed: true,
  readsVariety: 'arb',
  mayBeTold: 'when',
  askedHow: 'interpreter',
  months: 12,
});

export const aRequest = (
  patient: { id: string },
  site: { id: string },
  more: Partial<BookingRequest> = {},
): BookingRequest => ({
  patientId: patient.id,
  siteId: site.id,
  room: 'Room 6',
  date: '2026-12-03',
  time: '14:30',
  length: 40,
  modality: 'in-person',
  varietyId: 'apd',
  purpose: 'Diabetes review',
  topic: 'general',
  consents: [],
  offerTo: [],
  requestKey: randomUUID(),
  ...more,
});

/** Waits for a condition, never for luck. */
export const until = async <T>(look: () => Promise<T | undefined | false>, what: string, seconds = 30): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** The booking once messages of these kinds, and all that was written about it, have arrived: nothing changes it by itself any more. */
export const bookingAtRest = (desk: Desk, id: string, kinds: readonly string[]): Promise<BookingDetail> =>
  until(async () => {
    const booking = await desk.booking(id);
    const messages = booking.timeline.flatMap(({ message }) => (message ? [message] : []));
    return kinds.every((kind) => messages.some((message) => message.kind === kind)) && messages.every(({ state }) => state === 'delivered') && booking;
  }, 'all messages to arrive');

/** Every link in the messages on a phone or in a mailbox, newest last. */
export const linksOn = async (desk: Desk, address: string): Promise<string[]> => {
  const { phones: all } = await desk.phones();
  return all
    .filter((phone) => phone.address === address)
    .flatMap((phone) => phone.messages.filter(({ direction }) => direction === 'out'))
    .flatMap(({ body }) => body.match(/https?:\/\/[^\s<>"]+/g) ?? []);
};

/** The links of offers on an interpreter's phone, one for each offer, once there are as many as wanted. */
export const offerLinks = (desk: Desk, address: string, wanted: number): Promise<string[]> =>
  until(async () => {
    const links = new Set((await linksOn(desk, address)).filter((link) => link.includes('/i/')));
    return links.size >= wanted && [...links];
  }, `${wanted} offers on ${address}`, 60);

/** Presses Accept on the page behind an offer's link. */
export const pressAccept = async (link: string): Promise<{ status: number; page: string }> => {
  const { origin } = new URL(link);
  const pressed = await fetch(`${link}/accept`, { method: 'POST', redirect: 'manual', headers: { origin } });
  return { status: pressed.status, page: await pressed.text() };
};
