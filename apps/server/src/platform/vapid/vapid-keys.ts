import { Injectable } from '@nestjs/common';
import webpush from 'web-push';
import { Database, statement } from '../database/database.js';
import { Seal } from '../seal/seal.js';

export interface VapidKey {
  id: number;
  publicKey: string;
  privateKey: string;
}

interface Row {
  id: number;
  public_key: string;
  private_sealed: Buffer;
}

const PURPOSE = 'vapid';
const READ = statement('vapid-key', 'select id, public_key, private_sealed from vapid_key');

/** The key pair by which push services know this Roost (RFC 8292). Made once, by whichever process needs it first. */
@Injectable()
export class VapidKeys {
  private known: Promise<Row> | null = null;

  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** What apps subscribe with. */
  async publicKey(): Promise<string> {
    return (await this.row()).public_key;
  }

  /** @throws CannotOpen when the key was sealed with another secret */
  async key(): Promise<VapidKey> {
    const row = await this.row();
    return { id: row.id, publicKey: row.public_key, privateKey: this.seal.open(row.private_sealed, PURPOSE) };
  }

  private row(): Promise<Row> {
    this.known ??= this.readOrMake().catch((error: unknown) => {
      this.known = null;
      throw error;
    });
    return this.known;
  }

  private async readOrMake(): Promise<Row> {
    const stored = await this.database.readOne<Row>(READ);
    if (stored) return stored;
    const { publicKey, privateKey } = webpush.generateVAPIDKeys();
    await this.database.transaction((manager) =>
      manager.query('insert into vapid_key (public_key, private_sealed) values ($1, $2) on conflict do nothing', [
        publicKey,
        this.seal.seal(privateKey, PURPOSE),
      ]),
    );
    const made = await this.database.readOne<Row>(READ);
    if (!made) throw new Error('the key of Web Push was not stored');
    return made;
  }
}
