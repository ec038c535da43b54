import { Body, Controller, Get, Patch, Put } from '@nestjs/common';
import { type Handling, NotificationPolicy, NotificationPolicyV1 } from '@roost/contracts';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { ChangeNotificationPolicy } from './change-notification-policy.js';
import { PolicyPatch, PolicyPatchV1 } from './notification.input.js';
import { NotificationPolicyReader } from './notification-policy.reader.js';

/** Apps send a change as PATCH or as PUT; both leave alone what they do not name. */
@Controller('api')
export class NotificationPolicyController {
  constructor(
    private readonly reader: NotificationPolicyReader,
    private readonly changePolicy: ChangeNotificationPolicy,
  ) {}

  @Get('v2/notifications/policy')
  @Access('read:notifications')
  @Answers(NotificationPolicy)
  read(@Viewer() viewer: ViewerFacts): Promise<NotificationPolicy> {
    return this.reader.read(viewer.accountId);
  }

  @Patch('v2/notifications/policy')
  @Access('write:notifications')
  @Answers(NotificationPolicy)
  async change(@Viewer() viewer: ViewerFacts, @Body({ schema: PolicyPatch }) patch: PolicyPatch): Promise<NotificationPolicy> {
    await this.changePolicy.run(viewer, patch);
    return this.reader.read(viewer.accountId);
  }

  @Put('v2/notifications/policy')
  @Access('write:notifications')
  @Answers(NotificationPolicy)
  replace(@Viewer() viewer: ViewerFacts, @Body({ schema: PolicyPatch }) patch: PolicyPatch): Promise<NotificationPolicy> {
    return this.change(viewer, patch);
  }

  @Get('v1/notifications/policy')
  @Access('read:notifications')
  @Answers(NotificationPolicyV1)
  async readV1(@Viewer() viewer: ViewerFacts): Promise<NotificationPolicyV1> {
    return asV1(await this.reader.read(viewer.accountId));
  }

  @Patch('v1/notifications/policy')
  @Access('write:notifications')
  @Answers(NotificationPolicyV1)
  async changeV1(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: PolicyPatchV1 }) patch: PolicyPatchV1,
  ): Promise<NotificationPolicyV1> {
    await this.changePolicy.run(viewer, {
      for_not_following: handlingOf(patch.filter_not_following),
      for_not_followers: handlingOf(patch.filter_not_followers),
      for_new_accounts: handlingOf(patch.filter_new_accounts),
      for_private_mentions: handlingOf(patch.filter_private_mentions),
    });
    return this.readV1(viewer);
  }

  @Put('v1/notifications/policy')
  @Access('write:notifications')
  @Answers(NotificationPolicyV1)
  replaceV1(@Viewer() viewer: ViewerFacts, @Body({ schema: PolicyPatchV1 }) patch: PolicyPatchV1): Promise<NotificationPolicyV1> {
    return this.changeV1(viewer, patch);
  }
}

function handlingOf(filter: boolean | undefined): Handling | undefined {
  return filter === undefined ? undefined : filter ? 'filter' : 'accept';
}

function asV1(policy: NotificationPolicy): NotificationPolicyV1 {
  return {
    filter_not_following: policy.for_not_following !== 'accept',
    filter_not_followers: policy.for_not_followers !== 'accept',
    filter_new_accounts: policy.for_new_accounts !== 'accept',
    filter_private_mentions: policy.for_private_mentions !== 'accept',
    summary: policy.summary,
  };
}
