/** A file of documents in which a program writes what is between two marks. */
export const withWritten = (document: string, mark: string, text: string): string => {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the document has no place for ${mark}`);
  return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(to)}`;
};
