import { Injectable } from '@nestjs/common';

/** The one place that asks for the time, so that tests can turn the hands. Stored times come from the database clock. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
