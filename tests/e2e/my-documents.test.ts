import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import type { Interpreter, InterpreterDocument, InterpreterDocuments } from '@dragoman/contracts';
import { aRequest, Desk, type SentBody } from '../support/desk';
import { aPdf, aPng } from '../support/documents';
import { aWorld, PASSWORD } from '../support/mutation';
import { signedInPhone } from '../support/my';
import { MY_OPENING, type MyStand, myStand } from '../support/my-stand';

let world: MyStand;

beforeAll(async () => {
  world = await myStand();
}, 120_000);

afterAll(() => world.close());

beforeEach(async () => {
  world.at(MY_OPENING);
  await world.superuser.query('truncate access.sign_in_attempts');
});

const pdf = (): SentBody => ({ type: 'application/pdf', text: aPdf() });
const send = async (phone: Desk, body: SentBody, about = 'kind=certificate&title=DPSI%20Health'): Promise<{ status: number; answer: InterpreterDocuments & { code?: string } }> => {
  const response = await phone.sendKeyed('POST', `/api/my/documents?${about}`, body);
  return { status: response.status, answer: await response.json() };
};

interface Shown {
  interpreter: Interpreter;
  phone: Desk;
  document: InterpreterDocument | undefined;
}

/** The clinic of the stand has asked them. */
const shown = async (about?: string): Promise<Shown> => {
  const interpreter = await world.ruth.addInterpreter();
  await world.ruth.book(aRequest(await world.ruth.addPatient(), await world.ruth.addSite(), { offerTo: [interpreter.id] }));
  const phone = await signedInPhone(world, interpreter);
  const { answer } = await send(phone, pdf(), about);
  return { interpreter, phone, document: answer.items[0] };
};
const get = (desk: Desk, path: string): Promise<Response> => fetch(`${world.url}${path}`, { headers: { cookie: desk.cookies } });

describe('an interpreter shows a document', () => {
  it('with its kind, its title and until when it holds, and gets it back as it was', async () => {
    const { phone, document } = await shown('kind=background-check&title=Enhanced%20check&expiresOn=2027-06-30');
    expect(document).toMatchObject({
      kind: 'background-check', title: 'Enhanced check', mediaType: 'application/pdf', sizeBytes: aPdf().length, expiresOn: '2027-06-30', standing: 'current',
    });
    const response = await get(phone, `/api/my/documents/${document?.id}/file`);
    expect(Buffer.from(await response.arrayBuffer()).equals(aPdf())).toBe(true);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="background-check.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
  });

  it('which is what it is by its content, whatever it is called', async () => {
    const phone = await signedInPhone(world, await world.ruth.addInterpreter());
    expect((await send(phone, { type: 'application/pdf', text: aPng() })).answer.items[0]?.mediaType).toBe('image/png');
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    expect(await send(phone, { type: 'image/png', text: page })).toMatchObject({ status: 422, answer: { code: 'document-unreadable' } });
    expect((await send(phone, { type: 'text/html', text: page })).status).toBe(415);
    expect((await send(phone, { type: 'application/pdf', text: Buffer.alloc(0) })).status).toBe(422);
  });

  it('up to ten megabytes, and no larger', async () => {
    const phone = await signedInPhone(world, await world.ruth.addInterpreter());
    const ofSize = (size: number): SentBody => ({ type: 'application/pdf', text: Buffer.concat([aPdf(), Buffer.alloc(size - aPdf().length)]) });
    expect((await send(phone, ofSize(10 * 1024 * 1024))).status).toBe(201);
    expect((await send(phone, ofSize(10 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('at most thirty of them', async () => {
    const phone = await signedInPhone(world, await world.ruth.addInterpreter());
    for (let number = 0; number < 30; number++) expect((await send(phone, pdf())).status).toBe(201);
    expect(await send(phone, pdf())).toMatchObject({ status: 422, answer: { code: 'too-many-documents' } });
  });

  it('and says when it lapses soon, and that it has', async () => {
    const { phone } = await shown('kind=insurance&title=Indemnity&expiresOn=2027-01-23');
    const standing = async () => (await phone.request<InterpreterDocuments>('GET', '/api/my/documents')).items[0]?.standing;
    expect(await standing()).toBe('lapsing');
    world.at('2027-01-24T09:00:00Z');
    expect(await standing()).toBe('lapsed');
  });

  it('and takes it away for good', async () => {
    const { phone, document } = await shown();
    for (let times = 0; times < 2; times++) await phone.request('DELETE', `/api/my/documents/${document?.id}`);
    expect((await get(phone, `/api/my/documents/${document?.id}/file`)).status).toBe(404);
    expect((await world.superuser.query('select 1 from interpreters.documents where id = $1', [document?.id])).rowCount).toBe(0);
  });
});

describe('a document is read by nobody but', () => {
  it('its owner among the interpreters', async () => {
    const { document } = await shown();
    const somebody = await signedInPhone(world, await world.ruth.addInterpreter());
    expect((await get(somebody, `/api/my/documents/${document?.id}/file`)).status).toBe(404);
    await somebody.request('DELETE', `/api/my/documents/${document?.id}`);
    expect((await world.superuser.query('select 1 from interpreters.documents where id = $1', [document?.id])).rowCount).toBe(1);
  });

  it('whoever keeps the interpreters of a clinic that has asked them, and the trail says who did', async () => {
    const { interpreter, document } = await shown();
    const path = `/api/interpreters/${interpreter.id}/documents`;
    expect((await world.ruth.request<InterpreterDocuments>('GET', path)).items).toEqual([document]);
    const file = await get(world.ruth, `${path}/${document?.id}/file`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="certificate.pdf"']);
    const { rows } = await world.superuser.query(`select actor_kind, action, details from audit.entries where subject_id = $1 order by at, id`, [document?.id]);
    const seen = await world.superuser.query(`select 1 from audit.entries where subject_id = $1 and action = 'document.seen' and actor_kind = 'staff'`, [document?.id]);
    expect([rows.length, seen.rowCount]).toEqual([2, 1]);
  });

  it('not the desk, which sees that there is one and until when', async () => {
    const { interpreter, document } = await shown();
    const { rows } = await world.superuser.query('select organisation_id from bookings.offers where interpreter_id = $1', [interpreter.id]);
    const email = `${randomUUID()}@clinic.example`;
    await world.running.app.get(Accounts).create({ kind: 'installation', by: 'test' }, { organisationId: rows[0].organisation_id, name: 'Ida', email, role: 'receptionist', password: PASSWORD });
    const ida = new Desk(world.url);
    await ida.signIn(email, PASSWORD);
    const path = `/api/interpreters/${interpreter.id}/documents`;
    expect((await ida.request<InterpreterDocuments>('GET', path)).items).toHaveLength(1);
    expect((await get(ida, `${path}/${document?.id}/file`)).status).toBe(403);
  });

  it('not a clinic that never asked them', async () => {
    const { interpreter, document } = await shown();
    const { ruth: stranger } = await aWorld(world);
    const path = `/api/interpreters/${interpreter.id}/documents`;
    expect((await stranger.request<InterpreterDocuments>('GET', path)).items).toEqual([]);
    expect((await get(stranger, `${path}/${document?.id}/file`)).status).toBe(404);
  });
});
