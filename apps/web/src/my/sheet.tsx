import { type ReactNode, useLayoutEffect, useRef } from 'react';
import style from './parts.module.css';

type SheetProps = { title: string; onClose: () => void; children: ReactNode };

/** Comes from below, over a page that waits; Escape and a tap beside it close it. */
export const Sheet = ({ title, onClose, children }: SheetProps) => {
  const place = useRef<HTMLDialogElement>(null);
  // Closed before it is gone, so that the focus goes back to what opened it.
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    dialog?.querySelector('h2')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      className={style.sheet}
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={style.sheetInside}>
        <h2 id="sheet-title" tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
};
