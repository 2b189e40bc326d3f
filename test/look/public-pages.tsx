// Keeps sample public pages: the front page, a council, and a thread.
import { Door, Doors, FirstDoor, HelpNow } from '../../src/platform/html/doors.tsx'
import { PublicPage } from '../../src/platform/html/layout.tsx'
import { Chip, Invented, Proofs, Quote, RuleLine } from '../../src/platform/html/marks.tsx'
import type { AssetNames } from '../../src/platform/html/page.ts'
import { ButtonLink, Columns, DateLeaf, EmptyState, FactBox, GoLink, Note, Section } from '../../src/platform/html/pieces.tsx'
import { type DrawnSeat, SeatDiagram, SeatLegend, SeatList } from '../../src/platform/html/seats.tsx'
import { Thread } from '../../src/platform/html/thread.tsx'
import { pageOf } from './cast.ts'

const SEATS: DrawnSeat[] = [1, 2, 3, 4, 5, 6, 7].map(n => ({
  n,
  group: 'members',
  state: n === 3 || n === 5 || n === 7 ? 'vacant' : 'filled',
  wish: n === 3 || n === 5,
}))

export function frontPage(assets: AssetNames) {
  return (
    <PublicPage
      page={pageOf('/', assets)}
      title="Hvad har du på hjerte?"
      lead="Fortæl det til kommunen, eller kom med i et råd. Du behøver ikke logge ind, og et menneske med navn svarer dig."
    >
      <Doors
        first={
          <FirstDoor
            title="Fortæl os det"
            lead="Om din hverdag, eller om den hjælp, du får. Du behøver ikke sige, hvem du er."
            road={[
              'Du fortæller, på dit eget sprog.',
              'Et menneske læser og svarer dig.',
              'Rådene hører om det, men aldrig om dig.',
              'Du kan se, hvad der kom ud af det.',
            ]}
            action={{ href: '/fortael', label: 'Fortæl os det' }}
            under={
              <>
                Du kan også <a href="/kontakt">komme forbi, sende et brev eller få hjælp til at skrive</a>.
              </>
            }
          />
        }
      >
        <Door title="Vil du være med i et råd?" drawing={<SeatDiagram seats={SEATS} filled={4} total={7} small />}>
          <p>Integrationsrådet mangler tre medlemmer. Det tager tre minutter at melde sig.</p>
          <p>
            <GoLink href="/bliv-medlem">Meld dig</GoLink>
          </p>
        </Door>
        <Door title="Se, hvad der sker" drawing={<DateLeaf date="2026-12-03" />}>
          <p>Møder, råd og svar. Næste: Udsatterådet mødes torsdag den 3. december kl. 10.</p>
          <p>
            <GoLink href="/nyheder">Se, hvad der sker</GoLink>
          </p>
        </Door>
      </Doors>
      <HelpNow
        title="Få hjælp nu"
        ask="Er nogen i fare?"
        call={{ words: 'Ring 112', phone: '112' }}
        more={
          <ButtonLink href="/hjaelp" quiet>
            Find hjælp, der er åben nu
          </ButtonLink>
        }
      />
      <p class="soft">
        Kommunens vagttelefon og de landsdækkende rådgivninger er ikke bekræftet endnu. Derfor viser vi kun 112. Bo Lind <Invented /> i
        driften bekræfter dem.
      </p>
    </PublicPage>
  )
}

