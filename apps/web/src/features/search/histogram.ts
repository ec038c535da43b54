/** Posts of one or more days, both inclusive. */
export interface Bar {
  from: string;
  to: string;
  posts: number;
}

const dayLength = 86_400_000;
const mostBars = 44;
const fewestDays = 14;

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Bars of equal length from the first day with a post to the last, so many days each that all find room. */
export function bars(days: readonly { day: string; posts: number }[]): Bar[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const end = timeOf(last.day);
  const span = Math.max(fewestDays, (end - timeOf(first.day)) / dayLength + 1);
  const size = Math.ceil(span / mostBars);
  const count = Math.ceil(span / size);
  const start = end - (count * size - 1) * dayLength;
  const list: Bar[] = Array.from({ length: count }, (_, index) => ({
    from: dayAt(start + index * size * dayLength),
    to: dayAt(start + ((index + 1) * size - 1) * dayLength),
    posts: 0,
  }));
  for (const { day, posts } of days) {
    const bar = list[Math.floor((timeOf(day) - start) / dayLength / size)];
    if (bar) bar.posts += posts;
  }
  return list;
}

/** Whether a bar lies in the chosen days, at least in part. */
export function isChosen(bar: Bar, { since, until }: { since: string | null; until: string | null }): boolean {
  return (since === null || bar.to >= since) && (until === null || bar.from <= until);
}
