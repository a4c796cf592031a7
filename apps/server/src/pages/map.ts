/** Where a place is shown, by its address: a map that asks for no account. */
export const mapOf = (address: string): string => `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
