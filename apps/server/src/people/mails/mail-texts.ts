/** Facts that the texts name. */
export interface MailFacts {
  site: string;
  /** Address of this Roost. */
  home: string;
  /** Handle of the account, with `@`; empty when the mail is about none. */
  handle: string;
  link: string;
  /** Days that the link of an invitation is good for. */
  days: number;
  /** Who invites, or who waits. */
  person: string;
}

export type MailText = (facts: MailFacts) => { subject: string; body: string };

export type MailName =
  | 'confirm'
  | 'taken'
  | 'change-address'
  | 'address-changed'
  | 'reset'
  | 'password-changed'
  | 'approved'
  | 'refused'
  | 'invitation'
  | 'someone-waits'
  | 'schedule-failed';

/** Every mail Roost writes, in both languages. Plain text: what happened, what is safe, what to do. */
export const MAIL_TEXTS: Record<'en' | 'fr', Record<MailName, MailText>> = {
  en: {
    confirm: ({ site, handle, link }) => ({
      subject: `Confirm your address for ${site}`,
      body: `Someone, probably you, made the account ${handle} on ${site} with this address.\n\nTo confirm that the address is yours, open this link within 24 hours:\n${link}\n\nIf it was not you, do nothing: without the confirmation the account cannot be used.`,
    }),
    taken: ({ site, handle, home }) => ({
      subject: `You already have an account on ${site}`,
      body: `Someone, probably you, tried to sign up on ${site} with this address. It belongs to the account ${handle} already, so nothing was changed.\n\nTo sign in: ${home}/sign-in\nIf you forgot your password, ask for a new one there.\n\nIf it was not you, do nothing: your account is safe.`,
    }),
    'change-address': ({ site, handle, link }) => ({
      subject: `Confirm your new address for ${site}`,
      body: `The account ${handle} on ${site} is to use this address from now on.\n\nTo confirm it, open this link within 24 hours:\n${link}\n\nUntil then the old address stays. If it was not you, do nothing.`,
    }),
    'address-changed': ({ site, handle, home }) => ({
      subject: `Your address on ${site} was changed`,
      body: `The account ${handle} on ${site} now uses another mail address; this one is no longer used.\n\nIf it was not you, tell an administrator of ${site} at once: ${home}`,
    }),
    reset: ({ site, handle, link }) => ({
      subject: `Choose a new password for ${site}`,
      body: `Someone, probably you, asked for a new password for the account ${handle} on ${site}.\n\nTo choose one, open this link within an hour:\n${link}\n\nYou are then signed out everywhere. If it was not you, do nothing: your password stays as it is.`,
    }),
    'password-changed': ({ site, handle, home }) => ({
      subject: `Your password on ${site} was changed`,
      body: `The password of the account ${handle} on ${site} was changed, and all other devices were signed out.\n\nIf it was not you, ask for a new password at ${home}/sign-in and tell an administrator.`,
    }),
    approved: ({ site, handle, home }) => ({
      subject: `Your account on ${site} is open`,
      body: `An administrator has approved the account ${handle}.\n\nTo sign in: ${home}/sign-in`,
    }),
    refused: ({ site }) => ({
      subject: `Your request for an account on ${site}`,
      body: `An administrator has not approved your request for an account on ${site}. What you had entered was deleted.`,
    }),
    invitation: ({ site, person, link, days }) => ({
      subject: `${person} invites you to ${site}`,
      body: `${person} invites you to ${site}, where the company posts what it is doing in 140 characters.\n\nTo make your account, open this link within ${days === 1 ? 'one day' : `${days} days`}:\n${link}\n\nThe link works once.`,
    }),
    'schedule-failed': ({ site, handle }) => ({
      subject: `A scheduled post on ${site} was not published`,
      body: `The time of a post that ${handle} had scheduled on ${site} has come, but it could not be published: what it answers may be gone, for example.\n\nNothing is lost. It waits among the scheduled posts of your app, with the reason: give it a new time, or delete it.`,
    }),
    'someone-waits': ({ site, person, home }) => ({
      subject: `${person} asks for an account on ${site}`,
      body: `${person} has confirmed their address and waits for your approval.\n\nTo decide: ${home}/settings/people`,
    }),
  },
  fr: {
    confirm: ({ site, handle, link }) => ({
      subject: `Confirmer votre adresse pour ${site}`,
      body: `Quelqu’un, sans doute vous, a créé le compte ${handle} sur ${site} avec cette adresse.\n\nPour confirmer qu’elle est à vous, ouvrez ce lien dans les 24 heures\u00a0:\n${link}\n\nSi ce n’était pas vous, ne faites rien\u00a0: sans confirmation, le compte ne peut pas servir.`,
    }),
    taken: ({ site, handle, home }) => ({
      subject: `Vous avez déjà un compte sur ${site}`,
      body: `Quelqu’un, sans doute vous, a voulu s’inscrire sur ${site} avec cette adresse. Elle appartient déjà au compte ${handle}\u202f; rien n’a été changé.\n\nPour se connecter\u00a0: ${home}/sign-in\nSi vous avez oublié votre mot de passe, demandez-en un nouveau à cet endroit.\n\nSi ce n’était pas vous, ne faites rien\u00a0: votre compte est en sécurité.`,
    }),
    'change-address': ({ site, handle, link }) => ({
      subject: `Confirmer votre nouvelle adresse pour ${site}`,
      body: `Le compte ${handle} sur ${site} doit désormais utiliser cette adresse.\n\nPour la confirmer, ouvrez ce lien dans les 24 heures\u00a0:\n${link}\n\nD’ici là, l’ancienne adresse reste valable. Si ce n’était pas vous, ne faites rien.`,
    }),
    'address-changed': ({ site, handle, home }) => ({
      subject: `Votre adresse sur ${site} a été changée`,
      body: `Le compte ${handle} sur ${site} utilise maintenant une autre adresse\u202f; celle-ci ne sert plus.\n\nSi ce n’était pas vous, prévenez tout de suite un administrateur de ${site}\u00a0: ${home}`,
    }),
    reset: ({ site, handle, link }) => ({
      subject: `Choisir un nouveau mot de passe pour ${site}`,
      body: `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour le compte ${handle} sur ${site}.\n\nPour le choisir, ouvrez ce lien dans l’heure\u00a0:\n${link}\n\nVous serez alors déconnecté partout. Si ce n’était pas vous, ne faites rien\u00a0: votre mot de passe reste le même.`,
    }),
    'password-changed': ({ site, handle, home }) => ({
      subject: `Votre mot de passe sur ${site} a été changé`,
      body: `Le mot de passe du compte ${handle} sur ${site} a été changé, et tous les autres appareils ont été déconnectés.\n\nSi ce n’était pas vous, demandez un nouveau mot de passe sur ${home}/sign-in et prévenez un administrateur.`,
    }),
    approved: ({ site, handle, home }) => ({
      subject: `Votre compte sur ${site} est ouvert`,
      body: `Un administrateur a approuvé le compte ${handle}.\n\nPour se connecter\u00a0: ${home}/sign-in`,
    }),
    refused: ({ site }) => ({
      subject: `Votre demande de compte sur ${site}`,
      body: `Un administrateur n’a pas approuvé votre demande de compte sur ${site}. Ce que vous aviez saisi a été supprimé.`,
    }),
    invitation: ({ site, person, link, days }) => ({
      subject: `${person} vous invite sur ${site}`,
      body: `${person} vous invite sur ${site}, où l’entreprise dit ce qu’elle fait en 140 caractères.\n\nPour créer votre compte, ouvrez ce lien ${days === 1 ? 'dans la journée' : `dans les ${days} jours`}\u00a0:\n${link}\n\nLe lien ne sert qu’une fois.`,
    }),
    'schedule-failed': ({ site, handle }) => ({
      subject: `Un message programmé sur ${site} n’a pas été publié`,
      body: `L’heure d’un message que ${handle} avait programmé sur ${site} est venue, mais il n’a pas pu être publié\u00a0: le message auquel il répond a peut-être disparu, par exemple.\n\nRien n’est perdu. Il attend parmi les messages programmés de votre application, avec la raison\u00a0: donnez-lui une nouvelle heure ou supprimez-le.`,
    }),
    'someone-waits': ({ site, person, home }) => ({
      subject: `${person} demande un compte sur ${site}`,
      body: `${person} a confirmé son adresse et attend votre approbation.\n\nPour décider\u00a0: ${home}/settings/people`,
    }),
  },
};
