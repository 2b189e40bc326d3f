// Keeps sample forms: one as it is met, one with errors, one in Arabic.
import {
  Checks,
  Choice,
  DateField,
  EMPTY,
  ErrorSummary,
  type Filled,
  Form,
  Honeypot,
  SelectField,
  StepLine,
  Submit,
  TextArea,
  TextField,
} from '../../src/platform/html/fields.tsx'
import { PublicPage } from '../../src/platform/html/layout.tsx'
import { Invented, Quote } from '../../src/platform/html/marks.tsx'
import type { AssetNames } from '../../src/platform/html/page.ts'
import { Answers, Note } from '../../src/platform/html/pieces.tsx'
import { pageOf } from './cast.ts'

const WRONG: Filled = {
  values: { reach: 'email', email: 'samir@mail', interpreter: 'somali' },
  errors: [
    { field: 'lives', message: 'Vælg ja, nej eller ved ikke.' },
    { field: 'email', message: 'Der mangler noget efter @. En adresse ser sådan ud: navn@eksempel.dk' },
  ],
}
const HALF: Filled = { values: { lives: 'yes', reach: 'email' }, errors: [] }

const aside = (
  <Note title="Hvad sker der så?">
    <p>
      Amira Holm <Invented /> kontakter dig senest <b>mandag den 16. november</b>.
    </p>
    <p>Du kan altid sige nej igen. Så sletter vi det, du har skrevet.</p>
    <p>
      Vil du hellere sige det? <a href="#kontakt">Tal med Amira</a>
    </p>
  </Note>
)

export function formPage(assets: AssetNames, wrong: boolean) {
  const form = wrong ? WRONG : HALF
  const page = pageOf('/raad/integrationsraad/bliv-medlem', assets, { formKey: () => 'k3y' })
  return (
    <PublicPage
      page={page}
      section="councils"
      back={{ href: '/raad/integrationsraad' }}
      faulty={wrong}
      above={
        <>
          <ErrorSummary form={form} labels={{ lives: 'Bor du i Glostrup?', email: 'Din e-mail.' }} />
          <StepLine current={2} total={3} label="Bliv medlem af Integrationsrådet" />
        </>
      }
      title="Hvordan får vi fat i dig?"
      lead="Kun de to første spørgsmål skal have et svar."
      aside={aside}
    >
      <Form page={page}>
        <Honeypot />
        <Choice
          form={form}
          name="lives"
          legend="Bor du i Glostrup?"
          why={
            <>
              Vi spørger, fordi der står: <Quote>syv medlemmer med bopæl i Glostrup</Quote>. Vi gemmer kun dit ja eller nej.
            </>
          }
          options={[
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej' },
            { value: 'unsure', label: 'Det ved jeg ikke', hint: 'Så finder vi ud af det sammen.' },
          ]}
        />
        <Choice
          form={form}
          name="reach"
          legend="Hvordan vil du helst kontaktes?"
          why="Vi skriver aldrig noget privat i beskeden. Kun, at vi gerne vil tale med dig."
          options={[
            {
              value: 'email',
              label: 'E-mail',
              under: <TextField form={form} name="email" label="Din e-mail" kind="email" as="detail" />,
            },
            {
              value: 'phone',
              label: 'Telefon',
              hint: 'Vi lægger ikke besked på en svarer.',
              under: <TextField form={form} name="phone" label="Dit telefonnummer" kind="tel" as="detail" width="half" />,
            },
            { value: 'letter', label: 'Brev' },
            { value: 'self', label: 'Jeg kontakter selv jer', hint: 'Du får en kode, når du har sendt.' },
          ]}
        />
        <TextField
          form={form}
          name="interpreter"
          label="Vil du have en tolk?"
          why="Skriv sproget. Lad feltet stå tomt, hvis du ikke vil."
          width="half"
        />
        <Submit label="Næste: se det hele igennem" under="Intet er sendt endnu." />
      </Form>
    </PublicPage>
  )
}

