export const focusPageHeading = (): void => {
  document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
};

/** Where what opened a dialog is gone when it closes, because the booking changed, the focus would fall out of the page. */
export const focusPageHeadingIfLost = (): void => {
  if (document.activeElement === document.body) focusPageHeading();
};
