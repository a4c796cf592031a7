import { Modal } from '@mantine/core';
import { Suspense } from 'react';
import { later } from '../design/later';
import { Skeletons } from '../design/skeletons';
import type { LateProps } from './late-form';

const { Part: LateForm, prepare } = later(() => import('./late-form').then((part) => part.LateForm));

export const prepareLateDialog = prepare;

export const LateDialog = ({ isOpen, ...form }: LateProps & { isOpen: boolean }) => (
  <Modal opened={isOpen} onClose={form.onClose} title="How late are we?">
    <Suspense fallback={<Skeletons rows={4} height={40} />}>
      <LateForm {...form} />
    </Suspense>
  </Modal>
);
