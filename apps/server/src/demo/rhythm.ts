const HOUR = 3_600_000;
const DAYS = 30;
/** The newest minutes belong to the opening scene. */
const QUIET_BEFORE_NOW = 2 * HOUR;

/** How busy each hour of a working day is, on the clock of the sites (an hour ahead of UTC). */
const HOURS = [0.4, 0.4, 0.4, 0.4, 0.6, 1.4, 4, 7, 9, 10, 10, 9, 6, 8, 9, 8, 7, 5, 3, 2, 1.5, 1.5, 1.5, 0.7] as const;
const WEEKEND = 0.15;

/** Spreads moments over the last thirty days as a company works: early shifts, a dip at lunch, a few at night, few at weekends. */
export class Rhythm {
  private readonly start: number;
  private readonly sums: number[] = [0];

  constructor(readonly now: number) {
    const hours = (DAYS * 24 * HOUR - QUIET_BEFORE_NOW) / HOUR;
    this.start = now - QUIET_BEFORE_NOW - hours * HOUR;
    for (let hour = 0; hour < hours; hour++) this.sums.push((this.sums[hour] ?? 0) + busyness(this.start + hour * HOUR));
  }

  /** @param share 0 is thirty days ago, 1 is two hours ago. @returns milliseconds since 1970 */
  at(share: number): number {
    const wanted = share * (this.sums.at(-1) ?? 0);
    let hour = 0;
    while ((this.sums[hour + 1] ?? Infinity) < wanted) hour++;
    const [before = 0, after = before] = this.sums.slice(hour, hour + 2);
    return Math.floor(this.start + (hour + (after > before ? (wanted - before) / (after - before) : 0)) * HOUR);
  }

  /** A moment after another that has already been. @param share how near to now it comes when there is not time enough for `wait` */
  after(moment: number, wait: number, share: number): number {
    return Math.floor(moment + Math.min(wait, (this.now - 15_000 - moment) * share));
  }
}

function busyness(moment: number): number {
  const local = new Date(moment + HOUR);
  const weekend = local.getUTCDay() % 6 === 0 ? WEEKEND : 1;
  return (HOURS[local.getUTCHours()] ?? 1) * weekend;
}
