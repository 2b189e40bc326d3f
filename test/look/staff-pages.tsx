// Keeps sample pages of the staff's rooms: what waits, and a slate with every kind of rule.
import { type StaffLink, StaffPage } from '../../src/platform/html/layout.tsx'
import { RuleLine } from '../../src/platform/html/marks.tsx'
import type { AssetNames } from '../../src/platform/html/page.ts'
import { ButtonLink, GoLink, Section } from '../../src/platform/html/pieces.tsx'
import { type DrawnSeat, SeatDiagram, SeatLegend } from '../../src/platform/html/seats.tsx'
import { Places, Repair, Slate, Tally } from '../../src/platform/html/work.tsx'
import { WorkGroup, WorkItem } from '../../src/platform/html/work-list.tsx'
import { pageOf } from './cast.ts'

const ROOMS: [string, string][] = [
  ['/arbejdsrum', 'Hvad venter?'],
  ['/arbejdsrum/kandidater', 'Kandidater'],
  ['/arbejdsrum/indstillinger', 'Indstillinger'],
  ['/arbejdsrum/henvendelser', 'Henvendelser'],
]
const nav = (current: string): StaffLink[] =>
  ROOMS.map(([href, label], index) => ({ href, label, current: href === current, count: index === 0 ? 6 : undefined }))

const staffPage = (path: string, assets: AssetNames) =>
  pageOf(path, assets, { signedIn: { name: 'Amira Holm', roles: ['rådssekretær'], demo: true, signOut: '/log-ud' }, formKey: () => 'k3y' })

export function workPage(assets: AssetNames) {
  return (
    <StaffPage
      page={staffPage('/arbejdsrum', assets)}
      nav={nav('/arbejdsrum')}
      above={<p class="soft">Mandag den 9. november 2026 kl. 10.15</p>}
      title="Hvad venter?"
      lead="Ét løfte er over tiden. To ting skal ske i dag. Fire kan vente."
    >
      <WorkGroup title="Over tiden" overdue>
        <WorkItem
          first
          when={{ big: '2 dage over', small: 'Frist: torsdag den 5. nov.' }}
          title="Ring til en, der har meldt sig"
          about="Yusuf Demir, Integrationsrådet. Taler helst tyrkisk."
          rule={{
            kind: 'promise',
            quote: 'Du vil derefter blive kontaktet af Glostrup Kommune.',
            text: 'Kommunens egen frist: fem arbejdsdage fra torsdag den 29. oktober. I morgen kl. 9 ser lederens kontor den også.',
          }}
          next="Ring i dag før kl. 15. Tolken kan fra kl. 13."
          action={<ButtonLink href="/arbejdsrum">Ring til Yusuf</ButtonLink>}
        />
      </WorkGroup>
      <WorkGroup title="I dag">
        <WorkItem
          when={{ big: 'Kl. 15', small: 'mandag den 9. nov.' }}
          title="Svar på en henvendelse"
          about="Anonym. Tema: breve fra kommunen."
          rule={{ kind: 'deadline', text: 'Kommunens egen: første svar inden ti arbejdsdage. Modtaget mandag den 26. oktober.' }}
          next="Læs den, og svar med dit navn."
          action={<GoLink href="/arbejdsrum">Åbn henvendelsen</GoLink>}
        />
        <WorkItem
          when={{ big: 'Kl. 16', small: 'mandag den 9. nov.' }}
          title="Rådet mangler svar på sit råd"
          about="Udsatterådet. Skylder svar: Social- og Sundhedsudvalget."
          rule={{ kind: 'must', quote: 'at være rådgivende for Glostrup Kommune om udsatteområdet', text: 'Svaret skal have en grund.' }}
          next="Ring til udvalgets sekretær, og spørg om en dato."
          action={<GoLink href="/arbejdsrum">Skriv, hvad I aftalte</GoLink>}
        />
      </WorkGroup>
      <WorkGroup title="De næste uger">
        <WorkItem
          when={{ big: 'Fredag', small: 'den 13. nov.' }}
          title="Spørg 14 foreninger"
          about="De er ikke spurgt endnu. Ingen fra en skolebestyrelse."
          rule={{
            kind: 'should',
            quote: 'blandt lokale flygtninge- og indvandrerforeninger …',
            text: 'Det kan afgøre, om rådet bliver fyldt.',
          }}
          next="Gå en tur, eller send brev. Brevet er skrevet."
          action={<GoLink href="/arbejdsrum">Se de 14</GoLink>}
        />
      </WorkGroup>
      <p class="soft">
        Intet andet venter på dig. Peter Juhl har tre punkter, som han overtager, når du er væk. <a href="/arbejdsrum">Se alles</a>
      </p>
    </StaffPage>
  )
}

const SLATE: DrawnSeat[] = [
  { n: 1, group: 'external', state: 'filled' },
  { n: 2, group: 'external', state: 'undocumented' },
  { n: 3, group: 'external', state: 'wrong' },
  { n: 4, group: 'external', state: 'filled' },
  { n: 5, group: 'council', state: 'filled' },
  { n: 6, group: 'council', state: 'filled' },
  { n: 7, group: 'council', state: 'vacant' },
]

const CANDIDATES = [
  ['Lene Storm', 'Brugerrepræsentant. Kan sidde på 1–4.'],
  ['Hamid Rahimi', 'Særlig indsigt: frivillig på gaden. Kan sidde på 1–4.'],
  ['Tove Bech', 'Lokal organisation, dokumenteret. Kan sidde på 1–4.'],
  ['Per Win', 'Kommunalbestyrelsen. Kan sidde på 5–7.'],
]

