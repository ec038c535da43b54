/** Moves the focus to the next or previous marked element (`data-step`, or a post) of a list; answers false where there is none. */
export function stepThrough(list: HTMLElement | null, by: 1 | -1): boolean {
  const stops = [...(list?.querySelectorAll<HTMLElement>('[data-step], article[data-status]') ?? [])];
  const row = (stop: HTMLElement) => stop.closest('li') ?? stop;
  const at = stops.findIndex((stop) => row(stop).contains(document.activeElement));
  const next = at >= 0 ? stops[at + by] : stops.find((stop) => stop.getBoundingClientRect().bottom > 80);
  if (!next) return at >= 0;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}
