import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import style from './fields.module.css';

/** Asks once before what somebody typed is thrown away, whichever way they leave. */
export const UnsavedGuard = ({ isDirty }: { isDirty: boolean }) => {
  const { status, proceed, reset } = useBlocker({
    // A dialog that opens by the address leaves nothing.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title="Leave without saving?">
      <p className={style.leave}>What you changed here is not saved yet. If you leave, it is gone.</p>
      <div className={style.leaveButtons}>
        <Button data-autofocus onClick={() => reset?.()}>
          Stay
        </Button>
        <Button variant="filled" color="red" onClick={() => proceed?.()}>
          Leave without saving
        </Button>
      </div>
    </Modal>
  );
};
