const { TestEnvironment } = require('jest-environment-node');

// A worker that is done has hundreds of megabytes to give back one by one; on a busy machine that takes longer than the half second after
// which jest says that something was left open.
if (process.send && process.env.JEST_WORKER_ID) process.once('exit', () => process.exit());

/** Node, and a note for tests/support of whether a test of this file has failed, so that its database is kept. */
module.exports = class extends TestEnvironment {
  handleTestEvent({ name }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') this.global.dragomanHasFailure = true;
  }
};
