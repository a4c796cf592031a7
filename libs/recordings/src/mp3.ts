/** Kilobits a second of layer III by index, for MPEG 1 and for MPEG 2 and 2.5 (ISO 11172-3, 2.4.2.3; ISO 13818-3, 2.4.2.3). */
const bitRates = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** By version: reserved is 1. */
const rates: Readonly<Record<number, readonly number[]>> = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] };
const LAYER_THREE = 1;
const LEAST_FRAMES = 2;

interface Frame {
  bytes: number;
  seconds: number;
}

const frameAt = (file: Buffer, at: number): Frame | null => {
  if (at + 4 > file.length) return null;
  const head = file.readUInt32BE(at);
  const [version, layer] = [(head >>> 19) & 3, (head >>> 17) & 3];
  const rate = rates[version]?.[(head >>> 10) & 3];
  const kilobits = bitRates[version === 3 ? 'one' : 'two'][(head >>> 12) & 15];
  if (head >>> 21 !== 0x7ff || layer !== LAYER_THREE || !rate || !kilobits) return null;
  const samples = version === 3 ? 1152 : 576;
  return { bytes: Math.floor(((samples / 8) * kilobits * 1000) / rate) + ((head >>> 9) & 1), seconds: samples / rate };
};

/** Where the sound begins: after a tag, whose length is written in four bytes of seven bits (ID3v2.4, 3.1). */
const startOf = (file: Buffer): number =>
  file.toString('latin1', 0, 3) === 'ID3' && file.length >= 10 ? 10 + file.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 0x7f), 0) : 0;

/** Walks frame after frame; null for what has not two in a row. What follows the last one (tags, half a frame) is no sound. */
export const framesOfMp3 = (file: Buffer): { seconds: number } | null => {
  let [at, frames, seconds] = [startOf(file), 0, 0];
  for (let frame = frameAt(file, at); frame && at + frame.bytes <= file.length; frame = frameAt(file, at)) {
    at += frame.bytes;
    frames += 1;
    seconds += frame.seconds;
  }
  return frames >= LEAST_FRAMES ? { seconds } : null;
};
