/** As a `ref`: whoever brought it about goes on there, also where it appears later than the dialog around it. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
