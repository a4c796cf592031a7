import { figureText, fill, nameText, plainText, wordText } from './text';

const LRI = '\u2066';
const FSI = '\u2068';
const PDI = '\u2069';

describe('filling a text', () => {
  it('keeps every value a run of its own, so that a page can isolate it', () => {
    expect(fill('موعدك {when}.', { when: [wordText('الخميس '), figureText('17/12/2026')] })).toEqual([
      { text: 'موعدك ' },
      { text: 'الخميس ' },
      { text: '17/12/2026', dir: 'ltr' },
      { text: '.' },
    ]);
  });

  it('refuses to leave a gap where a value is missing', () => {
    expect(() => fill('موعدك {when}.')).toThrow(/when/);
  });

  it('leaves a line out when its choice says so', () => {
    const pattern = 'Where{who, select, yes {\nInterpreter: {name}} other {}}';
    expect(plainText(fill(pattern, { who: 'no', name: [nameText('')] }), 'ltr')).toBe('Where');
    expect(plainText(fill(pattern, { who: 'yes', name: [nameText('Hiba')] }), 'ltr')).toBe('Where\nInterpreter: Hiba');
  });

  it('takes angle brackets and apostrophes as what they are', () => {
    expect(plainText(fill("it's <b>{name}</b>", { name: [nameText('x')] }), 'ltr')).toBe("it's <b>x</b>");
  });
});

describe('plain text', () => {
  it('isolates figures and names in right-to-left text', () => {
    const parts = [wordText('في '), nameText('Riverside'), wordText(': '), figureText('14:30')];
    expect(plainText(parts, 'rtl')).toBe(`في ${FSI}Riverside${PDI}: ${LRI}14:30${PDI}`);
  });

  it('spends no isolates on Latin names in left-to-right text, where they would cost a Somali SMS its alphabet', () => {
    expect(plainText([nameText('Riverside'), figureText('14:30')], 'ltr')).toBe('Riverside14:30');
  });

  it('isolates an Arabic name in Ukrainian text', () => {
    expect(plainText([wordText('Переклад: '), nameText('هبة')], 'ltr')).toBe(`Переклад: ${FSI}هبة${PDI}`);
  });

  it('lets no name turn the rest of the message round or break it into lines', () => {
    const name = nameText('Hiba\u202e\u2069\n\u2067Elamin');
    expect(name).toEqual({ text: 'Hiba Elamin', dir: 'auto' });
  });
});
