// Candidates of the demonstration who are further on: all of them invented.
import { type CandidatePart, circle, integration, tie, udsat } from './candidate-part.ts'

/** Further on: ready for a seat, on the waiting list, told no, withdrawn, or just suggested. */
export const furtherOn: Readonly<Record<string, CandidatePart>> = {
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
