/** A line of the scene that is on stage when somebody signs in for the first time. */
export interface SceneLine {
  who: string;
  text: string;
  /** Minutes before now; of an answer, minutes after what it answers. */
  minutes: number;
  language?: 'en' | 'fr';
  likes?: number;
  boosts?: number;
  /** Name of a picture: see pictures.ts. */
  picture?: string;
  answers?: readonly SceneLine[];
}

/** The newest posts, written by hand; the newest first. */
export const OPENING: readonly SceneLine[] = [
  {
    who: 'amina',
    text: 'Inbound from Antwerp is 40 min late, ring road closed at Merksem. Docks 2 and 3 swap slots until 11:00. #LilleDepot',
    minutes: 3,
    likes: 4,
    answers: [
      { who: 'pieter', text: 'Can confirm, nothing moves at Merksem. Two of ours turn round.', minutes: 1 },
      { who: 'marion', text: 'Bien reçu, les quais 2 et 3 sont prévenus.', minutes: 2, language: 'fr', likes: 1 },
    ],
  },
  {
    who: 'kwame',
    text: 'Night crew changed the Dock 4 seal in 3 h 10. Door holds 2 °C again. Tea is on me at the 14:00 handover. #DockSwap',
    minutes: 9,
    likes: 24,
    boosts: 3,
    picture: 'dock-4',
    answers: [
      { who: 'tom', text: 'Best news of the week. Who was on?', minutes: 1, likes: 2 },
      { who: 'owen', text: 'Me, Sal and the new radio. Biscuits are my share of the tea.', minutes: 2, likes: 6 },
      { who: 'sven', text: 'Please photograph the seal before the first shift. I need it for the audit. #ColdChain', minutes: 3 },
      {
        who: 'oskar',
        text: 'How long did the old one last?',
        minutes: 4,
        answers: [{ who: 'owen', text: 'Fourteen months. The door frame was bent, that is fixed too.', minutes: 2, likes: 3 }],
      },
    ],
  },
  {
    who: 'it_status',
    text: 'WMS 4 rehearsal passed: 41,200 orders replayed, 0 lost, 6 slow queries fixed. Freeze starts Friday 18:00. #CutoverWeekend',
    minutes: 16,
    likes: 36,
    boosts: 14,
    answers: [
      {
        who: 'jonas',
        text: 'Row counts match on 312 of 318 tables. The six left are history, safe to copy on Sunday.',
        minutes: 3,
        likes: 7,
        picture: 'rehearsal',
      },
      {
        who: 'tom',
        text: 'Leeds has 14 people for Saturday night, two more wanted for the 02:00 to 06:00 slot.',
        minutes: 5,
        likes: 2,
      },
      { who: 'wout', text: 'Count me in for 02:00. I am awake anyway.', minutes: 8, likes: 4 },
    ],
  },
  {
    who: 'priya',
    text: 'Found why label printers doubled: retry without an idempotency key. Fix is in review, rollout after lunch. #CutoverWeekend',
    minutes: 25,
    likes: 9,
    boosts: 6,
    answers: [
      {
        who: 'priya',
        text: 'If your printer doubled a label this morning, bin the second one. The numbers on both are the same.',
        minutes: 3,
        likes: 5,
        boosts: 2,
      },
      {
        who: 'samir',
        text: 'Trois imprimantes concernées à Lyon Sud. Je passe les voir, merci @priya !',
        minutes: 9,
        language: 'fr',
        likes: 2,
      },
    ],
  },
  {
    who: 'chloe',
    text: 'Town hall questions close at noon. 38 in so far, most asked: parking at Lyon Sud. Add yours: https://wiki.halvane.example/townhall',
    minutes: 34,
    likes: 6,
    boosts: 5,
    answers: [
      { who: 'luc', text: 'Le parking, le parking, et puis le parking.', minutes: 4, language: 'fr', likes: 8 },
      { who: 'ines', text: 'L’équipe de nuit pourra-t-elle la revoir ? #Réunion', minutes: 6, language: 'fr', likes: 1 },
      {
        who: 'chloe',
        text: 'Oui, l’enregistrement sera en ligne le jour même, sous-titré.',
        minutes: 9,
        language: 'fr',
        likes: 3,
      },
    ],
  },
  {
    who: 'ingrid',
    text: 'Third month with no cold-chain excursion above 8 °C. 61 days, 9 depots. Two pages on how, if you are curious. #ColdChain',
    minutes: 62,
    likes: 32,
    boosts: 8,
    picture: 'excursions',
    answers: [
      { who: 'sven', text: 'And the probes agree with each other, which is rarer.', minutes: 4, likes: 5 },
      {
        who: 'elise',
        text: 'Bravo Gand ! On affiche les deux pages au labo. #ChaîneDuFroid',
        minutes: 9,
        language: 'fr',
        likes: 2,
      },
      { who: 'kwame', text: 'The curtains did it. And the people who close doors.', minutes: 12, likes: 6 },
    ],
  },
  {
    who: 'mateus',
    text: 'Badge readers at Leeds gate B are slow after the firmware update. Use gate A until 10:00. Sorry for the queue. #LeedsDepot',
    minutes: 75,
    likes: 3,
    boosts: 4,
    answers: [
      { who: 'graham', text: 'Drivers are told. Eleven of them had opinions.', minutes: 3, likes: 9 },
      { who: 'grace', text: 'Rollback is ready if 10:00 slips, call me.', minutes: 5, likes: 1 },
    ],
  },
  {
    who: 'hana',
    text: 'Quarter close checklist is out. New: accruals without a PO number bounce. Ask me, I answer until 18:00. #QuarterClose',
    minutes: 86,
    likes: 15,
    boosts: 2,
    answers: [
      { who: 'fiona', text: 'Finally. I have waited two years for that bounce.', minutes: 4, likes: 6 },
      { who: 'sophie', text: 'Même règle pour Lille et Lyon ? Merci @hana !', minutes: 7, language: 'fr' },
      { who: 'hana', text: 'Same rule everywhere. Oui, partout.', minutes: 8, likes: 3 },
    ],
  },
  {
    who: 'halvane_safety',
    text: 'Fire drill at Lille on Thursday 10:30. Meet at point C. Exercice jeudi à 10 h 30, rendez-vous au point C. #LilleDepot',
    minutes: 97,
    likes: 18,
    boosts: 7,
  },
  {
    who: 'nadia',
    text: 'Depuis Lyon : nos transporteurs gardent les créneaux actuels jusqu’à lundi, c’est bien ça ? #LyonSud',
    minutes: 108,
    language: 'fr',
    likes: 2,
    answers: [
      {
        who: 'amina',
        text: 'Oui, jusqu’à lundi 8 h. Les créneaux de Lyon Sud ouvrent demain, ceux de Lille sont déjà là.',
        minutes: 4,
        language: 'fr',
        likes: 3,
      },
      { who: 'nadia', text: 'Merci @amina pour la réponse rapide !', minutes: 6, language: 'fr', likes: 1 },
    ],
  },
];
