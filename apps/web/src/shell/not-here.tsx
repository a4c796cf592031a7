import { IconMapOff } from '@tabler/icons-react';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import { LinkButton } from '../design/link-button';
import style from './shell.module.css';

export const NotHere = () => (
  <main className={style.opening}>
    <Card isPadded={false}>
      <h1 className="visually-hidden">There is no such page</h1>
      <Empty icon={IconMapOff} title="There is no such page." actions={<LinkButton to="/">Go to Today</LinkButton>}>
        The address may be old or mistyped.
      </Empty>
    </Card>
  </main>
);
