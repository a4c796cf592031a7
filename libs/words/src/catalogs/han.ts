const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const oneOf = (encoding: string, leads: readonly number[], trails: readonly number[]): RegExp => {
  const decoder = new TextDecoder(encoding);
  const characters = leads.flatMap((lead) => trails.map((trail) => decoder.decode(Uint8Array.of(lead, trail))));
  return new RegExp(`^[${characters.filter((character) => /^\p{Script=Han}$/u.test(character)).join('')}]$`, 'u');
};

/** A character of GB 2312, in which a Traditional one is a stranger. */
export const simplifiedLetter = oneOf('gbk', range(0xb0, 0xf7), range(0xa1, 0xfe));

/** A character of Big5 without what Hong Kong and manufacturers added, in which a Simplified one is a stranger. */
export const traditionalLetter = oneOf('big5', [...range(0xa4, 0xc5), ...range(0xc9, 0xf8)], [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]);
