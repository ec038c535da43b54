import { Invalid } from '../../platform/errors.js';

export class NotATag extends Invalid {
  constructor() {
    super(
      'Validation failed: Tag needs at least one letter and holds letters, digits and underscores only',
      { name: ['is no tag'] },
      'tag.invalid',
    );
  }
}
