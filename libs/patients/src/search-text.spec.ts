import { searchText, searchWords } from './search-text';

const finds = (search: string, name: string, recordNumber: string | null = null): boolean =>
  searchWords(search).every((word) => searchText(name, recordNumber).includes(word));

describe('searching for a patient', () => {
  it.each([
    ['osman amna', 'Amna Idris Osman'],
    ['OSMÁN', 'Amna Idris Osman'],
    ['oman', 'José Omán'],
    ['ለምለም', 'ለምለም ተስፋይ'],
    ['عُثمان', 'آمنة عثمان'],
  ])('finds "%s" in "%s"', (search, name) => expect(finds(search, name)).toBe(true));

  it('looks at the record number too', () => {
    expect(finds('48-2210', 'Amna', '48-2210')).toBe(true);
    expect(finds('48-2211', 'Amna', '48-2210')).toBe(false);
  });

  it('takes % and _ as they are', () => {
    expect(finds('%', 'Amna')).toBe(false);
    expect(finds('A_na', 'Amna')).toBe(false);
  });
});
