// Who wants to sit in a council in the demonstration: all of them invented, in every state, over every channel, in many scripts.
import type { Received } from '../nominations/index.ts'
import type { StaffName } from './cast-staff.ts'

type Answers = Received['answers']
type Tie = Answers['ties'][number]

/** One thing that happened afterwards. `ago` counts working days back from today. */
export type Scene = { readonly ago: number; readonly at?: string; readonly by?: StaffName } & (
  | {
      readonly did: 'reached'
      readonly how: 'phone' | 'meeting' | 'email' | 'letter' | 'through'
      readonly text: string
      readonly nextIn?: number
    }
  | { readonly did: 'tried'; readonly how: 'phone' | 'through'; readonly text: string }
  | { readonly did: 'noted'; readonly text: string }
  | { readonly did: 'talked' }
  | { readonly did: 'lives here' | 'ties confirmed'; readonly how: 'organisation_said' | 'website' | 'register' | 'seen' | 'known' }
  | { readonly did: 'said yes' | 'said no'; readonly how: 'phone' | 'meeting' }
  | { readonly did: 'withdrew' }
  | { readonly did: 'reserve' | 'not this time'; readonly reason: string }
  | { readonly did: 'told'; readonly how: 'phone' | 'meeting' | 'letter' }
)
export interface CandidatePart {
  readonly ago: number
  readonly at?: string
  readonly channel: Received['channel']
  /** Who wrote it down, unless the person did. */
  readonly by?: StaffName
  /** Who answers for the next step, unless it is the human of the council. */
  readonly owner?: StaffName
  readonly answers: Partial<Answers> & { readonly name: string; readonly councils: readonly string[] }
  readonly then?: readonly Scene[]
}

const tie = (kind: string, organisation: string, role: string, local: Tie['local'] = 'yes'): Pick<Answers, 'declared' | 'ties'> => ({
  declared: [kind],
  ties: [{ kind, organisation: `${organisation} (opdigtet)`, role, local }],
})
const circle = {
  refugees: 'ties=refugee_immigrant_association',
  work: 'ties=labour_market_party',
  school: 'ties=school_board',
  local: 'ties=local_association',
} as const
const udsat = ['udsatteraad']
const integration = ['integrationsraad']

/** Those the municipal council has decided about; on the seats of the integration council in this order. */
export const appointed: Readonly<Record<string, CandidatePart>> = {
  nadia: {
    ago: 44,
    channel: 'web',
    answers: {
      name: 'Nadia Haddad',
      councils: integration,
      ...tie(circle.refugees, 'Kvindeforeningen Jasmin', 'forperson'),
      reach: 'email',
      email: 'nadia@example.org',
      language: 'ar',
      interpreter: 'arabisk',
      motivation: 'أعرف نساء كثيرات يردن أن يسمعهن أحد، وأود أن أنقل ما يقلن.',
    },
    then: [
      { ago: 42, did: 'reached', how: 'phone', text: 'Talt med tolk. Vil gerne sidde med. Kan mandag og onsdag.' },
      { ago: 42, did: 'talked' },
      { ago: 41, did: 'lives here', how: 'register' },
      { ago: 40, did: 'ties confirmed', how: 'organisation_said' },
    ],
  },
  erik: {
    ago: 43,
    channel: 'counter',
    by: 'inge',
    answers: {
      name: 'Erik Lund',
      councils: integration,
      ...tie(circle.local, 'Haveforeningen Solbakken', 'kasserer'),
      reach: 'phone',
      phone: '00 00 00 21',
      needs: ['transport'],
    },
    then: [
      { ago: 41, did: 'reached', how: 'phone', text: 'Glad for opkaldet. Går dårligt og vil gerne have kørsel.' },
      { ago: 41, did: 'talked' },
      { ago: 40, did: 'lives here', how: 'known' },
      { ago: 40, did: 'ties confirmed', how: 'website' },
    ],
  },
  olena: {
    ago: 42,
    channel: 'email',
    by: 'amira',
    answers: {
      name: 'Олена Бондар',
      councils: integration,
      ...tie(circle.school, 'Skolebestyrelsen på Nordskolen', 'forældrevalgt'),
      reach: 'email',
      email: 'olena@example.org',
      language: 'en',
      interpreter: 'ukrainsk',
      motivation: 'Я мама двох школярів і хочу допомогти іншим родинам.',
    },
    then: [
      { ago: 39, did: 'reached', how: 'meeting', text: 'Mødtes på skolen. Forstår dansk, taler helst ukrainsk.' },
      { ago: 39, did: 'talked' },
      { ago: 38, did: 'lives here', how: 'register' },
      { ago: 38, did: 'ties confirmed', how: 'organisation_said' },
    ],
  },
  mehmet: {
    ago: 41,
    channel: 'phone',
    by: 'peter',
    answers: {
      name: 'Mehmet Kaya',
      councils: integration,
      ...tie(circle.work, 'Fagforeningen Byg og Drift', 'tillidsmand'),
      reach: 'phone',
      phone: '00 00 00 22',
      language: 'tr',
    },
    then: [
      { ago: 40, did: 'reached', how: 'phone', text: 'Arbejder skift. Ring efter kl. 15.' },
      { ago: 40, did: 'talked' },
      { ago: 39, did: 'lives here', how: 'register' },
    ],
  },
  grethe: {
    ago: 41,
    channel: 'letter',
    by: 'amira',
    answers: {
      name: 'Grethe Nørgaard',
      councils: integration,
      ...tie(circle.local, 'Beboerforeningen Lindehaven', 'medlem'),
      reach: 'letter',
      address: 'Opdigtet Vej 3',
      motivation: 'Jeg er nabo til mange og vil gerne være med til at få os til at tale sammen.',
    },
    then: [
      { ago: 38, did: 'reached', how: 'letter', text: 'Brev sendt med besked om, hvornår vi ringer på.' },
      { ago: 36, did: 'talked' },
      { ago: 36, did: 'lives here', how: 'seen' },
    ],
  },
}

