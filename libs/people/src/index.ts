export { firstStepsDone } from './first-steps.queries';
export { accountMailTo, testMessagesOf } from './people.queries';
export type { AccountMailState, TestMessage } from './people.queries';
export { PeopleModule } from './people.module';
export { TestMessages } from './test-messages.service';
