/** Asks again until the answer is truthy. For what happens soon after an answer, such as a notification. @throws after the deadline */
export async function until<Result>(
  ask: () => Promise<Result> | Result,
  deadlineMs = 20_000,
): Promise<Exclude<Result, null | undefined | false>> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer as Exclude<Result, null | undefined | false>;
    if (Date.now() > end) throw new Error(`nothing came within ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
