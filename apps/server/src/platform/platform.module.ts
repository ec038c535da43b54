import { Global, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { Clock } from './clock/clock.js';
import { DatabaseModule } from './database/database.module.js';
import { EgressModule } from './egress/egress.module.js';
import { FilmsModule } from './films/films.module.js';
import { HealthController } from './health.controller.js';
import { HttpModule } from './http/http.module.js';
import { OpenApiModule } from './http/openapi/openapi.module.js';
import { Idempotency } from './idempotency/idempotency.js';
import { ImagesModule } from './images/images.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { JournalModule } from './journal/journal.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { SealModule } from './seal/seal.module.js';
import { StorageModule } from './storage/storage.module.js';
import { RateLimitModule } from './rate-limit/rate-limit.module.js';
import { VapidModule } from './vapid/vapid.module.js';

@Global()
@Module({
  imports: [
    DatabaseModule,
    EgressModule,
    HttpModule,
    JournalModule,
    AccessModule,
    FilmsModule,
    ImagesModule,
    JobsModule,
    MailModule,
    MetricsModule,
    OpenApiModule,
    RateLimitModule,
    SealModule,
    StorageModule,
    VapidModule,
  ],
  controllers: [HealthController],
  providers: [Clock, Idempotency],
  exports: [Clock, Idempotency],
})
export class PlatformModule {}
