import { Conflict } from '../../platform/errors.js';

/** Two devices said at once how far somebody read. */
export class MarkerMoved extends Conflict {
  constructor() {
    super('Conflict during update, please try again', 'marker.moved');
  }
}
