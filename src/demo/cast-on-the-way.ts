// Candidates of the demonstration on their way, in every state, over every channel, in many scripts: all of them invented.
import { type CandidatePart, circle, integration, tie, udsat } from './candidate-part.ts'
import { furtherOn } from './cast-further-on.ts'

/** Those who have just come in, or are being spoken with. */
const comingIn: Readonly<Record<string, CandidatePart>> = {
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
}

/** Everybody without a seat or a place on a proposal. */
export const onTheWay = { ...comingIn, ...furtherOn }
