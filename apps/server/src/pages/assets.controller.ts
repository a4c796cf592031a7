import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { pageAssets } from './assets';

/** Stylesheet and fonts, named by their content, so that a phone on a dear connection loads each once. */
@Controller('pages')
export class AssetsController {
  @Get(':name')
  @Public('says nothing about anybody')
  async show(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const asset = pageAssets().all.get(`/pages/${name}`);
    await (asset
      ? reply
          .headers({
            'content-type': asset.type,
            'cache-control': 'public, max-age=31536000, immutable',
            'x-content-type-options': 'nosniff',
          })
          .send(asset.content)
      : reply.status(404).send(''));
  }
}
