import { Body, Controller, Delete, Get, Patch } from '@nestjs/common';
import { allows, CredentialAccount, Profile } from '@roost/contracts';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { OutsideScopes } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { CredentialAccountReader } from './credential-account.reader.js';
import { presentProfile } from './present-profile.js';
import { ProfileInput } from './profile.input.js';
import { UpdateProfile } from './update-profile.js';

/** A person's own account. */
@Controller('api/v1')
export class ProfileController {
  constructor(
    private readonly accounts: CredentialAccountReader,
    private readonly updateProfile: UpdateProfile,
  ) {}

  @Get('accounts/verify_credentials')
  @Access('any')
  @Answers(CredentialAccount)
  verify(@Viewer() viewer: ViewerFacts): Promise<CredentialAccount> {
    if (!allows(viewer.scopes, 'read:accounts') && !allows(viewer.scopes, 'profile')) throw new OutsideScopes();
    return this.accounts.account(viewer.accountId);
  }

  @Patch('accounts/update_credentials')
  @Access('write:accounts')
  @Answers(CredentialAccount)
  async update(@Viewer() viewer: ViewerFacts, @Body({ schema: ProfileInput }) input: ProfileInput): Promise<CredentialAccount> {
    await this.updateProfile.run(viewer, input);
    return this.accounts.account(viewer.accountId);
  }

  @Get('profile')
  @Access('any')
  @Answers(Profile)
  async profile(@Viewer() viewer: ViewerFacts): Promise<Profile> {
    return presentProfile(await this.verify(viewer));
  }

  @Patch('profile')
  @Access('write:accounts')
  @Answers(Profile)
  async updateAsProfile(@Viewer() viewer: ViewerFacts, @Body({ schema: ProfileInput }) input: ProfileInput): Promise<Profile> {
    return presentProfile(await this.update(viewer, input));
  }

  @Delete('profile/avatar')
  @Access('write:accounts')
  @Answers(CredentialAccount)
  async removeAvatar(@Viewer() viewer: ViewerFacts): Promise<CredentialAccount> {
    await this.updateProfile.removePicture(viewer, 'avatar');
    return this.accounts.account(viewer.accountId);
  }

  @Delete('profile/header')
  @Access('write:accounts')
  @Answers(CredentialAccount)
  async removeHeader(@Viewer() viewer: ViewerFacts): Promise<CredentialAccount> {
    await this.updateProfile.removePicture(viewer, 'header');
    return this.accounts.account(viewer.accountId);
  }
}
