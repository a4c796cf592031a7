import type { DocumentMedia } from './document.entity';

/** Segments of a JPEG that tell where, when and with what it was taken, or what somebody wrote beside it: Exif and XMP, IPTC, comments. */
const APP1 = 0xe1;
const TELLING: ReadonlySet<number> = new Set([APP1, 0xed, 0xfe]);
const START_OF_SCAN = 0xda;
const ORIENTATION = 0x0112;

/** Exif with nothing but which way is up; else a photograph lies on its side. */
const uprightSegment = (orientation: number): Buffer => {
  const body = Buffer.from(`${Buffer.from('Exif\0\0MM\0*', 'latin1').toString('hex')}00000008000101120003000000010000000000000000`, 'hex');
  body.writeUInt16BE(orientation, body.length - 8);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Which way is up by an Exif segment, 1 to 8; null where it does not say. */
const orientationIn = (body: Buffer): number | null => {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0' || body.length < 16) return null;
  const tiff = body.subarray(6);
  const isBig = tiff.toString('latin1', 0, 2) === 'MM';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isBig ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at));
  const first = isBig ? tiff.readUInt32BE(4) : tiff.readUInt32LE(4);
  for (let n = 0; n < Math.min(short(first), 200); n++) {
    const entry = first + 2 + n * 12;
    if (short(entry) === ORIENTATION) return short(entry + 8) >= 1 && short(entry + 8) <= 8 ? short(entry + 8) : null;
  }
  return null;
};

const plainJpeg = (content: Buffer): Buffer => {
  const kept = [content.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content.readUInt8(at + 1);
    if (marker === START_OF_SCAN) break;
    const end = at + 2 + content.readUInt16BE(at + 2);
    const orientation = marker === APP1 ? orientationIn(content.subarray(at + 4, end)) : null;
    if (!TELLING.has(marker)) kept.push(content.subarray(at, end));
    else if (orientation !== null && orientation !== 1) kept.push(uprightSegment(orientation));
    at = end;
  }
  return Buffer.concat([...kept, content.subarray(at)]);
};

const PNG_HEAD = 8;
const TELLING_CHUNKS: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

const plainPng = (content: Buffer): Buffer => {
  const kept = [content.subarray(0, PNG_HEAD)];
  let at = PNG_HEAD;
  while (at + 12 <= content.length) {
    const end = at + 12 + content.readUInt32BE(at);
    if (!TELLING_CHUNKS.has(content.toString('latin1', at + 4, at + 8))) kept.push(content.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
};

const plainly: Record<DocumentMedia, (content: Buffer) => Buffer> = { 'image/jpeg': plainJpeg, 'image/png': plainPng, 'application/pdf': (content) => content };

/**
 * A photograph without what the camera wrote beside it: papers are photographed at home, and where that is, is never shown. A PDF is left as it is.
 * Source: JPEG, ITU-T T.81 B.1.1.4; Exif 2.32, 4.6.4; PNG, W3C 11.3.
 */
export const withoutWhereabouts = (content: Buffer, media: DocumentMedia): Buffer => plainly[media](content);