/** Those on the slate of the udsatteråd that is under way. */
export const onTheSlate: Readonly<Record<string, CandidatePart>> = {
  mona: {
    ago: 16,
    channel: 'outreach',
    by: 'tuva',
    owner: 'tuva',
    answers: {
      name: 'Mona Kjær',
      councils: udsat,
      declared: ['roles=user_rep'],
      reach: 'through',
      through: 'Værestedet Havnen (opdigtet)',
    },
    then: [{ ago: 14, by: 'tuva', did: 'reached', how: 'through', text: 'Traf hende på værestedet. Hun vil gerne.' }],
  },
  farida: {
    ago: 15,
    channel: 'web',
    answers: {
      name: 'Farida Noor',
      councils: udsat,
      ...tie('roles=organisation', 'Caféen på Hjørnet', 'daglig leder', 'unknown'),
      reach: 'email',
      email: 'farida@example.org',
    },
    then: [{ ago: 12, did: 'reached', how: 'phone', text: 'Vil spørge bestyrelsen, om caféen hører til i Glostrup.' }],
  },
  krogh: {
    ago: 14,
    channel: 'email',
    by: 'amira',
    answers: { name: 'Jens Krogh', councils: udsat, declared: ['roles=councillor'], reach: 'email', email: 'krogh@example.org' },
    then: [{ ago: 13, did: 'reached', how: 'email', text: 'Svarede, at han stiller op.' }],
  },
  ulla: {
    ago: 13,
    channel: 'phone',
    by: 'amira',
    answers: {
      name: 'Ulla Dam',
      councils: udsat,
      declared: ['roles=insight', 'roles=municipal_employee'],
      reach: 'phone',
      phone: '00 00 00 23',
      motivation: 'Jeg har arbejdet på herberg i tolv år.',
    },
    then: [{ ago: 12, did: 'reached', how: 'phone', text: 'Vil gerne. Er ansat i kommunen og spurgte, om det er i orden.' }],
  },
}

