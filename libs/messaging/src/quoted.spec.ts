import { newWords } from './quoted';

const ours = 'Your appointment at Marlowe Road: Thursday 3 December 2026\nWhere: Mill Lane\n1\u00a0I will come';

describe('what somebody wrote anew', () => {
  it.each([
    ['Gmail', `1\n\nOn Tue, 24 Nov 2026 at 10:00, Marlowe Road <post@messages.example>\nwrote:\n\n> Your appointment at Marlowe Road\n> 1 I will come\n`, '1'],
    ['Gmail in Arabic', `\u202b1\u202c\n\n\u202bفي الثلاثاء، 24 نوفمبر 2026 تمت كتابة ما يلي بواسطة <post@messages.example>:\u202c\n\n> موعدك\n`, '1'],
    ['Apple', `I cannot come\n\nSent from my iPhone\n\n> On 24 Nov 2026, at 10:00, Marlowe Road <post@messages.example> wrote:\n> \n> Your appointment\n`, 'I cannot come\n\nSent from my iPhone'],
    ['Outlook', `2\r\n\r\n________________________________\r\nFrom: Marlowe Road <post@messages.example>\r\nSent: Tuesday\r\n\r\n${ours}`, '2'],
    ['Outlook without a mark', `No\n\nVon: Marlowe Road <post@messages.example>\nGesendet: Dienstag, 24. November 2026\nAn: amna@example.org\nBetreff: Your appointment\n\n${ours}`, 'No'],
    ['Outlook of old', `Yes\n\n-----Original Message-----\nFrom: Marlowe Road`, 'Yes'],
    ['a signature', 'Call me\n-- \nAmna\n', 'Call me'],
    ['nothing but words', 'Dear all:\nwhen: at noon?\nI am at home from 2025', 'Dear all:\nwhen: at noon?\nI am at home from 2025'],
    ['nothing at all', '', ''],
  ])('%s', (_, text, own) => {
    expect(newWords(text, ours)).toBe(own);
  });

  it('keeps a line that ends in a colon and names neither a day nor an address', () => {
    expect(newWords('My question:\n> Your appointment')).toBe('My question:');
  });
});
