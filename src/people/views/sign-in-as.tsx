// The list of invented people one can sign in as, each with a button.
import { Form, Hidden } from '../../platform/html/fields.tsx'
import { Invented } from '../../platform/html/invented.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Rows, Section } from '../../platform/html/pieces.tsx'
import { peoplePaths } from '../paths.ts'
import type { InventedPerson } from '../sign-in-as.ts'
import { peopleWords, roleName } from '../words.ts'

/** Nothing where there is nobody invented. */
export function SignInAs({ page, people }: { page: Page; people: readonly InventedPerson[] }) {
  const { lang } = page
  if (people.length === 0) return null
  return (
    <Section title={peopleWords(lang, 'signIn.as.title')} lead={peopleWords(lang, 'signIn.as.lead')} id="proev">
      <Rows>
        {people.map(one => (
          <Form key={one.id} page={page} action={page.href(peoplePaths.signInAs)}>
            <Hidden name="person" value={one.id} />
            <p>
              <button type="submit" class="link">
                {peopleWords(lang, 'signIn.as.button')} <bdi>{one.name}</bdi>
              </button>{' '}
              <Invented lang={lang} />
              <br />
              <span class="soft">{new Intl.ListFormat(lang).format(one.roles.map(role => roleName(lang, role)))}</span>
            </p>
          </Form>
        ))}
      </Rows>
    </Section>
  )
}
