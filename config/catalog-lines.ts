import ts from 'typescript';

/** What the linter has against a text; `key` is `short.confirmed.private`, or `calendar.part.morning`. */
export interface CatalogProblem {
  language: string;
  key: string;
  rule: string;
  detail: string;
  severity: 'error' | 'warning';
}

const forms = ['short', 'long', 'spoken', 'easy-read', 'page'];

const addressOf = (key: string): { file: string; path: readonly string[] } => {
  const form = forms.find((name) => key.startsWith(`${name}.`));
  if (form !== undefined) return { file: `${form}.ts`, path: [key.slice(form.length + 1)] };
  const [, part = '', word] = key.split('.');
  if (part === 'part') return { file: 'language.ts', path: ['calendar', 'partsOfDay', word ?? ''] };
  return { file: 'language.ts', path: ['calendar', part === 'weekday' ? 'weekdays' : part] };
};

const nameOf = (name: ts.PropertyName): string => (ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '');

/** The values that objects give this name, in the order in which they stand in the file. */
const valuesOf = (within: ts.Node, name: string): ts.Expression[] => {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && nameOf(node.name) === name) found.push(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(within);
  return found;
};

const valueAt = (source: ts.SourceFile, path: readonly string[]): ts.Node | undefined => {
  let within: ts.Node | undefined = source;
  for (const name of path) {
    const values: ts.Expression[] = within ? valuesOf(within, name) : [];
    // A word for an answer may have the name of a text; texts are what `drafts` is called with.
    within = values.find(({ parent }) => ts.isCallExpression(parent.parent.parent)) ?? values[0];
  }
  return within;
};

/** Where what was found stands, else where its text begins, else the file's first letter. */
const positionOf = (source: ts.SourceFile, path: readonly string[], detail: string): number => {
  const value = valueAt(source, path);
  if (!value) return 0;
  return value.getStart(source) + Math.max(0, detail === '' ? 0 : value.getText(source).indexOf(detail));
};

/**
 * One line for each problem, as compilers write them, so that an editor marks the place: `…/ar/short.ts:12:5 error month-name: …`.
 * @param folder of the catalogs, as it is to be printed
 * @param read gives the source of `ar/short.ts`
 */
export const catalogLines = (problems: readonly CatalogProblem[], folder: string, read: (path: string) => string): string[] =>
  problems.map(({ language, key, rule, detail, severity }) => {
    const { file, path } = addressOf(key);
    const name = `${language}/${file}`;
    const source = ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true);
    const { line, character } = source.getLineAndCharacterOfPosition(positionOf(source, path, detail));
    return `${folder}/${name}:${line + 1}:${character + 1} ${severity} ${rule}: ${detail.replaceAll('\n', ' ⏎ ')} (${key})`;
  });
