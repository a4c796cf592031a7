import { aPng } from '../../../tests/support/documents';
import { withoutWhereabouts } from './photograph';

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** Little-endian, as cameras write it: which way is up, and beside it something that tells. */
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from('49492a000800000001001201030001000000000000000000000000', 'hex');
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 51.5N 0.1W')]);
};
const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0')), ...segments, segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 3, 0xff, 0xd9])]);

describe('a photograph of a paper', () => {
  it('loses what the camera wrote of where it was taken, and nothing of the picture', () => {
    const taken = jpeg(segment(0xe1, exif(1)), segment(0xfe, Buffer.from('taken at home')));
    expect(withoutWhereabouts(taken, 'image/jpeg').equals(jpeg())).toBe(true);
  });

  it('keeps which way is up', () => {
    const plain = withoutWhereabouts(jpeg(segment(0xe1, exif(6))), 'image/jpeg');
    expect(plain.includes('GPS')).toBe(false);
    expect(withoutWhereabouts(plain, 'image/jpeg').equals(plain)).toBe(true);
    expect(plain.subarray(2 + 9).toString('hex')).toMatch(/^ffe1.*4d4d002a00000008000101120003000000010006/);
  });

  it('as PNG loses what was written beside it', () => {
    const text = Buffer.concat([Buffer.from([0, 0, 0, 4]), Buffer.from('tEXthome'), Buffer.alloc(4)]);
    const taken = Buffer.concat([aPng().subarray(0, 33), text, aPng().subarray(33)]);
    expect(withoutWhereabouts(taken, 'image/png').equals(aPng())).toBe(true);
  });

  it('that is cut off is kept as far as it goes', () => {
    const cut = jpeg(segment(0xe1, exif(1))).subarray(0, 20);
    expect(withoutWhereabouts(cut, 'image/jpeg').length).toBeLessThanOrEqual(cut.length);
    expect(withoutWhereabouts(aPng().subarray(0, 20), 'image/png').length).toBeLessThanOrEqual(20);
  });
});
