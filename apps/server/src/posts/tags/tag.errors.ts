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

export class AlreadyFeatured extends Invalid {
  constructor() {
    super('Validation failed: Tag has already been taken', { name: ['is featured already'] }, 'tag.already_featured');
  }
}

export class TooManyFeatured extends Invalid {
  constructor() {
    super(
      'Validation failed: You have already featured the maximum number of hashtags',
      { name: ['is one too many'] },
      'tag.too_many_featured',
    );
  }
}
