/** The fault tests in their long form, with their figures. */
process.env.DRAGOMAN_FAULT = 'long';
process.argv.splice(2, Infinity, 'fault', ...process.argv.slice(2));
await import('./test.mjs');
