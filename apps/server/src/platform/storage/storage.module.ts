import { Global, Module } from '@nestjs/common';
import { LocalStorage } from './local-storage.js';
import { Storage } from './storage.js';

/** Another kind of storage is another class here; nobody else knows which one it is. */
@Global()
@Module({ providers: [{ provide: Storage, useClass: LocalStorage }], exports: [Storage] })
export class StorageModule {}
