/**
 * Codes that public lists of languages have put beside a name which is not theirs: ISO 639-3's own name of each.
 * HMCTS, school and census lists; a spec compares every line with the code tables.
 */
export const miscodes: Readonly<Record<string, string>> = {
  aku: 'Akum',
  bfz: 'Mahasu Pahari',
  fur: 'Friulian',
  irk: 'Iraqw',
  kru: 'Kurukh',
  mku: 'Konyanka Maninka',
  pat: 'Papitalai',
  pop: 'Pwapwâ',
};
