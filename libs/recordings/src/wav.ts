/** Samples of one channel, from −1 to 1. */
export interface Pcm {
  /** A second. */
  rate: number;
  channels: readonly Float64Array[];
}

interface WavFormat {
  encoding: number;
  channels: number;
  rate: number;
  bits: number;
}

const PCM = 1;
const FLOAT = 3;
/** The true encoding is the first two bytes of a GUID further on (WAVE_FORMAT_EXTENSIBLE, mmreg.h). */
const EXTENSIBLE = 0xfffe;
const HEADER = 12;
const CHUNK_HEADER = 8;

/** Chunks of a RIFF file by name; of several alike the first. A chunk that claims more than there is ends with the file. */
const chunksOf = (file: Buffer): ReadonlyMap<string, Buffer> => {
  const chunks = new Map<string, Buffer>();
  for (let at = HEADER; at + CHUNK_HEADER <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const from = at + CHUNK_HEADER;
    if (!chunks.has(name)) chunks.set(name, file.subarray(from, Math.min(from + size, file.length)));
    // Chunks begin at even places.
    at = from + size + (size % 2);
  }
  return chunks;
};

const formatOf = (chunk: Buffer): WavFormat | null => {
  if (chunk.length < 16) return null;
  const named = chunk.readUInt16LE(0);
  const encoding = named === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : named;
  return { encoding, channels: chunk.readUInt16LE(2), rate: chunk.readUInt32LE(4), bits: chunk.readUInt16LE(14) };
};

/** By encoding and bits: how one sample is read. */
const readers: Readonly<Record<string, (data: Buffer, at: number) => number>> = {
  [`${PCM}/8`]: (data, at) => (data.readUInt8(at) - 128) / 128,
  [`${PCM}/16`]: (data, at) => data.readInt16LE(at) / 32_768,
  [`${PCM}/24`]: (data, at) => data.readIntLE(at, 3) / 8_388_608,
  [`${PCM}/32`]: (data, at) => data.readInt32LE(at) / 2_147_483_648,
  [`${FLOAT}/32`]: (data, at) => data.readFloatLE(at),
};

export const isWav = (file: Buffer): boolean => file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WAVE';

/** The samples of a WAV file (RIFF, Microsoft and IBM 1991); null for what is none, is compressed, or is neither mono nor stereo. */
export const readWav = (file: Buffer): Pcm | null => {
  if (!isWav(file)) return null;
  const chunks = chunksOf(file);
  const [head, data] = [chunks.get('fmt '), chunks.get('data')];
  const format = head && formatOf(head);
  if (!format || !data || format.rate === 0 || format.channels < 1 || format.channels > 2) return null;
  const { encoding, channels, rate, bits } = format;
  const read = readers[`${encoding}/${bits}`];
  if (!read) return null;
  const bytes = bits / 8;
  const frames = Math.floor(data.length / (bytes * channels));
  const sample = (channel: number) => (_: number, frame: number): number => {
    const value = read(data, (frame * channels + channel) * bytes);
    return Number.isFinite(value) ? value : 0;
  };
  return { rate, channels: Array.from({ length: channels }, (_, channel) => Float64Array.from({ length: frames } as ArrayLike<number>, sample(channel))) };
};

/** As every recording is kept: one channel, 16 bits. */
export const writeWav = (rate: number, samples: Float64Array): Buffer => {
  const bytes = samples.length * 2;
  const file = Buffer.alloc(44 + bytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(bytes, 40);
  samples.forEach((sample, n) => file.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767))), 44 + n * 2));
  return file;
};
