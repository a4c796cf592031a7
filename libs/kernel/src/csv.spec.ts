import { csvOf, parseCsv, textOfCell } from './csv';

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
    ['a,b,a\n1,2,3\n', 'Line 1: the column “a” is there twice.'],
  ])('names the line that it cannot read: %j', (text, sentence) => {
    expect(() => parseCsv(text)).toThrow(sentence);
  });
});

it('reads back what it wrote: commas, quotation marks, new lines and the rows in order', () => {
  const rows = [
    { name: 'Dinka (Rek), "Dik"', note: 'one\ntwo' },
    { name: '', note: ' kept ' },
  ];
  expect(parseCsv(csvOf(['name', 'note'], rows)).map(({ cells }) => cells)).toEqual(rows);
});

it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx'])('writes %s so that no spreadsheet runs it, and knows what it was', (text) => {
  const [row] = parseCsv(csvOf(['cell'], [{ cell: text }]));
  expect(row?.cells.cell).toBe(`'${text}`);
  expect(textOfCell(row?.cells.cell ?? '')).toBe(text);
});

it('leaves an apostrophe that somebody wrote', () => {
  expect(textOfCell("'Are'are")).toBe("'Are'are");
});
