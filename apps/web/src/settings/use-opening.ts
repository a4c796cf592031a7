import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A dialog that is open by the address, so that the first steps lead there, and going back closes it. */
export interface Opening {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export const useOpening = (): Opening => {
  const { open } = useSearch({ strict: false });
  const navigate = useNavigate();
  const onOpen = useCallback(() => void navigate({ to: '.', search: { open: true }, resetScroll: false }), [navigate]);
  const onClose = useCallback(() => void navigate({ to: '.', search: {}, replace: true, resetScroll: false }), [navigate]);
  return { isOpen: open === true, onOpen, onClose };
};
