/**
 * As Promise.all, but settled as a whole: nothing is still asking when it fails, so that a connection is handed on
 * only once nobody uses it any more.
 */
export const together = async <Asked extends readonly unknown[] | []>(
  asked: Asked,
): Promise<{ -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }> => {
  await Promise.allSettled(asked);
  return Promise.all(asked);
};
