/** Takes the pictures of docs/gallery.md and of the README anew, of the demonstration, in the browser of the tests. */
process.env.DRAGOMAN_PICTURES = 'keep';
process.argv.splice(2, Infinity, 'build', 'browser', 'tests/browser/gallery');
await import('./test.mjs');
