/** How soon the console answers whoever works among a hundred times the demonstration, in the browser of the tests. */
process.env.DRAGOMAN_TIMES ??= '100';
process.argv.splice(2, Infinity, 'build', 'browser', 'tests/browser/interactions');
await import('./test.mjs');