/** Everybody else, each somewhere on the way. */
export const onTheWay: Readonly<Record<string, CandidatePart>> = {
  lene: {
    ago: 11,
    channel: 'outreach',
    by: 'tuva',
    owner: 'tuva',
    answers: {
      name: 'Lene Storm',
      councils: udsat,
      declared: ['roles=user_rep'],
      reach: 'phone',
      phone: '00 00 00 24',
      needs: ['support'],
    },
    then: [
      { ago: 9, did: 'reached', how: 'phone', text: 'Vil gerne, når hun må tage en bisidder med.' },
      { ago: 8, did: 'talked' },
    ],
  },
  hamid: {
    ago: 10,
    channel: 'web',
    answers: {
      name: 'Hamid Rahimi',
      councils: udsat,
      declared: ['roles=insight'],
      reach: 'email',
      email: 'hamid@example.org',
      motivation: 'Jeg går på gaden som frivillig hver torsdag aften.',
    },
    then: [
      { ago: 8, did: 'reached', how: 'phone', text: 'Kan alle aftener undtagen torsdag.' },
      { ago: 7, did: 'talked' },
    ],
  },
  tove: {
    ago: 12,
    channel: 'counter',
    by: 'inge',
    answers: {
      name: 'Tove Bech',
      councils: udsat,
      ...tie('roles=organisation', 'Nørklerne i Sydbyen', 'formand'),
      reach: 'phone',
      phone: '00 00 00 25',
    },
    then: [
      { ago: 10, did: 'reached', how: 'phone', text: 'Foreningen har til huse i Sydbyen. Hun vil gerne.' },
      { ago: 10, did: 'ties confirmed', how: 'seen' },
      { ago: 9, did: 'talked' },
    ],
  },
  per: {
    ago: 9,
    channel: 'email',
    by: 'amira',
    answers: { name: 'Per Win', councils: udsat, declared: ['roles=councillor'], reach: 'email', email: 'per@example.org' },
    then: [{ ago: 7, did: 'reached', how: 'email', text: 'Stiller gerne op.' }],
  },
  yusuf: {
    ago: 7,
    at: '21:40',
    channel: 'web',
    answers: {
      name: 'Yusuf Demir',
      councils: integration,
      reach: 'phone',
      phone: '00 00 00 26',
      language: 'tr',
      interpreter: 'tyrkisk',
      motivation: 'On iki yıldır burada yaşıyorum. Yeni gelenlere yol göstermek istiyorum.',
    },
  },
  yusufAgain: {
    ago: 2,
    channel: 'phone',
    by: 'inge',
    answers: { name: 'Yusuf Demir', councils: udsat, declared: ['roles=insight'], reach: 'phone', phone: '00 00 00 26', language: 'tr' },
  },
  anonymous: {
    ago: 6,
    at: '23:55',
    channel: 'web',
    answers: { name: 'X', councils: udsat, declared: ['roles=user'], reach: 'self' },
  },
  fatima: {
    ago: 3,
    channel: 'web',
    answers: {
      name: 'فاطمة الزهراء',
      councils: [...integration, ...udsat],
      ...tie(circle.school, 'Skolebestyrelsen på Vestskolen', 'suppleant'),
      reach: 'email',
      email: 'fatima@example.org',
      language: 'ar',
      interpreter: 'arabisk',
      needs: ['childcare'],
      motivation: 'أريد أن يكون لأطفالنا مكان في المدينة.',
    },
  },
  linh: {
    ago: 1,
    channel: 'letter',
    by: 'peter',
    answers: {
      name: 'Nguyễn Thị Linh',
      councils: integration,
      ...tie(circle.local, 'Badmintonklubben Fjerbolden', 'træner'),
      reach: 'letter',
      address: 'Opdigtet Vej 14, 2. th.',
      language: 'en',
      motivation: 'Tôi muốn giúp những gia đình mới đến.',
    },
  },
  mykola: {
    ago: 13,
    channel: 'outreach',
    by: 'tuva',
    answers: {
      name: 'Микола Шевченко',
      councils: [...udsat, ...integration],
      declared: ['roles=insight'],
      residence: 'unknown',
      reach: 'phone',
      phone: '00 00 00 27',
      language: 'en',
      interpreter: 'ukrainsk',
    },
    then: [
      { ago: 10, did: 'reached', how: 'phone', text: 'Talt med tolk. Bor lige nu hos en ven. Ved ikke, om det tæller.' },
      { ago: 9, did: 'talked' },
      { ago: 4, by: 'peter', did: 'noted', text: 'Spørg folkeregisteret, hvad der gælder, når man bor hos en ven.' },
    ],
  },
  selam: {
    ago: 5,
    channel: 'outreach',
    by: 'tuva',
    owner: 'tuva',
    answers: {
      name: 'ሰላም ተክለ',
      councils: integration,
      ...tie(circle.refugees, 'Foreningen Selam', 'medlem'),
      reach: 'through',
      through: 'Biblioteket, spørg efter Tuva',
      language: 'en',
      interpreter: 'tigrinya',
      needs: ['transport', 'childcare'],
    },
    then: [{ ago: 3, by: 'tuva', did: 'tried', how: 'through', text: 'Var ikke på biblioteket i dag. Prøver igen.' }],
  },
  meiling: {
    ago: 9,
    channel: 'email',
    by: 'amira',
    answers: {
      name: '陳美玲',
      councils: integration,
      ...tie(circle.local, 'Madklubben Fem Smage', 'forperson'),
      reach: 'email',
      email: 'meiling@example.org',
      language: 'en',
      motivation: '我想讓鄰居們多認識彼此。',
    },
    then: [
      { ago: 6, did: 'reached', how: 'email', text: 'Skrevet frem og tilbage. Vil vide, hvor tit rådet mødes.', nextIn: 2 },
      { ago: 5, did: 'lives here', how: 'register' },
    ],
  },
  umar: {
    ago: 12,
    channel: 'web',
    answers: {
      name: 'محمد عمر فاروق',
      councils: integration,
      ...tie(circle.work, 'Butikkernes Fællesråd', 'bestyrelsesmedlem'),
      reach: 'email',
      email: 'umar@example.org',
      language: 'ur',
      motivation: 'میں چاہتا ہوں کہ نوجوانوں کو کام ملے۔',
    },
    then: [
      { ago: 9, did: 'reached', how: 'phone', text: 'Taler godt dansk. Vil gerne høre, hvad rådet må bestemme.' },
      { ago: 8, did: 'talked' },
      { ago: 8, did: 'lives here', how: 'register' },
    ],
  },
  aasta: {
    ago: 30,
    channel: 'phone',
    by: 'amira',
    answers: {
      name: 'Åsta Øvlisen-Bjørnbak',
      councils: integration,
      ...tie(circle.local, 'Koret Måneskin', 'korsanger'),
      reach: 'phone',
      phone: '00 00 00 28',
    },
    then: [
      { ago: 27, did: 'reached', how: 'phone', text: 'Vil helst vente til foråret.' },
      { ago: 20, did: 'reserve', reason: 'Du vil gerne vente til foråret. Vi spørger dig igen.' },
      { ago: 19, did: 'told', how: 'phone' },
    ],
  },
  bent: {
    ago: 29,
    channel: 'letter',
    by: 'peter',
    answers: { name: 'Bent Rask', councils: udsat, declared: ['roles=insight'], reach: 'letter', address: 'Opdigtet Vej 8' },
    then: [
      { ago: 26, did: 'reached', how: 'letter', text: 'Brev sendt. Han svarede på samme måde.' },
      { ago: 18, did: 'not this time', reason: 'Der var flere, end der er pladser til. Du må gerne melde dig igen.' },
      { ago: 17, did: 'told', how: 'letter' },
    ],
  },
  ida: {
    ago: 22,
    channel: 'phone',
    by: 'inge',
    answers: { name: 'Aino Laakso', councils: udsat, declared: ['roles=user'], reach: 'phone', phone: '00 00 00 29' },
    then: [
      { ago: 19, did: 'reached', how: 'phone', text: 'Talte længe. Hun er i tvivl.' },
      { ago: 6, did: 'not this time', reason: 'Du ville hellere være med i brugerrådet på dit værested. Det hjælper vi dig med.' },
    ],
  },
  samira: {
    ago: 18,
    channel: 'web',
    answers: { name: 'Samira Aziz', councils: integration, reach: 'email', email: 'samira@example.org' },
    then: [
      { ago: 15, did: 'reached', how: 'email', text: 'Skrev, at hun flytter.' },
      { ago: 14, did: 'withdrew' },
    ],
  },
  kofi: {
    ago: 4,
    channel: 'web',
    answers: {
      forWhom: 'other',
      name: 'Kofi Mensah',
      councils: integration,
      reach: 'email',
      email: 'kofi@example.org',
      language: 'en',
      suggester: 'Erik Lund',
    },
  },
  gunnhild: {
    ago: 8,
    channel: 'phone',
    by: 'amira',
    answers: { forWhom: 'other', name: 'Gunnhild Øster', councils: udsat, reach: 'phone', phone: '00 00 00 30', suggester: 'Mona Kjær' },
  },
  zahra: {
    ago: 10,
    channel: 'counter',
    by: 'inge',
    answers: {
      forWhom: 'other',
      name: 'زهرا حسینی',
      councils: integration,
      reach: 'phone',
      phone: '00 00 00 31',
      language: 'en',
      suggester: 'Nadia Haddad',
    },
    then: [{ ago: 8, did: 'said yes', how: 'phone' }],
  },
  saidNo: {
    ago: 9,
    channel: 'phone',
    by: 'peter',
    answers: { forWhom: 'other', name: 'Ingen Navngiven', councils: udsat, reach: 'phone', phone: '00 00 00 32' },
    then: [{ ago: 7, did: 'said no', how: 'phone' }],
  },
}
