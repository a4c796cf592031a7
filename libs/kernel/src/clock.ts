/** Where every `now` comes from; logic never asks the machine. Also the injection token. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Starts at a given instant and then runs at the machine's pace: demonstrations and whole-process tests. */
export class ShiftedClock extends Clock {
  private readonly shift: number;

  constructor(startsAt: Date) {
    super();
    this.shift = startsAt.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.shift);
  }
}

/** Stands still until told otherwise: tests. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