/** Every other kind of field, and the summary before sending. */
export function fieldsPage(assets: AssetNames) {
  const page = pageOf('/raad/integrationsraad/bliv-medlem', assets, { formKey: () => 'k3y', standing: 'demonstration' })
  return (
    <PublicPage page={page} title="Andre felter" section="councils">
      <Answers
        items={[
          { label: 'Bor du i Glostrup?', value: 'Ja', change: <a href="#f-lives">Ret svaret</a> },
          { label: 'Et par ord om dig selv', value: 'Første linje\nAnden linje', change: <a href="#f-words">Ret teksten</a> },
        ]}
      />
      <Form page={page}>
        <TextArea form={EMPTY} name="words" label="Et par ord om dig selv" optional why="Du må gerne skrive på dit eget sprog." />
        <Checks
          form={{ values: { needs: ['ride', 'child'] }, errors: [] }}
          name="needs"
          legend="Hvad skal der til, for at du kan komme?"
          optional
          options={[
            { value: 'ride', label: 'Kørsel' },
            { value: 'child', label: 'Børnepasning' },
            { value: 'with', label: 'En, der går med', hint: 'Du bestemmer selv hvem.' },
          ]}
        />
        <SelectField
          form={EMPTY}
          name="language"
          label="Hvilket sprog vil du helst tale?"
          options={[
            { value: 'da', label: 'Dansk' },
            { value: 'ar', label: 'العربية' },
            { value: 'so', label: 'Soomaali' },
          ]}
        />
        <DateField form={EMPTY} name="from" label="Hvornår kan du begynde?" optional />
        <Submit label="Send" />
        <Submit label="Gem, og vent" quiet />
      </Form>
    </PublicPage>
  )
}

export function arabicPage(assets: AssetNames) {
  const page = pageOf('/raad/integrationsraad/bliv-medlem', assets, { lang: 'ar', formKey: () => 'k3y' })
  return (
    <PublicPage
      page={page}
      section="councils"
      back={{ href: '/ar/raad/integrationsraad' }}
      above={<StepLine current={2} total={3} label="كن عضوًا في مجلس الاندماج" />}
      title="كيف نتواصل معك؟"
      lead="السؤالان الأولان فقط يحتاجان إلى جواب."
      aside={
        <Note title="ماذا يحدث بعد ذلك؟">
          <p>
            <bdi>Amira Holm</bdi> <Invented /> ستتواصل معك في موعد أقصاه <b>الاثنين 16 نوفمبر</b>.
          </p>
          <p>يمكنك أن تغيّر رأيك في أي وقت. عندها نحذف ما كتبته.</p>
        </Note>
      }
    >
      <Form page={page}>
        <Choice
          form={HALF}
          name="lives"
          legend="هل تسكن في غلوستروب؟"
          why={
            <>
              نسأل لأن النص يقول: <Quote>syv medlemmer med bopæl i Glostrup</Quote>
            </>
          }
          options={[
            { value: 'yes', label: 'نعم' },
            { value: 'no', label: 'لا' },
            { value: 'unsure', label: 'لا أعرف', hint: 'سنعرف ذلك معًا.' },
          ]}
        />
        <Choice
          form={HALF}
          name="reach"
          legend="كيف تفضّل أن نتواصل معك؟"
          why="لا نكتب شيئًا خاصًا في الرسالة. نكتب فقط أننا نود التحدث معك."
          options={[
            {
              value: 'email',
              label: 'البريد الإلكتروني',
              under: (
                <TextField
                  form={{ values: { email: 'navn@eksempel.dk' }, errors: [] }}
                  name="email"
                  label="بريدك الإلكتروني"
                  kind="email"
                  as="detail"
                />
              ),
            },
            { value: 'phone', label: 'الهاتف', hint: 'لا نترك رسالة صوتية.' },
          ]}
        />
        <Submit label="التالي: راجع كل شيء" under="لم يُرسل شيء بعد." />
      </Form>
    </PublicPage>
  )
}
