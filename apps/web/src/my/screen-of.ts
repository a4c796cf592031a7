import type { ComponentType } from 'react';
import type { MySession } from '@dragoman/contracts';

/** A screen; `id` is what its address names, or empty. */
export type ScreenOf = ComponentType<{ session: MySession; id: string }>;
