/** WAV files as anybody's recorder makes them, written here by hand: the program's own writer is not trusted to test its reader. */
export interface ToneShape {
  seconds?: number;
  rate?: number;
  hertz?: number;
  /** Of the peak; 0 dBFS is the loudest that there is. */
  dbfs?: number;
  /** In which of the channels it sounds. */
  in?: readonly boolean[];
}

export const aTone = ({ seconds = 1, rate = 48_000, hertz = 997, dbfs = -20, in: channels = [true] }: ToneShape = {}): Buffer => {
  const frames = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + frames * channels.length * 2);
  file.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels.length, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * channels.length * 2, 28);
  file.writeUInt16LE(channels.length * 2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(file.length - 44, 40);
  const peak = 32_767 * 10 ** (dbfs / 20);
  for (let frame = 0; frame < frames; frame += 1)
    channels.forEach((sounds, n) => {
      file.writeInt16LE(sounds ? Math.round(peak * Math.sin((2 * Math.PI * hertz * frame) / rate)) : 0, 44 + (frame * channels.length + n) * 2);
    });
  return file;
};

/** Frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz, each 417 bytes and 26 ms: nobody has to decode them. */
export const anMp3 = (filling = 1, frames = 20): Buffer => {
  const frame = Buffer.alloc(417, filling);
  frame.writeUInt32BE(0xfffb9000, 0);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
};
