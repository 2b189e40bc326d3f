// What a council's public page says of the decisions on it, in every language; ar, tr and ur are machine drafts that nobody has checked.
const da = {
  title: 'Beslutninger om, hvem der sidder i rådet',
  lead: 'Her står, hvem der besluttede, og hvor det står i referatet. Følger en beslutning ikke en regel, står det her sammen med grunden.',
  line: 'Besluttet af {body}. Referat: {ref}',
  broken: 'Beslutningen bryder kravet.',
  departed: 'Ønsket blev ikke fulgt.',
  minutes: 'Det siger referatet:',
  reason: 'Grund:',
  'body.municipal_council': 'kommunalbestyrelsen',
  'body.administration': 'administrationen',
  'body.election': 'dem, der stemte',
}
type PublicWords = Record<keyof typeof da, string>
const en: PublicWords = {
  title: 'Decisions on who sits in the council',
  lead: 'Who decided, and where the minutes have it. Where a decision does not follow a rule, it says so here with the reason.',
  line: 'Decided by {body}. Minutes: {ref}',
  broken: 'The decision breaks the requirement.',
  departed: 'The wish was not followed.',
  minutes: 'The minutes say:',
  reason: 'Reason:',
  'body.municipal_council': 'the municipal council',
  'body.administration': 'the administration',
  'body.election': 'those who voted',
}
const ar: PublicWords = {
  title: 'قرارات حول من يجلس في المجلس',
  lead: 'هنا تجد من اتخذ القرار وأين ورد في المحضر. وإذا خالف قرارٌ قاعدةً، يُذكر ذلك هنا مع السبب.',
  line: 'القرار من {body}. المحضر: {ref}',
  broken: 'القرار يخالف هذا الشرط.',
  departed: 'لم يُتَّبع هذا الرجاء.',
  minutes: 'يقول المحضر:',
  reason: 'السبب:',
  'body.municipal_council': 'المجلس البلدي',
  'body.administration': 'الإدارة',
  'body.election': 'الذين صوّتوا',
}
const tr: PublicWords = {
  title: 'Mecliste kimlerin oturduğuna dair kararlar',
  lead: 'Kararı kimin verdiği ve tutanağın neresinde durduğu burada yazar. Bir karar bir kurala uymuyorsa, nedeniyle birlikte burada yazar.',
  line: 'Kararı veren: {body}. Tutanak: {ref}',
  broken: 'Karar bu şartı çiğniyor.',
  departed: 'Bu dilek yerine getirilmedi.',
  minutes: 'Tutanakta yazan:',
  reason: 'Neden:',
  'body.municipal_council': 'belediye meclisi',
  'body.administration': 'idare',
  'body.election': 'oy verenler',
}
const ur: PublicWords = {
  title: 'کونسل میں کون بیٹھتا ہے، اس کے فیصلے',
  lead: 'یہاں لکھا ہے کہ فیصلہ کس نے کیا اور کارروائی میں کہاں درج ہے۔ اگر کوئی فیصلہ کسی اصول کے مطابق نہیں، تو یہ وجہ کے ساتھ یہاں لکھا ہے۔',
  line: 'فیصلہ: {body}۔ کارروائی: {ref}',
  broken: 'یہ فیصلہ اس شرط کو توڑتا ہے۔',
  departed: 'اس خواہش پر عمل نہیں ہوا۔',
  minutes: 'کارروائی میں لکھا ہے:',
  reason: 'وجہ:',
  'body.municipal_council': 'بلدیاتی کونسل',
  'body.administration': 'انتظامیہ',
  'body.election': 'ووٹ دینے والے',
}
export const publicTexts = { da, en, ar, tr, ur }
