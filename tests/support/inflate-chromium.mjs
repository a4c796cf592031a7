/**
 * Unpacks the Chromium of @sparticuz/chromium into the folder given as TMPDIR. A process of its own, because the package
 * takes its one folder from the environment of the process. It unpacks the libraries that it brings for machines
 * without them only where it believes to be on such a machine.
 */
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
