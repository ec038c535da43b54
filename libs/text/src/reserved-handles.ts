import { skeleton } from './skeleton.js';

/** Every first segment of an address that the server or the web client answers, so that no profile can ever stand in its way. */
const ADDRESSES = `
  about account accounts actuator admin analytics api apps app assets auth authorize avatars bookmarks blocks blocked boosts broadcasts
  callback catch_up catchup company compliance compose confirm confirmation confirmations dashboard deck directory docs domain download
  downloads drafts edit embed emoji error errors events explore export exports favicon favourites favorites federation feed feeds files
  filters follow followers following follow_requests fonts graphql group groups health healthz help home hooks identity images img inbox
  index intent interact invitation invitations invite invites javascript js json legal likes links lists live local login log_in logout
  log_out manifest me media members mentions messages metrics moderation mutes muted my new news nodeinfo notices notifications oauth
  official oidc onboarding outbox page pages password password_reset people ping policy post posts preferences press privacy profile
  profiles proxy public queue readyz ready register registration remote reports requests reset robots rss rules saml saved scim script
  scripts search searches security self service services session sessions set_up settings setup share shared sign_in sign_out sign_up
  signin signout signup sitemap site sites socket socket_io sso start state static status statuses stories stream streaming styles
  subscribe suspended sw tag tags teams terms test timeline timelines token tokens tos trends unfollow unsubscribe update upload uploads
  url user users users_me v1 v2 verify version watch web webfinger webhook webhooks welcome well_known widget widgets ws www
  accueil aide compte comptes connexion deconnexion enregistres explorer inscription mentions_legales parametres profil reglages
  recherche conditions confidentialite notes
`;

/** Names that would lend someone the product's or the operator's voice: refused in look-alike spellings too (`adm1n`, `r00t`, `_admin_`). */
const VOICES = `
  admin admins administrator administrators administration administrateur administratrice administrateurs sysadmin superadmin superuser
  root roost roost_team roost_admin roost_support system systeme sysop operator operateur owner staff support helpdesk moderator
  moderators moderateur moderatrice moderation compliance conformite official officiel officielle security securite abuse postmaster
  hostmaster webmaster noreply no_reply mailer_daemon daemon nobody anonymous anonyme everyone everybody here channel company
  verified verifie auditor auditeur analyst null undefined none unknown deleted deleted_account suspended ghost bot
`;

const reserved = new Set(words(ADDRESSES).concat(words(VOICES)));
const voices = new Set(words(VOICES).map(skeleton));

/** Says whether a lower-case handle belongs to the product: an address of its own, or a voice people would trust. */
export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle) || voices.has(skeleton(handle));
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
