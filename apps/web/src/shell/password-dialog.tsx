import { Modal } from '@mantine/core';
import { Suspense } from 'react';
import { later } from '../design/later';
import { Skeletons } from '../design/skeletons';

const { Part: PasswordForm, prepare } = later(() => import('./password-form').then((part) => part.PasswordForm));

export const preparePasswordDialog = prepare;

export const PasswordDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Modal opened={isOpen} onClose={onClose} title="Change my password" size={440}>
    <Suspense fallback={<Skeletons rows={3} height={60} />}>
      <PasswordForm onClose={onClose} />
    </Suspense>
  </Modal>
);
