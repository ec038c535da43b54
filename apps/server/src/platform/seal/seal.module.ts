import { Global, Module } from '@nestjs/common';
import { Seal } from './seal.js';

@Global()
@Module({ providers: [Seal], exports: [Seal] })
export class SealModule {}
