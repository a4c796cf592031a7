/** After a refused form, the first field that is wrong is the next thing to type in. */
export const focusFirstError = () => {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  });
};
