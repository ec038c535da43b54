import { Global, Module } from '@nestjs/common';
import { MailLimits } from './mail-limits.js';
import { MailLinks } from './mail-links.js';
import { SendMail } from './send-mail.js';

@Global()
@Module({ providers: [MailLimits, MailLinks, SendMail], exports: [MailLimits, MailLinks] })
export class MailsModule {}
