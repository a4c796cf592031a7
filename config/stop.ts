/** A reason not to start, in one sentence for the person at the terminal; shown without a stack. */
export class Stop extends Error {
  readonly forPeople = true;
}
