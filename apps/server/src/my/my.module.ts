import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { MySessionController } from './my-session.controller';

/** The JSON API of the interpreter's app; served by the role `staff`, as the console's is. */
@Module({
  imports: libModules,
  controllers: [MySessionController],
})
export class MyModule {}
