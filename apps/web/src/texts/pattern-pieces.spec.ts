import { joined, piecesOf, rewritten } from './pattern-pieces';

const words = (pattern: string) => piecesOf(pattern)?.flatMap((piece) => (piece.kind === 'words' && piece.text !== '' ? [[piece.text, piece.within.join(' ')]] : []));

it('takes a text apart into its words and where they are said', () => {
  expect(words('At {clinic}: {when}{who, select, yes {\nBy: {interpreter}} other {}}{answered, select, yes {\nReply:\n1\u00a0yes{room, select, yes {\n2\u00a0no} other {}}} other {nothing}}.')).toEqual([
    ['At {clinic}: {when}', ''],
    ['By: {interpreter}', 'who=yes'],
    ['Reply:\n1\u00a0yes', 'answered=yes'],
    ['2\u00a0no', 'answered=yes room=yes'],
    ['nothing', 'answered=other'],
    ['.', ''],
  ]);
});

it.each(['{', 'x}', '{who, select, yes {a} other {b}', "it's '{'", '{a, select, yes {x}}}'])('shows whole what it cannot take apart: %s', (pattern) => {
  expect(piecesOf(pattern)).toBeNull();
});

it('rewrites one piece and nothing else, and keeps a digit with its answer', () => {
  const pattern = 'Hello{answered, select, yes {\nReply:\n1\u00a0yes} other {}}';
  const pieces = piecesOf(pattern) ?? [];
  const place = pieces.findIndex(({ text }) => text.startsWith('Reply'));
  expect(joined(rewritten(pieces, place, 'Answer:\n1 oh yes'))).toBe('Hello{answered, select, yes {\nAnswer:\n1\u00a0oh yes} other {}}');
});

it.each(['', 'plain', '{when}', '\n\nx\n', '{ when } and { who , select , yes { a } other { b } }', '{m, select, video {V} phone {P} other {O}}'])('joins to what it was: %j', (pattern) => {
  expect(joined(piecesOf(pattern) ?? [])).toBe(pattern);
});
