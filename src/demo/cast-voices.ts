// What people tell in the demonstration: all of it invented, by several ways and in several languages, in every state.
import type { Received } from '../voices/index.ts'
import type { StaffName } from './cast-staff.ts'

type Telling = Received['telling']
/** One thing that happened afterwards. `ago` counts working days back from today. */
export type VoiceScene = { readonly ago: number; readonly by?: StaffName } & (
  | { readonly did: 'answered' | 'noted'; readonly text: string }
  | { readonly did: 'translated'; readonly text: string }
  | { readonly did: 'paused'; readonly days: number }
  | { readonly did: 'closed' }
)
export interface VoicePart {
  readonly ago: number
  readonly channel: Received['channel']
  /** Who wrote it down, unless the person did. */
  readonly by?: StaffName
  readonly telling: Partial<Telling> & { readonly words: string }
  readonly then?: readonly VoiceScene[]
}

export const told: Readonly<Record<string, VoicePart>> = {
  stairs: {
    ago: 6,
    channel: 'web',
    telling: {
      words: 'Jeg sover i en trappeopgang. Værestedet lukker klokken 15, og så er der ingen steder at gå hen, når det regner.',
      themes: ['hjemloeshed'],
      place: 'Værestedet (opdigtet)',
      share: 'yes',
    },
    then: [
      {
        ago: 4,
        did: 'answered',
        text: 'Tak, fordi du skriver. Jeg har læst det hele.\n\nDer er en varmestue om aftenen. Vil du have, at jeg møder dig og viser dig vejen?',
      },
    ],
  },
  night: {
    ago: 0,
    channel: 'shared',
    telling: {
      words: 'Jeg har ingen steder at sove i nat.',
      urgent: true,
      reply: 'visit',
      through: 'Jeg siger ordet »havørn«',
      themes: ['hjemloeshed'],
    },
  },
  arabic: {
    ago: 3,
    channel: 'web',
    telling: { words: 'لا أفهم الرسائل التي تصلني من البلدية. أخاف أن أفوت موعدًا مهمًا.', language: 'ar', themes: ['integration'] },
    then: [
      {
        ago: 2,
        by: 'amira',
        did: 'translated',
        text: 'Jeg forstår ikke brevene fra kommunen. Jeg er bange for at gå glip af en vigtig aftale.',
      },
    ],
  },
  foster: {
    ago: 5,
    channel: 'web',
    telling: {
      words: 'Vi er plejefamilie. Barnet skal til møde hver uge, og vi kan ikke få fri hver gang. Hvem kan vi tale med om det?',
      who: 'foster',
    },
    then: [
      {
        ago: 3,
        did: 'answered',
        text: 'Tak, fordi I skriver. Jeg ringer til skolen og finder to faste dage, som passer jer. I hører fra mig på fredag.',
      },
    ],
  },
  mother: {
    ago: 14,
    channel: 'phone',
    by: 'peter',
    telling: {
      words: 'Min søn bor hjemme, og jeg sover ikke om natten. Hvem kan jeg selv tale med?',
      who: 'relative',
      reply: 'phone',
      phone: '00 00 00 21',
      name: 'Rita (opdigtet)',
      themes: ['paaroerende'],
    },
    then: [{ ago: 12, did: 'answered', text: 'Der er en gruppe for pårørende hver torsdag. Jeg ringer og fortæller, hvor det er.' }],
  },
  street: {
    ago: 9,
    channel: 'outreach',
    by: 'tuva',
    telling: {
      words: 'Jeg vil gerne have mine papirer samlet ét sted. Jeg mister dem hele tiden.',
      reply: 'through',
      through: 'Gadesygeplejersken (opdigtet)',
      themes: ['stoffer-og-alkohol'],
    },
    then: [
      { ago: 7, did: 'noted', text: 'Har spurgt borgerservice, om de kan gemme kopier.' },
      { ago: 7, did: 'paused', days: 14 },
    ],
  },
  neighbour: {
    ago: 9,
    channel: 'web',
    telling: {
      words: 'Min nabo går aldrig ud mere. Jeg ved ikke, hvem jeg skal sige det til.',
      who: 'behalf',
      consent: 'not_asked',
      aboutWhom: 'Min nabo',
    },
  },
  bench: {
    ago: 20,
    channel: 'web',
    telling: { words: 'Tak for bænken ved søen. Nu kan jeg gå turen igen.', themes: ['aeldre'], share: 'yes' },
    then: [
      { ago: 18, did: 'answered', text: 'Det er jeg glad for at høre. Jeg har sagt det til dem, der satte den op.' },
      { ago: 18, did: 'closed' },
    ],
  },
  colleague: {
    ago: 2,
    channel: 'web',
    telling: {
      words: 'Vi når ikke at ringe tilbage til alle. Jeg tør ikke sige det til min leder.',
      who: 'staff',
      unit: 'administrationen',
    },
  },
}
