import type { CredentialAccount, Profile } from '@roost/contracts';

/** The same account as newer editors read it: raw texts, and no picture where none is set. */
export function presentProfile(account: CredentialAccount): Profile {
  const { source, roost } = account;
  return {
    id: account.id,
    display_name: account.display_name,
    note: source.note,
    fields: source.fields,
    avatar: roost.has_avatar ? account.avatar : null,
    avatar_static: roost.has_avatar ? account.avatar_static : null,
    avatar_description: '',
    header: roost.has_header ? account.header : null,
    header_static: roost.has_header ? account.header_static : null,
    header_description: '',
    locked: account.locked,
    bot: account.bot,
    hide_collections: account.hide_collections,
    discoverable: account.discoverable,
    indexable: account.indexable,
    show_media: true,
    show_media_replies: true,
    show_featured: true,
    attribution_domains: source.attribution_domains,
  };
}
