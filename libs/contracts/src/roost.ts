import { z } from 'zod';
import { CredentialAccount, Role } from './account.js';
import { DateTime, Id, Language, Visibility } from './wire.js';

/** Who may make an account by themselves. `closed` until an administrator chooses. */
export const Registration = z.enum(['closed', 'domains', 'invitation', 'approval']);
export type Registration = z.infer<typeof Registration>;

export const Preferences = z.object({
  /** Interface language; null follows the browser. */
  language: z.enum(['en', 'fr']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'normal', 'roomy']),
  /** Single-key shortcuts on. */
  single_keys: z.boolean(),
  /** Seconds during which a sent post can be taken back before it leaves the device. */
  undo_seconds: z.int().min(0).max(30),
  /** Let new posts flow in by themselves at the top of a list. */
  flow: z.boolean(),
  posting_visibility: Visibility,
  posting_language: Language.nullable(),
  posting_sensitive: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;
export const PreferencesPatch = Preferences.partial();

/** What the web client needs before it can draw its first screen. */
export const AppState = z.object({
  site: z.object({ name: z.string(), domain: z.string() }),
  /** True until the first administrator exists. */
  setup: z.boolean(),
  registration: Registration,
  domains: z.array(z.string()),
  signed_in: z.boolean(),
  account: CredentialAccount.nullable(),
  preferences: Preferences.nullable(),
  version: z.string(),
});
export type AppState = z.infer<typeof AppState>;

const Handle = z.string().trim().min(1).max(100);
const Email = z.string().trim().min(3).max(254);
const DisplayName = z.string().max(500);
/** Length is the only rule; the server compares with a list of common passwords. */
const Password = z.string().min(12, 'a password needs at least 12 characters').max(256);

export const SetUpInput = z.object({
  token: z.string().min(1).max(200),
  handle: Handle,
  display_name: DisplayName.default(''),
  email: Email,
  password: Password,
  language: z.enum(['en', 'fr']).default('en'),
});
export type SetUpInput = z.infer<typeof SetUpInput>;

export const SignUpInput = z.object({
  handle: Handle,
  display_name: DisplayName.default(''),
  email: Email,
  password: Password,
  language: z.enum(['en', 'fr']).default('en'),
  invitation: z.string().max(200).optional(),
  reason: z.string().max(1000).optional(),
});
export type SignUpInput = z.infer<typeof SignUpInput>;
export const SignUpAnswer = z.object({ next: z.enum(['confirm', 'approval', 'sign-in']) });
export type SignUpAnswer = z.infer<typeof SignUpAnswer>;

export const EmailInput = z.object({ email: Email, language: z.enum(['en', 'fr']).default('en') });
export const TokenInput = z.object({ token: z.string().min(1).max(200) });
export const PasswordResetInput = z.object({ token: z.string().min(1).max(200), password: Password });

/** `email` takes an address or a handle. */
export const SignInInput = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(256),
  remember: z.boolean().default(false),
});
export type SignInInput = z.infer<typeof SignInInput>;
export const SignInAnswer = z.object({ account: CredentialAccount });

/** One signed-in device or connected app. */
export const Session = z.object({
  id: Id,
  kind: z.enum(['browser', 'app']),
  current: z.boolean(),
  app_name: z.string().nullable(),
  user_agent: z.string(),
  ip: z.string(),
  created_at: DateTime,
  last_seen_at: DateTime,
});
export type Session = z.infer<typeof Session>;

export const AccountSecretsPatch = z.object({
  current_password: z.string().min(1).max(256),
  email: Email.optional(),
  password: Password.optional(),
});

export const Invitation = z.object({
  id: Id,
  email: z.string().nullable(),
  created_at: DateTime,
  expires_at: DateTime,
  used_at: DateTime.nullable(),
  /** Only in the answer to its creation: the database keeps a hash. */
  url: z.string().optional(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationInput = z.object({ email: Email.nullish(), expires_in_days: z.int().min(1).max(90).default(7) });

export const SiteSettings = z.object({
  site_name: z.string().trim().min(1).max(60),
  registration: Registration,
  domains: z.array(z.string().max(253)).max(100),
});
export type SiteSettings = z.infer<typeof SiteSettings>;
export const SiteSettingsPatch = SiteSettings.partial();

export const Approval = z.object({
  id: Id,
  handle: z.string(),
  display_name: z.string(),
  email: z.string(),
  reason: z.string().nullable(),
  created_at: DateTime,
});
export type Approval = z.infer<typeof Approval>;

export const RoleInput = z.object({ role: Role });
export const SuspendInput = z.object({ reason: z.string().trim().min(1).max(1000) });

export const TagSuggestion = z.object({ name: z.string(), uses_today: z.int() });
export type TagSuggestion = z.infer<typeof TagSuggestion>;

/** The body of every error. `error` is a sentence for people, `code` stable for programs. */
export const ErrorBody = z.object({
  error: z.string(),
  code: z.string(),
  error_description: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  request_id: z.string(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
