// Candidates of the demonstration who sit, or stand on a proposal: all of them invented.
import { type CandidatePart, circle, integration, tie, udsat } from './candidate-part.ts'

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
      email: 'nadia@opdigtet.example.org',
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
