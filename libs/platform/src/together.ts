/**
 * As Promise.all, but settled as a whole: nothing is still asking when it fails, so that a connection is handed on
 * only once nobody uses it any more.
 */
export const together = async <Asked extends readonly unknown[] | []>(
  asked: Asked,
): Promise<{ -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }> => {
  try {
    return await Promise.all(asked);
  } catch {
    await Promise.allSettled(asked);
    // All are settled: this fails with the first of them, not with the fastest to fail.
    return Promise.all(asked);
  }
};
