import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { isGsm7, partsOf, segmentsOf, smsText } from './segments';

const signs = fc.string({ unit: fc.constantFrom(...'aZ9 @£\n€[]{}~^|', ...'سمعًاپچ،ሰላም፦їґʼ', '\u200c', '\u2068', '😀'), maxLength: 700, size: 'max' });
const ofGsm = fc.string({ unit: fc.constantFrom(...'aZ9 @£\n€[]{}~^|é'), maxLength: 700, size: 'max' });

it('counts the parts of any text as the calculator of the carrier does, a hundred times as fast', () => {
  fc.assert(fc.property(fc.oneof(signs, ofGsm), (text) => expect(partsOf(text)).toBe(segmentsOf(text).segments)), { numRuns: 200, endOnFailure: true });
});

it.each(['\n', '\u2068'])('ends a part between %j and a mark that stands alone behind it', (control) => {
  const text = `${'س'.repeat(66)}${control}\u200c${'س'.repeat(66)}`;
  expect([partsOf(text), segmentsOf(text).segments]).toEqual([2, 2]);
});

it('ends a part before a pair, which keeps together by itself', () => {
  const text = `${'س'.repeat(66)}ع😀${'س'.repeat(65)}`;
  expect([partsOf(text), segmentsOf(text).segments]).toEqual([2, 2]);
});

describe('what an SMS costs', () => {
  it('counts a short Latin text as one segment of 160', () => {
    expect(segmentsOf('a'.repeat(160))).toEqual({ encoding: 'GSM-7', segments: 1, characters: 160 });
    expect(segmentsOf('a'.repeat(161))).toMatchObject({ segments: 2 });
  });

  it('counts Arabic in segments of 70', () => {
    expect(segmentsOf('س'.repeat(70))).toEqual({ encoding: 'UCS-2', segments: 1, characters: 70 });
    expect(segmentsOf('س'.repeat(71))).toMatchObject({ segments: 2 });
  });

  it('counts direction isolates, which are sent like any letter', () => {
    expect(segmentsOf(`\u2066${'س'.repeat(68)}\u2069`).segments).toBe(1);
    expect(segmentsOf(`\u2066${'س'.repeat(69)}\u2069`).segments).toBe(2);
  });

  it('gives up no-break spaces where they alone would make the text dear', () => {
    expect(smsText('1\u00a0waan imanayaa, O’Brien')).toBe("1 waan imanayaa, O'Brien");
  });

  it('keeps no-break spaces in a text that is not GSM-7 anyway', () => {
    expect(smsText('1\u00a0سآتي')).toBe('1\u00a0سآتي');
  });

  it('knows without counting which characters an SMS carries as GSM-7', () => {
    const characters = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
    const disagreed = characters.filter((character) => isGsm7(character) !== (segmentsOf(character).encoding === 'GSM-7'));
    expect(disagreed.map((character) => character.charCodeAt(0).toString(16))).toEqual([]);
  });

  it('finds the calculator in plain Node as it does under jest', () => {
    const script = `
      import { SegmentedMessage } from 'sms-segments-calculator';
      process.stdout.write(String(new SegmentedMessage('سلام').segmentsCount));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: __dirname });
    expect(output.toString()).toBe('1');
  });
});
