import { z } from 'zod';
import { withoutFormats } from './answer-shape';

const row = z.object({ id: z.uuid(), at: z.iso.datetime().nullable(), state: z.enum(['open', 'done']), days: z.array(z.iso.date()).max(2), about: z.object({ email: z.email() }).optional() });
const page = z.object({ items: z.array(row), by: z.record(z.string(), z.uuid()), one: z.union([z.object({ kind: z.literal('a'), n: z.int() }), z.object({ kind: z.literal('b') })]) });
const shape = withoutFormats(page);

const answer = (changes: object = {}, rowChanges: object = {}) => ({
  items: [{ id: 'x', at: 'then', state: 'open', days: ['some day'], about: { email: 'nobody' }, ...rowChanges }],
  by: { one: 'x' },
  one: { kind: 'a', n: 1 },
  ...changes,
});

describe('the shape of an answer without the formats of its texts', () => {
  it('lets pass what is of these fields and kinds, whatever the texts say', () => {
    expect(page.safeParse(answer()).success).toBe(false);
    expect(shape.parse(answer())).toEqual(answer());
    expect(shape.parse(answer({}, { at: null, about: undefined }))).toEqual(answer({}, { at: null, about: undefined }));
  });

  it('drops what it does not name, however deep', () => {
    const more = answer({ secret: 1, one: { kind: 'b', secret: 1 } }, { secret: 1, about: { email: 'nobody', secret: 1 } });
    expect(shape.parse(more)).toEqual(answer({ one: { kind: 'b' } }));
  });

  it.each([
    ['a field is missing', answer({}, { id: undefined })],
    ['a text is a number', answer({}, { id: 5 })],
    ['null stands where nothing may', answer({}, { about: null })],
    ['a word is none of those', answer({}, { state: 'lost' })],
    ['there are too many', answer({}, { days: ['a', 'b', 'c'] })],
    ['it is of another kind', answer({ one: { kind: 'c' } })],
    ['a number is not whole', answer({ one: { kind: 'a', n: 1.5 } })],
    ['a value has no text', answer({ by: { one: 1 } })],
  ])('refuses where %s', (_, wrong) => {
    expect(shape.safeParse(wrong).success).toBe(false);
  });
});