export function councilPage(assets: AssetNames) {
  return (
    <PublicPage
      page={pageOf('/raad/integrationsraad', assets)}
      section="councils"
      title="Integrationsrådet"
      back={{ href: '/raad', label: 'Alle råd' }}
      above={
        <p class="soft">
          <Chip>Søger medlemmer</Chip> som i kommunens nyhed mandag den 24. juni 2019
        </p>
      }
    >
      <Columns
        aside={
          <FactBox
            title="Hvem kan være med?"
            items={[
              { term: 'Du', detail: 'Alle, der bor i Glostrup. Du behøver ikke tale flydende dansk eller være med i en forening.' },
              { term: 'Sådan gør du', detail: 'Svar på tre spørgsmål her, skriv en mail, eller kom forbi.' },
              { term: 'Frist', detail: 'Ikke fastsat. Rådet søger, til alle syv pladser er besat.' },
              { term: 'Sprog', detail: 'Du kan melde dig på dit eget sprog. Vi finder en tolk.' },
              { term: 'Løn og udgifter', detail: 'Ikke besluttet endnu. Spørg Amira.' },
            ]}
          />
        }
      >
        <p class="say">
          For at kunne samles mangler rådet: <b>tre medlemmer, der bor i Glostrup.</b>
        </p>
        <p class="act">
          <ButtonLink href="/raad/integrationsraad/bliv-medlem">Meld dig til rådet</ButtonLink>
        </p>
        <p class="soft">
          <a href="/bliv-medlem">Foreslå en anden</a>, eller <a href="/bliv-medlem">giv et kort med en kode videre</a>.
        </p>
        <SeatDiagram seats={SEATS} filled={4} total={7} />
        <SeatLegend states={['filled', 'vacant']} wish />
      </Columns>
      <section>
        <Columns
          aside={
            <Section title="De fire kredse" lead="Teksten nævner fire kredse. Vi læser det som et ønske, at alle er med.">
              <Proofs
                items={[
                  { state: 'shown', label: 'Flygtninge- og indvandrerforeninger' },
                  { state: 'shown', label: 'Lokale foreninger' },
                  { state: 'missing', label: 'Arbejdsmarkedets parter', detail: 'Ingen er spurgt endnu.' },
                  { state: 'missing', label: 'Skolebestyrelser', detail: 'Ingen er spurgt endnu.' },
                ]}
              />
            </Section>
          }
        >
          <Section title="Pladserne" id="pladser">
            <SeatList
              rows={[
                {
                  n: 1,
                  state: 'filled',
                  who: (
                    <>
                      Nadia Haddad <Invented />
                    </>
                  ),
                },
                {
                  n: 2,
                  state: 'filled',
                  who: (
                    <>
                      Erik Lund <Invented />
                    </>
                  ),
                },
                { n: 3, state: 'vacant', who: 'Ledig plads', wish: 'gerne en fra en skolebestyrelse' },
                { n: 4, state: 'filled', who: 'Medlem', note: 'vil ikke vises med navn' },
                { n: 5, state: 'vacant', who: 'Ledig plads', wish: 'gerne en fra arbejdsmarkedets parter' },
                {
                  n: 6,
                  state: 'filled',
                  who: (
                    <>
                      Samira Yıldız <Invented />
                    </>
                  ),
                },
                { n: 7, state: 'vacant', who: 'Ledig plads', note: 'for alle, der bor i Glostrup' },
              ]}
            />
          </Section>
        </Columns>
      </section>
      <Section title="Reglerne, som de står">
        <Columns even>
          <RuleLine force="must" quote="Integrationsrådet kommer til at bestå af syv medlemmer med bopæl i Glostrup.">
            <p class="soft">Nu: fire. Uden syv kan rådet ikke samles.</p>
          </RuleLine>
          <RuleLine
            force="should"
            quote="… blandt lokale flygtninge- og indvandrerforeninger og blandt personer med tilknytning til arbejdsmarkedets parter, skolebestyrelser og lokale foreninger …"
          >
            <p class="soft">Sådan læser vi sætningen. Der står ikke skal.</p>
          </RuleLine>
          <RuleLine force="right" quote="Som borger er det også helt ok at anbefale sig selv eller en anden som medlem af rådet.">
            <p class="soft">Du behøver ikke være med i en forening.</p>
          </RuleLine>
        </Columns>
        <p class="act">
          <GoLink href="/raad/integrationsraad/vedtaegt">Læs hele vedtægten</GoLink>
        </p>
      </Section>
      <Section title="Møder">
        <EmptyState
          title="Rådet har ingen møder endnu."
          next={<>Når syv pladser er besat, indkalder Amira Holm til det første møde. Det står her samme dag.</>}
          action={<GoLink href="/nyheder">Se, hvad der ellers sker</GoLink>}
        />
      </Section>
      <section>
        <Note title="Sådan gik det i virkeligheden">
          <p>
            Rådet fandt aldrig syv medlemmer. Kommunalbestyrelsen nedlagde det i oktober 2019. Her er det vist, som det stod i juni, så man
            kan se, hvad der manglede. <a href="/raad">Se historien og kilderne</a>
          </p>
        </Note>
      </section>
    </PublicPage>
  )
}

export function threadPage(assets: AssetNames) {
  return (
    <PublicPage
      page={pageOf('/kvittering', assets)}
      section="tell"
      neutral
      title="Hvad kom der ud af det?"
      lead="Kommunen følger en del af rådets anbefaling. De nye breve skal komme tirsdag den 1. december."
    >
      <Thread
        priv={[
          {
            title: 'Dine ord',
            state: 'done',
            children: (
              <>
                <p class="soft">
                  Skrevet i marts 2026, uden navn. Kun du og Amira Holm <Invented /> kan læse dem.
                </p>
                <p>
                  <Quote big>Jeg kan ikke finde ud af brevene fra kommunen. Jeg lægger dem i en skuffe, og så bliver det værre.</Quote>
                </p>
                <p>
                  Sådan forstod vi dig: Brevene er svære at læse. Derfor bliver de ikke åbnet. <b>Du sagde ja til det.</b>
                </p>
                <p class="act">
                  <ButtonLink href="/kvittering">Skriv til Amira</ButtonLink>
                </p>
              </>
            ),
          },
        ]}
        stations={[
          { title: 'Et tema', state: 'done', children: <p>Breve, man kan forstå. Mindst fem har fortalt om det samme.</p> },
          {
            title: 'Rådets anbefaling',
            state: 'done',
            children: (
              <p>
                <Quote>Skriv det vigtigste først. Sæt navn på et menneske i hvert brev. Ring, hvis brevet er svært.</Quote>
              </p>
            ),
          },
          {
            title: 'Kommunens svar',
            state: 'done',
            children: (
              <>
                <p>
                  <Chip mark="half">Fulgt delvist</Chip>
                </p>
                <p>Alle nye breve får det vigtigste øverst og et navn. De gamle breve må vente til 2027.</p>
                <p class="soft">
                  Hanne Vig <Invented />, centerchef, tirsdag den 6. oktober 2026
                </p>
              </>
            ),
          },
          {
            title: 'Ændringen er ikke sket endnu',
            state: 'next',
            children: (
              <p>
                De første nye breve skal sendes tirsdag den 1. december. Amira ser efter og skriver her senest{' '}
                <b>fredag den 11. december</b>.
              </p>
            ),
          },
        ]}
      />
      <Note>
        <p>Adressen på denne side kan stå i telefonens historik. Det, du læser her, bliver ikke gemt.</p>
      </Note>
    </PublicPage>
  )
}
