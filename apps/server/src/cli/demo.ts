import { CAST, GUESTS } from '../demo/cast.js';
import { type Filling, fillRoost } from '../demo/fill-roost.js';
import { withRooms } from './application.js';
import { type Command, CommandProblem } from './command.js';
import { readOptions } from './options.js';

/** Fills an empty Roost with a company to look at and play with. */
export const demo: Command = {
  summary: 'fill an empty Roost with a lively company, to try it out',
  usage: `roost demo

Halvane moves parcels and does not exist. About 40 people in five towns, three official accounts and 2,000 posts of the last 30 days.
Running it again changes nothing; where real people are, it does nothing.`,

  async run(args) {
    readOptions(args, {} as const);
    const filling = await withRooms((rooms) => fillRoost(rooms, Date.now(), say));
    if (filling.state === 'inhabited')
      throw new CommandProblem(
        'This Roost already has people, and the demo only fills an empty one: start without --demo, or with another ROOST_DATA_DIR or DATABASE_URL.',
      );
    say(introduce(filling));
    return 0;
  },
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function introduce(filling: Exclude<Filling, { state: 'inhabited' }>): string {
  const head =
    filling.state === 'filled'
      ? `Halvane has moved in: ${filling.people} accounts, ${filling.posts} posts.`
      : 'Halvane is already here; nothing was changed.';
  if (filling.password === null) return `${head} The password was shown when it moved in.`;
  const guests = GUESTS.map((handle) => {
    const member = CAST.find((one) => one.handle === handle);
    return `  ${handle.padEnd(8)}${filling.password}   ${member?.name ?? handle}, ${member?.role ?? 'member'}`;
  });
  return `${head} Sign in as one of these (name and password):\n\n${guests.join('\n')}\n`;
}