export function slatePage(assets: AssetNames) {
  return (
    <StaffPage
      page={staffPage('/arbejdsrum/indstillinger/1', assets)}
      nav={nav('/arbejdsrum/indstillinger')}
      above={<p class="soft">Udsatterådet · forslag 2 · mandag den 9. november 2026 kl. 10.15</p>}
      title="Forslaget kan ikke sendes endnu"
      lead="Én person sidder på en forkert plads. Det skal rettes først. Ønsket kan I afvige fra med en grund."
      opening={
        <>
          <Tally
            items={[
              { kind: 'broken', count: 1, words: 'krav brudt' },
              { kind: 'open', count: 1, words: 'plads åben' },
              { kind: 'should', count: 1, words: 'ønske afviges' },
              { kind: 'undocumented', count: 1, words: 'ikke dokumenteret' },
              { kind: 'hint', count: 1, words: 'bemærkning' },
            ]}
          />
          <Repair title="Ét skridt løser mest">
            <p>Flyt Jens Krogh fra plads 3 til plads 7, og sæt Lene Storm på plads 3. Så er kravet, den åbne plads og ønsket på plads.</p>
            <button type="submit" class="b">
              Flyt Jens, og sæt Lene ind
            </button>
            <p class="small">
              <a href="/arbejdsrum/indstillinger/1">Se to andre løsninger</a>
            </p>
          </Repair>
        </>
      }
      beside={
        <>
          <SeatDiagram
            seats={SLATE}
            advisers={[{ state: 'filled' }, { state: 'allowed' }]}
            filled={6}
            total={7}
            groupNames={{ external: 'Organisationer, brugere og enkeltpersoner', council: 'Kommunalbestyrelsen' }}
          />
          <SeatLegend states={['filled', 'vacant', 'wrong', 'undocumented', 'allowed']} />
        </>
      }
    >
      <Slate
        side={
          <Section title="Kandidater" lead="Fire har sagt ja og er ikke på en plads.">
            <ul class="list">
              {CANDIDATES.map(([name, text]) => (
                <li key={name}>
                  <h3>{name}</h3>
                  <p class="small">{text}</p>
                  <p class="small">
                    <a href="/arbejdsrum/indstillinger/1">
                      Sæt på en plads<span class="sr">: {name}</span>
                    </a>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        }
      >
        <Section title="Plads 1–4: organisationer, brugere og enkeltpersoner" lead="Udpeges af kommunalbestyrelsen. 4 af 4 er besat.">
          <RuleLine
            force="should"
            seats={[1, 2, 3, 4]}
            quote={
              <>
                Kommunen <b>ønsker</b>, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.
              </>
            }
          >
            <p>Nu: én (Mona Kjær). I kan afvige, hvis I skriver en grund. Grunden bliver offentlig.</p>
            <p>
              <a href="/arbejdsrum/indstillinger/1">Skriv en grund</a>
            </p>
            <Places
              rows={[
                { n: 1, state: 'filled', who: 'Mona Kjær', note: 'Brugerrepræsentant' },
                {
                  n: 2,
                  state: 'undocumented',
                  who: 'Farida Noor',
                  note: 'Organisation',
                  rules: (
                    <RuleLine
                      force="must"
                      state="undocumented"
                      seats={[2]}
                      quote={
                        <>
                          … skal komme fra <b>lokale</b> organisationer …
                        </>
                      }
                    >
                      <p>Vi ved ikke, om foreningen er lokal. Det er ikke et nej.</p>
                      <p>
                        <a href="/arbejdsrum">Spørg Farida</a>
                      </p>
                    </RuleLine>
                  ),
                },
                {
                  n: 3,
                  state: 'wrong',
                  who: 'Jens Krogh',
                  note: 'Medlem af kommunalbestyrelsen',
                  rules: (
                    <RuleLine
                      force="must"
                      state="broken"
                      seats={[3]}
                      quote={
                        <>
                          De andre tre faste medlemmer af rådet <b>skal</b> være fra kommunalbestyrelsen.
                        </>
                      }
                    >
                      <p>Jens sidder i kommunalbestyrelsen. Den har sine egne tre pladser.</p>
                      <p>
                        <b>Stopper forslaget.</b> Ingen grund kan ophæve et krav.
                      </p>
                    </RuleLine>
                  ),
                },
                {
                  n: 4,
                  state: 'filled',
                  who: 'Ulla Dam',
                  note: 'Særlig indsigt',
                  rules: (
                    <RuleLine force="hint" seats={[4]}>
                      <p>Ulla er ansat i kommunen. Teksten forbyder det ikke.</p>
                    </RuleLine>
                  ),
                },
              ]}
            />
          </RuleLine>
        </Section>
        <Section title="Plads 5–7: kommunalbestyrelsen">
          <Places
            rows={[
              { n: 5, state: 'filled', who: 'Karin Toft', note: 'Medlem af kommunalbestyrelsen' },
              { n: 6, state: 'filled', who: 'Ole Brandt', note: 'Medlem af kommunalbestyrelsen' },
              {
                n: 7,
                state: 'vacant',
                who: 'Ledig',
                rules: (
                  <RuleLine
                    force="must"
                    state="open"
                    seats={[7]}
                    quote={
                      <>
                        De andre <b>tre</b> faste medlemmer …
                      </>
                    }
                  >
                    <p>2 af 3. Rådet kan ikke samles endnu, men pladsen stopper ikke forslaget.</p>
                  </RuleLine>
                ),
              },
            ]}
          />
        </Section>
        <Section title="Tilforordnede, uden stemme" lead="Udpeges af administrationen. 1 af 1–2.">
          <Places
            rows={[
              { n: 'T', state: 'filled', who: 'Ida Munk', note: 'Fagperson. Viden: udsattes sundhed. Til fredag den 31. december 2027.' },
            ]}
          />
        </Section>
      </Slate>
    </StaffPage>
  )
}
