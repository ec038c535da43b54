import { useCallback, useEffect, useRef } from 'react';

/** Tells of each entry that stood at least half on screen for a second while the tab was visible. */
export function useSeen(
  onSeen: ((entryId: string) => void) | undefined,
): (element: HTMLElement | null) => (() => void) | undefined {
  const listener = useRef(onSeen);
  useEffect(() => {
    listener.current = onSeen;
  });
  const observer = useRef<IntersectionObserver | null>(null);
  const timers = useRef(new Map<Element, ReturnType<typeof setTimeout>>());
  const wanted = onSeen !== undefined;

  if (wanted && !observer.current) {
    observer.current = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          clearTimeout(timers.current.get(target));
          timers.current.delete(target);
          const id = (target as HTMLElement).dataset['entry'];
          if (!isIntersecting || !id) continue;
          const look = () => {
            if (document.visibilityState === 'visible') listener.current?.(id);
            else timers.current.set(target, setTimeout(look, 1000));
          };
          timers.current.set(target, setTimeout(look, 1000));
        }
      },
      { threshold: 0.5 },
    );
  }
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    };
  }, []);

  return useCallback((element) => {
    if (!element || !observer.current) return undefined;
    const current = observer.current;
    current.observe(element);
    return () => {
      current.unobserve(element);
      clearTimeout(timers.current.get(element));
      timers.current.delete(element);
    };
  }, []);
}
