import { Controller, Get, Header } from '@nestjs/common';
import { CustomEmoji, Instance, InstanceText, InstanceV1 } from '@roost/contracts';
import { z } from 'zod';
import { Public } from '../../platform/access/access.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { InstancePresenter } from './instance.presenter.js';

/** Nothing was ever written: apps want a date all the same. */
const UNWRITTEN = { updated_at: new Date(0).toISOString(), content: '' };
const Language = z.object({ code: z.string(), name: z.string() });

@Controller('api')
@Public('Apps read it before anybody signed in; it tells nothing about people')
export class InstanceController {
  constructor(private readonly instance: InstancePresenter) {}

  @Get('v2/instance')
  @Header('Cache-Control', 'public, max-age=60')
  @Answers(Instance)
  show(): Promise<Instance> {
    return this.instance.present();
  }

  @Get('v1/instance')
  @Header('Cache-Control', 'public, max-age=60')
  @Answers(InstanceV1)
  showV1(): Promise<InstanceV1> {
    return this.instance.presentV1();
  }

  @Get('v1/instance/extended_description')
  @Answers(InstanceText)
  description(): InstanceText {
    return UNWRITTEN;
  }

  @Get('v1/instance/privacy_policy')
  @Answers(InstanceText)
  privacyPolicy(): InstanceText {
    return UNWRITTEN;
  }

  @Get('v1/instance/terms_of_service')
  @Answers(InstanceText)
  termsOfService(): never {
    throw new NotFound();
  }

  @Get('v1/instance/languages')
  @Answers(z.array(Language))
  languages(): z.infer<typeof Language>[] {
    return [
      { code: 'en', name: 'English' },
      { code: 'fr', name: 'Français' },
    ];
  }

  @Get('v1/instance/translation_languages')
  @Answers(z.object({}))
  translationLanguages(): Record<string, never> {
    return {};
  }

  /** Rules, and what concerns other servers: there is none of it, and apps want a list. */
  @Get(['v1/instance/rules', 'v1/instance/peers', 'v1/instance/activity', 'v1/instance/domain_blocks'])
  @Answers(z.array(z.never()))
  nothing(): never[] {
    return [];
  }

  @Get('v1/custom_emojis')
  @Answers(z.array(CustomEmoji))
  customEmojis(): z.infer<typeof CustomEmoji>[] {
    return [];
  }
}
