const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

const isTyping = (target: Element) => target.closest('input, textarea, [role="dialog"], [role="listbox"]') !== null;

const move = (list: HTMLElement, event: KeyboardEvent): void => {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element) || isTyping(event.target)) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (at < 0) return;
  event.preventDefault();
  const row = rows[step(at, rows.length - 1)];
  (row?.querySelector<HTMLElement>('[data-first]') ?? row?.querySelector<HTMLElement>('a, button'))?.focus();
};

/** The `ref` of a list: arrows, Home and End move between its `data-row`s, each time to what can be done there first, or is marked as that. */
export const rowKeys = (list: HTMLElement | null): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => list && move(list, event);
  list?.addEventListener('keydown', onKeyDown);
  return () => list?.removeEventListener('keydown', onKeyDown);
};
