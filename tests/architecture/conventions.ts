import ts from 'typescript';

/** A rule of how we write that no linter we have can express. */
export interface Convention {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  readonly isBrokenBy: (node: ts.Node) => boolean;
  /** A source that breaks it. */
  readonly fixture: string;
}

const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
const isServerSide = (path: string): boolean => /^(libs|apps\/server)\//.test(path);

const isPropertyOf = (node: ts.Node, object: string, property: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.expression.getText() === object && node.name.text === property;

export const conventions: readonly Convention[] = [
  {
    name: 'what time it is comes from the clock',
    appliesTo: (path) => isServerSide(path) && !isTest(path) && path !== 'libs/kernel/src/clock.ts',
    isBrokenBy: (node) =>
      isPropertyOf(node, 'Date', 'now') ||
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length),
    fixture: 'export const today = () => new Date();',
  },
  {
    name: 'the environment is read in config only',
    appliesTo: (path) => isServerSide(path) && !isTest(path),
    isBrokenBy: (node) => isPropertyOf(node, 'process', 'env'),
    fixture: 'export const port = process.env.PORT;',
  },
  {
    name: 'what changes something takes effect once: Post, Put and Delete are ours',
    appliesTo: (path) => path.startsWith('apps/server/') && path !== 'apps/server/src/http/methods.ts',
    isBrokenBy: (node) =>
      ts.isImportDeclaration(node) &&
      node.moduleSpecifier.getText() === "'@nestjs/common'" &&
      /\b(Post|Put|Patch|Delete|All)\b/.test(node.importClause?.namedBindings?.getText() ?? ''),
    fixture: "import { Controller, Post } from '@nestjs/common';",
  },
  {
    name: 'exports are picked by hand',
    appliesTo: (path) => /^(libs|apps)\//.test(path),
    isBrokenBy: (node) => ts.isExportDeclaration(node) && node.exportClause === undefined,
    fixture: `export * from './booking.entity';`,
  },
  {
    name: 'an entity leaves loading and saving of others to services',
    appliesTo: (path) => /^libs\/.*\.entity\.ts$/.test(path),
    isBrokenBy: (node) =>
      ts.isPropertyAssignment(node) &&
      ['cascade', 'eager', 'lazy'].includes(node.name.getText()) &&
      node.initializer.kind !== ts.SyntaxKind.FalseKeyword,
    fixture: 'export const options = { eager: true };',
  },
  {
    name: 'nothing behind a link or a webhook knows of supporters',
    appliesTo: (path) => /^apps\/server\/src\/(pages|gateway)\//.test(path),
    isBrokenBy: (node) => ts.isIdentifier(node) && /supporter/i.test(node.text),
    fixture: 'export const added = () => supporters.add();',
  },
];

/** Lines, counted from 1, of this source that break the convention. */
export const brokenLines = (convention: Convention, path: string, text: string): number[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (convention.isBrokenBy(node)) lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
};
