import { line, pageQuery } from './shared';

describe('what somebody wrote', () => {
  it.each(['a\u0000b', '\u0000', 'bell\u0007', '\u001b[2J'])('is refused with a sentence when it holds a control character: %j', (text) => {
    expect(line().safeParse(text).error?.issues[0]?.message).toContain('cannot be kept');
    expect(pageQuery.safeParse({ search: text }).success).toBe(false);
  });

  it.each(['O’Brien; drop table x', '😀', 'ኣምና', 'من\u200cزل', '\u200fعثمان\u200f', 'two\nlines\tof it'])('is kept as it is: %j', (text) => {
    expect(line().parse(text)).toBe(text);
  });
});

it('goes on to the next page after a long name in Ethiopic letters', () => {
  const key = JSON.stringify(['ኣ'.repeat(120), '01a202a5-da80-775f-97ef-24cbce53816e']);
  expect(pageQuery.safeParse({ after: Buffer.from(key).toString('base64url') }).success).toBe(true);
});
