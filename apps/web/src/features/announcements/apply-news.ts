import type { Announcement, AnnouncementNews } from '@roost/contracts';

/** The announcements once one is there or says something else. What the reader did with it stays; a new one is new to them. */
export function withNews(list: readonly Announcement[], news: AnnouncementNews): Announcement[] {
  const known = list.find((one) => one.id === news.id);
  const reactions = news.reactions.map((reaction) => ({
    ...reaction,
    me: known?.reactions.some((own) => own.name === reaction.name && own.me) ?? false,
  }));
  const told = { ...news, read: known?.read ?? false, reactions };
  return known ? list.map((one) => (one === known ? told : one)) : [...list, told];
}

/** The announcements once so many people gave one of them this emoji. */
export function withReactionCount(
  list: readonly Announcement[],
  { announcement_id, name, count }: { announcement_id: string; name: string; count: number },
): Announcement[] {
  return list.map((one) => {
    if (one.id !== announcement_id) return one;
    const others = one.reactions.filter((reaction) => reaction.name !== name);
    if (count === 0) return { ...one, reactions: others };
    if (others.length === one.reactions.length) return { ...one, reactions: [...others, { name, count, me: false }] };
    return {
      ...one,
      reactions: one.reactions.map((reaction) => (reaction.name === name ? { ...reaction, count } : reaction)),
    };
  });
}
