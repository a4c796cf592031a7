import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { ProfilePreviews, type SaidProfile } from './profile-previews.service';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

type Way = SaidProfile['channels'][number];

const aWay = (more: Partial<Way> = {}): Way => ({
  channel: 'sms', address: '+447700900123', safety: 'private', isConfirmed: true, voicemail: null, ownWords: null, rank: 0, ...more,
});

const previewOf = (channels: Way[], more: Partial<SaidProfile> = {}) =>
  stand.database.read(clinic.staff, (tx) =>
    stand.nest.get(ProfilePreviews, { strict: false }).show(tx, clinic.staff, {
      languages: [
        { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self', rank: 0 },
        { varietyId: 'arb', role: 'reads', enoughForDoctor: false, learntHow: 'self', rank: 1 },
      ],
      post: null,
      formats: [],
      dawnClock: false,
      hasPageCode: false,
      channels,
      ...more,
    }),
  );

const clinicName = async (): Promise<string> => {
  const { rows } = await stand.superuser.query('select name from organisations.organisations where id = $1', [clinic.staff.organisationId]);
  return rows[0].name;
};

describe('what a profile that nobody has saved yet would bring about', () => {
  it('shows each phone and mailbox what it would get: all to a private one, and no name to a shared one', async () => {
    const name = await clinicName();
    const { example, channels } = await previewOf([aWay(), aWay({ safety: 'shared', rank: 1 }), aWay({ channel: 'email', address: 'amna@example.org', rank: 2 })]);
    expect(example).toMatchObject({ startsAt: new Date('2026-12-01T10:00:00Z'), zone: 'Europe/London' });
    const [open, shared, mail] = channels.map(({ draft }) => draft);
    expect(open).toMatchObject({ neutral: false, languageName: 'Arabic', reviewState: 'draft' });
    expect(open?.body).toContain(name);
    expect(shared).toMatchObject({ neutral: true, unconfirmed: false });
    expect(shared?.body).not.toMatch(/Clinic|Marlowe|\(name\)|https?:/);
    expect(mail).toMatchObject({ channel: 'email', neutral: false, subject: expect.stringContaining('موعدك') });
    expect(channels.map(({ sentence }) => sentence)).toEqual([null, null, null]);
  });

  it('counts a number that nobody confirmed as shared', async () => {
    const { channels } = await previewOf([aWay({ isConfirmed: false })]);
    expect(channels[0]?.draft).toMatchObject({ neutral: true, unconfirmed: true });
  });

  it('says that nothing goes to a monitored phone but the words they chose, and nothing ever to an unsafe one', async () => {
    const own = { text: 'الطرد جاهز', varietyId: 'arb' };
    const ways = [aWay({ safety: 'monitored' }), aWay({ safety: 'monitored', ownWords: own }), aWay({ safety: 'unsafe' }), aWay({ channel: 'email', address: 'a@example.org', safety: 'monitored' })];
    const { channels } = await previewOf(ways);
    expect(channels.map(({ draft, sentence }) => draft?.body ?? sentence)).toEqual([
      'Nothing, unless they choose the exact words.',
      'الطرد جاهز',
      'Nothing, ever. Nobody writes or calls here.',
      'Nothing: somebody monitors it.',
    ]);
    expect(channels[1]?.draft).toMatchObject({ isOwnWords: true });
  });

  it('says what a person does where no text can go', async () => {
    const call = aWay({ channel: 'voice' });
    const noReading = { languages: [] };
    expect((await previewOf([call], noReading)).channels).toEqual([{ draft: null, sentence: 'A person calls with an interpreter, and leaves no message.' }]);
    expect((await previewOf([aWay()], noReading)).channels[0]?.sentence).toBe(
      'Nothing: we have no text in a language they read. A person tells them with an interpreter.',
    );
    expect((await previewOf([aWay()], { formats: ['letter'] })).channels[0]?.sentence).toBe(
      'Nothing: it is not among the ways in which they wish to be told.',
    );
  });

  it('shows what a call would say, and nothing that names anybody where somebody else may answer', async () => {
    const said = async (safety: 'private' | 'shared') => (await previewOf([aWay({ channel: 'voice', safety })])).channels[0]?.draft;
    expect(await said('private')).toMatchObject({ channel: 'voice', lang: 'ar', neutral: false, body: expect.stringContaining('Marlowe Road') });
    expect(await said('shared')).toMatchObject({ channel: 'voice', neutral: true, body: expect.not.stringContaining('Marlowe') });
  });

  it('knows of a number that asked for no more messages', async () => {
    const address = aPhone();
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address, safety: 'private', isConfirmed: true }] });
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    await stand.simulator.reply(clinic.staff, { address, body: 'STOP' });
    await stand.settle();
    expect((await previewOf([aWay({ address })])).channels[0]).toMatchObject({ draft: null, sentence: expect.stringContaining('Nothing is sent here.') });
  });

  it('shows the letter that would be posted: all of it to a private address, when and nothing else where others open the post', async () => {
    const posted = async (safety: 'private' | 'shared' | 'unknown') =>
      (await previewOf([], { post: { lines: ['1 Quay Street', 'London'], country: null, safety }, formats: ['large-print'] })).post?.letter;
    expect(await posted('private')).toMatchObject({ layout: 'large-print', neutral: false, languageName: 'Arabic', reviewState: 'draft' });
    const name = await clinicName();
    for (const safety of ['shared', 'unknown'] as const) {
      const letter = await posted(safety);
      expect(letter).toMatchObject({ neutral: true });
      expect(JSON.stringify(letter)).not.toMatch(new RegExp(`${name}|Marlowe|\\(name\\)`));
    }
  });

  it('posts nothing where the post is watched or not safe, and nothing that they cannot read', async () => {
    const sentence = async (safety: 'private' | 'monitored' | 'unsafe', more: Partial<SaidProfile> = {}) =>
      (await previewOf([], { post: { lines: ['1 Quay Street'], country: null, safety }, ...more })).post;
    expect(await sentence('unsafe')).toEqual({ letter: null, sentence: 'Nothing, ever. No letter is posted here.' });
    expect(await sentence('monitored')).toEqual({ letter: null, sentence: 'Nothing: somebody checks the post there.' });
    expect(await sentence('private', { languages: [] })).toMatchObject({ letter: null, sentence: expect.stringContaining('no text for a letter') });
    expect((await previewOf([])).post).toBeNull();
    expect(await sentence('private', { formats: ['sms'] })).toMatchObject({ letter: { layout: 'standard' }, sentence: expect.stringContaining('Only when somebody adds one') });
  });

  it('shows a link only where the page behind it may be opened', async () => {
    const shared = [aWay({ safety: 'shared' })];
    expect((await previewOf(shared)).channels[0]?.draft?.body).not.toContain('https://');
    expect((await previewOf(shared, { hasPageCode: true })).channels[0]?.draft?.body).toContain('https://go.example/p/…');
  });
});
