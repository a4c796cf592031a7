const { TestEnvironment } = require('jest-environment-node');

/** Node, and a note for tests/support of whether a test of this file has failed, so that its database is kept. */
module.exports = class extends TestEnvironment {
  handleTestEvent({ name }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') this.global.dragomanHasFailure = true;
  }
};
