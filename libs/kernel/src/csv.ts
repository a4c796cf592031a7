import { Invalid } from './errors';

export interface CsvRow {
  /** Of the file, the header being line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

interface RawRecord {
  line: number;
  cells: string[];
}

const recordsOf = (text: string): RawRecord[] => {
  const cell = new RegExp(CELL);
  const records: RawRecord[] = [];
  let line = 1;
  let record: RawRecord = { line, cells: [] };
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Invalid('broken-csv', `Line ${line}: a quotation mark is not closed or not doubled.`);
    const [whole, quoted, plain = '', end] = match;
    record.cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.split('\n').length - 1;
    if (end === ',' && cell.lastIndex < text.length) continue;
    if (end === ',') record.cells.push('');
    records.push(record);
    record = { line, cells: [] };
  }
  return records;
};

/**
 * Reads comma-separated text with a header (RFC 4180); blank lines are skipped.
 * @throws Invalid `broken-csv` naming the line
 */
export const parseCsv = (text: string): CsvRow[] => {
  const [header, ...records] = recordsOf(text.replace(/^\uFEFF/, ''));
  if (!header) throw new Invalid('broken-csv', 'Line 1: there is no header.');
  const twice = header.cells.find((name, at) => header.cells.indexOf(name) !== at);
  if (twice !== undefined) throw new Invalid('broken-csv', `Line 1: the column “${twice}” is there twice.`);
  return records
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '')
    .map(({ line, cells }) => {
      if (cells.length !== header.cells.length)
        throw new Invalid('broken-csv', `Line ${line}: ${cells.length} cells where the header has ${header.cells.length}.`);
      return { line, cells: Object.fromEntries(header.cells.map((name, at) => [name, cells[at] ?? ''])) };
    });
};

/** What a spreadsheet would run instead of show; behind an apostrophe it is text. */
const RUNS = /^[=+\-@\t\r]/;

const cellOf = (text: string): string => {
  const harmless = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/**
 * Comma-separated text with a header, for spreadsheets: with a byte order mark, and no cell is taken for a formula.
 * `parseCsv` and `textOfCell` read back what was written.
 */
export const csvOf = <Column extends string>(columns: readonly Column[], rows: readonly Readonly<Record<Column, string>>[]): string =>
  `\uFEFF${[columns.join(','), ...rows.map((row) => columns.map((column) => cellOf(row[column])).join(','))].join('\r\n')}\r\n`;

/** What was meant by a cell that `csvOf` may have written: without the apostrophe that kept it from running. */
export const textOfCell = (cell: string): string => (cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell);
