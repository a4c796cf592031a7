/** What somebody left unfinished on this computer; `null` where there is nothing, or nothing that can be read. */
export const recall = (place: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
};

export const keep = (place: string, value: unknown) => {
  try {
    localStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still works; only a closed tab loses what was unfinished.
  }
};

export const forget = (place: string) => {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
};
