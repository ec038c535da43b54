import { Global, Module } from '@nestjs/common';
import { ApprovalList } from './approval-list.js';
import { ApprovalsController } from './approvals.controller.js';
import { ConfirmAddress } from './confirm-address.js';
import { CreateAdministrator } from './create-administrator.js';
import { DecideApproval } from './decide-approval.js';
import { SetUpLink } from './set-up-link.js';
import { SetUp } from './set-up.js';
import { SignUpController } from './sign-up.controller.js';
import { SignUp } from './sign-up.js';
import { SweepPeople } from './sweep-people.js';

@Global()
@Module({
  controllers: [SignUpController, ApprovalsController],
  providers: [SignUp, ConfirmAddress, SetUp, SetUpLink, CreateAdministrator, ApprovalList, DecideApproval, SweepPeople],
  exports: [SetUpLink, CreateAdministrator],
})
export class SignUpModule {}
