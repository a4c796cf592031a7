import { Database } from '@dragoman/platform';
import { PatientLetters } from '@dragoman/reminders';
import { catalogOf, type LongKey, Reviews } from '@dragoman/words';
import { PagesStand } from '../support/pages';

let stand: PagesStand;

beforeAll(async () => {
  stand = await PagesStand.open();
}, 120_000);

afterAll(() => stand?.close());

const decisionOn = (key: LongKey) => ({
  language: 'ar' as const,
  form: 'long' as const,
  key,
  reviewerName: 'R.',
  reviewerRole: 'who reads it',
  reviewedOn: '2026-11-24',
  note: null,
});

const approve = async (key: LongKey): Promise<void> => {
  const { pattern, version } = catalogOf('ar').long[key];
  await stand.service(Reviews).approve(stand.staff, { ...decisionOn(key), pattern, version, confirmed: [], seen: null });
};

const withdraw = async (key: LongKey): Promise<void> => {
  const { language, form } = decisionOn(key);
  const [newest] = await stand.service(Database).read(stand.staff, (tx) => stand.service(Reviews).history(tx, stand.staff.organisationId, { language, form, key }));
  await stand.service(Reviews).withdraw(stand.staff, { ...decisionOn(key), seen: newest?.id ?? null });
};

const pageOf = async (path: string): Promise<string> => (await fetch(`${stand.url}${path}?lang=ar`)).text();
const letterOf = (bookingId: string) => stand.service(PatientLetters).show(stand.staff, bookingId, { goes: 'by-hand' });
const ASSURANCE = 'الترجمة الشفوية مجانية وسرية.';

it('what a reader approved stands on the patient’s page and in a letter at once, and no more once it is withdrawn', async () => {
  const { path, bookingId } = await stand.aConfirmedAppointment();
  expect(await pageOf(path)).not.toContain(ASSURANCE);
  expect(await letterOf(bookingId)).toMatchObject({ reviewState: 'draft', beside: { lang: 'en' } });
  await approve('assurance');
  await approve('confirmed');
  expect(await pageOf(path)).toContain(ASSURANCE);
  const letter = await letterOf(bookingId);
  expect(letter).toMatchObject({ reviewState: 'reviewed', beside: null });
  expect(letter.said.rows.map(({ words }) => words).join('\n')).toContain(ASSURANCE);
  await withdraw('assurance');
  expect(await pageOf(path)).not.toContain(ASSURANCE);
});
