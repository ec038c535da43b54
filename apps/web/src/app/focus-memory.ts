import type { AnyRouter, RouterHistory } from '@tanstack/react-router';

let returning: string | null = null;
let goingBack = false;

/** The `data-focus` name of what had the focus when the page now coming back was left; lists mount that row whatever is on screen. */
export function returningFocus(): string | null {
  return returning;
}

/** True while a page that was left is coming back, so that it may come back as it was. */
export function isReturning(): boolean {
  return goingBack;
}

/**
 * Moves focus with the page: forward navigation puts it on the main part, going back returns it to the element that had
 * it, found by its `data-focus` name because the element itself was drawn anew.
 */
export function rememberFocus(router: AnyRouter): void {
  const left = new Map<string, string>();
  (router.history as RouterHistory).subscribe(({ action }) => {
    goingBack = action.type === 'BACK' || action.type === 'GO' || action.type === 'FORWARD';
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation, pathChanged }) => {
    const name = document.activeElement?.closest<HTMLElement>('[data-focus]')?.dataset['focus'];
    if (pathChanged && fromLocation?.state.__TSR_key && name) left.set(fromLocation.state.__TSR_key, name);
    if (pathChanged) returning = goingBack ? (left.get(toLocation.state.__TSR_key ?? '') ?? null) : null;
  });
  router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
    if (!pathChanged || !fromLocation) return;
    const name = goingBack ? left.get(toLocation.state.__TSR_key ?? '') : undefined;
    const target =
      (name && document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`)) || document.getElementById('main');
    const active = document.activeElement;
    // A page that placed the focus itself (a form's first field) keeps it.
    if (!name && active && active !== document.body && document.getElementById('main')?.contains(active)) return;
    target?.focus({ preventScroll: true });
  });
}
