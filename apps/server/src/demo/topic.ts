/** What people at Halvane talk about; the last three belong to the official accounts. */
export type Topic =
  | 'dock'
  | 'transport'
  | 'cold'
  | 'it'
  | 'finance'
  | 'people'
  | 'quality'
  | 'customer'
  | 'social'
  | 'it_status'
  | 'safety'
  | 'people_team';
