// What became of what people told in the demonstration: short tellings, what was written of each without persons, and the themes made of them. All invented.
import type { VoicePart } from './cast-voices.ts'

const web = (ago: number, words: string, share: 'yes' | 'ask' = 'yes'): VoicePart => ({
  ago,
  channel: 'web',
  telling: { words, share, themes: ['hjemloeshed'] },
  then: [{ ago: ago - 2, did: 'answered', text: 'Tak, fordi du siger det. Jeg har læst det hele.' }],
})
/** Told before, so that there is something to gather. */
export const toldBefore: Readonly<Record<string, VoicePart>> = {
  rain: web(26, 'Når det regner, står jeg under halvtaget ved biblioteket til de låser op.'),
  closing: web(26, 'Værestedet lukker, lige når jeg trænger mest til at sidde hos nogen.'),
  coffee: web(25, 'Jeg går rundt i centret om aftenen for at holde varmen.', 'ask'),
  winter: web(25, 'Om vinteren er aftenen værst. Der er ikke et sted, hvor man bare må være.'),
  dinner: web(24, 'Jeg spiser koldt om aftenen. Om dagen er der suppe, men ikke bagefter.'),
  friends: web(24, 'Vi er nogle stykker, som ikke har noget sted at gå hen sammen efter klokken tre.', 'ask'),
  letters: web(25, 'Jeg åbner ikke brevene mere. Der står så meget, som jeg ikke forstår.', 'ask'),
  appointment: web(24, 'Jeg kom for sent, fordi jeg ikke kunne se i brevet, hvor jeg skulle hen.', 'ask'),
  bus: web(22, 'Jeg kan ikke gå til bussen mere. Bænken på vejen er væk.', 'ask'),
}
export interface ThemePart {
  readonly title: string
  readonly question: string
  readonly words: string
  readonly councils: readonly string[]
  readonly district: string | null
  readonly showCount: boolean
  /** By the names of the voices: what was written of each, without persons. */
  readonly summaries: Readonly<Record<string, string>>
  readonly until: 'offered' | 'approved' | 'closed' | 'raised'
}
export const themeParts: readonly ThemePart[] = [
  {
    title: 'Et sted at være om aftenen',
    question: 'Kan værestedet have åbent om aftenen, når det er koldt?',
    words:
      'Borgere fortæller, at der mangler et varmt sted om aftenen. Om dagen er der mad og nogen at tale med. Bagefter er der ingen steder, hvor man bare må være.',
    councils: ['udsatteraad'],
    district: 'bymidten',
    showCount: true,
    summaries: {
      rain: 'Der er ingen steder at være i tørvejr, før der bliver åbnet om morgenen.',
      closing: 'Der bliver lukket på den tid af dagen, hvor behovet er størst.',
      coffee: 'Om aftenen er der intet varmt sted, hvor man må opholde sig.',
      winter: 'Aftenen er sværest, når det er koldt. Der mangler et sted at være.',
      dinner: 'Der er varm mad om dagen, men ikke om aftenen.',
      friends: 'Man mangler et sted at mødes sidst på dagen.',
    },
    until: 'raised',
  },
  {
    title: 'Breve, man kan forstå',
    question: 'Hvordan kan kommunens breve blive lettere at læse?',
    words: 'Borgere fortæller, at brevene er svære at forstå. Nogle lader være med at åbne dem, og nogle går glip af en aftale.',
    councils: ['integrationsraad', 'udsatteraad'],
    district: null,
    showCount: true,
    summaries: {
      letters: 'Breve bliver ikke åbnet, fordi de er for svære at læse.',
      appointment: 'Det er ikke let at se i et brev, hvor mødet er.',
    },
    until: 'approved',
  },
  {
    title: 'Bænke på vejen',
    question: 'Hvor mangler der bænke?',
    words: 'Borgere fortæller, at en bænk på vejen afgør, om de kommer ud.',
    councils: ['udsatteraad'],
    district: null,
    showCount: false,
    summaries: { bench: 'En bænk gør, at man kan gå tur igen.' },
    until: 'closed',
  },
  {
    title: 'Vejen til bussen',
    question: 'Hvad skal der til, for at alle kan nå bussen?',
    words: 'Borgere fortæller, at vejen til bussen er for lang uden et sted at hvile.',
    councils: ['udsatteraad'],
    district: null,
    showCount: false,
    summaries: { bus: 'Der mangler et sted at hvile undervejs.' },
    until: 'offered',
  },
]
/** Written and not gathered: one waits for a second human, one for its teller. */
export const onTheWay = {
  confirmed: { voice: 'mother', text: 'Pårørende ved ikke, hvem de selv kan tale med, når de har det svært.' },
  asked: { voice: 'stairs', text: 'Der er intet sted at gå hen, når det er vådt, og der er lukket.' },
} as const
export const came =
  'Rådet har talt om det. Værestedet prøver at have åbent til klokken 21 i januar og februar. Rådet ser på det igen i marts.'
/** Not shown yet. */
export const draftNote = {
  learned: 'Lange ord og henvisninger til loven får folk til at lægge brevet fra sig.',
  nowDo: 'Skriv først, hvad personen skal gøre, hvor og hvornår. Læg loven bagest.',
} as const
export const note = {
  learned: 'Mange kender ikke varmestuen, og de, der gør, ved ikke, hvornår den har åbent.',
  nowDo: 'Sig i den første samtale, hvor varmestuen er, og hvornår den har åbent. Tilbyd at gå med den første gang.',
  asked: 'Rådet vil gerne have, at alle, der taler med borgere, ved det.',
} as const
