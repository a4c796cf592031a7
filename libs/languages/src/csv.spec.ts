import { parseCsv } from './csv';

describe('reading comma-separated text', () => {
  it('keeps commas, doubled quotes and line breaks of quoted cells, and counts lines', () => {
    expect(parseCsv('a,b\n"1,5","say ""yes"""\n"two\nlines",x\nlast,\n')).toEqual([
      { line: 2, cells: { a: '1,5', b: 'say "yes"' } },
      { line: 3, cells: { a: 'two\nlines', b: 'x' } },
      { line: 5, cells: { a: 'last', b: '' } },
    ]);
  });

  it('reads files of Windows and of spreadsheets', () => {
    expect(parseCsv('\uFEFFa,b\r\n1,2\r\n\r\n')).toEqual([{ line: 2, cells: { a: '1', b: '2' } }]);
  });

  it('reads a last line without a line break, also one that ends in a comma', () => {
    expect(parseCsv('a,b\n1,')).toEqual([{ line: 2, cells: { a: '1', b: '' } }]);
    expect(parseCsv('a,b\n1,2')).toEqual([{ line: 2, cells: { a: '1', b: '2' } }]);
  });

  it.each([
    ['a,b\n1\n', 'Line 2: 1 cells where the header has 2.'],
    ['a,b\n1,2,3\n', 'Line 2: 3 cells where the header has 2.'],
    ['a,b\n1,"2\n', 'Line 2: a quotation mark is not closed or not doubled.'],
    ['a,b\n1,2"\n', 'Line 2: a quotation mark is not closed or not doubled.'],
    ['', 'Line 1: there is no header.'],
  ])('names the line that it cannot read: %j', (text, sentence) => {
    expect(() => parseCsv(text)).toThrow(sentence);
  });
});
