const oldest = [20, 19];

/** A failure whose message is the whole of what a person needs to read. */
export class Stop extends Error {}

const assertNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new Stop(`Dragoman needs Node.js ${oldest.join('.')} or newer, and this is ${process.versions.node}.`);
  }
};

/** True for errors that carry one sentence for people; anything else is a defect and keeps its stack. */
const isForPeople = (error) => error instanceof Stop || error?.forPeople === true;

/** Runs a command; a known failure becomes one sentence on stderr and exit code 1. */
export const runCommand = async (command) => {
  try {
    assertNode();
    await command();
  } catch (error) {
    console.error(isForPeople(error) ? error.message : error);
    process.exit(1);
  }
};
