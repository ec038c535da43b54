import { Module } from '@nestjs/common';
import { SignInModule } from './sign-in/sign-in.module.js';

/** Floor 1. */
@Module({ imports: [SignInModule] })
export class PeopleModule {}
