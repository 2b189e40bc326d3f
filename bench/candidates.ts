// Candidates for measuring with, as a nomination leaves them: names, ties and the words of both, what is sealed with keys of their own, promise and journal.

import type { Fields } from '../src/nominations/sealed-fields.ts'
import { blindEmail } from '../src/platform/crypto/blind-email.ts'
import { newDek, seal, wrapDek } from '../src/platform/crypto/envelope.ts'
import { loadKeys } from '../src/platform/crypto/keys.ts'
import type { Site } from '../test/faults/site.ts'

/** What invented person number `n` told: one in two is reached by e-mail, one in three needs something. */
const told = (n: number): Fields => ({
  contact_sealed:
    n % 2 === 0
      ? { reach: 'email', email: `person${n}@example.org`, phone: '', address: '', through: '' }
      : { reach: 'letter', email: null, phone: '', address: `Opdigtet Allé ${n}`, through: '' },
  wishes_sealed: n % 3 === 0 ? { interpreter: '', needs: ['transport', 'support'] } : null,
  motivation_sealed: 'Jeg vil gerne være med. '.repeat(1 + (n % 40)),
  declared_sealed: { keys: n % 4 === 3 ? ['roles=user'] : [], answered: ['roles'] },
})

/** Seals what the people in `made` told, each with a key of their own. */
async function sealAll(site: Site, municipality: string): Promise<void> {
  const keys = loadKeys(`${site.dataDir}.key`).of(municipality)
  const people = await site.sql('select person, n from made order by n')
  const rows = people.map(({ person, n }) => {
    const [row, dek, fields] = [String(person), newDek(), told(Number(n))]
    const one = (column: keyof Fields) => {
      const value = fields[column]
      return value == null ? null : seal(dek, { municipality, table: 'candidate', column, row, version: 1 }, JSON.stringify(value))
    }
    const email = fields.contact_sealed?.email
    return {
      row,
      wrapped: wrapDek(keys, row, dek),
      contact: one('contact_sealed'),
      wishes: one('wishes_sealed'),
      motivation: one('motivation_sealed'),
      declared: one('declared_sealed'),
      email: email ? blindEmail(keys, email) : null,
    }
  })
  const column = (name: keyof (typeof rows)[number]) => rows.map(row => row[name])
  await site.sql(
    `insert into sealed select * from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[])`,
    [column('row'), column('wrapped'), column('contact'), column('wishes'), column('motivation'), column('declared'), column('email')],
  )
}

/** Enters `count` candidates in a municipality; as the owner, past the rules of the house. */
export async function enterCandidates(site: Site, municipality: string, count: number): Promise<void> {
  const at = new Date().toISOString()
  await site.sql(`create temporary table if not exists made (person uuid, wish uuid, n int, at timestamptz, first text, last text)`)
  await site.sql(`create temporary table if not exists tied (person uuid, organisation text)`)
  await site.sql(`create temporary table if not exists sealed
    (person uuid primary key, wrapped bytea, contact bytea, wishes bytea, motivation bytea, declared bytea, email bytea)`)
  await site.sql('truncate made, tied, sealed')
  // A name that is searched for is as frequent among many as among few, so that the pages beside each other show equally much.
  await site.sql(
    `insert into made select gen_random_uuid(), gen_random_uuid(), n, $1::timestamptz - make_interval(mins => n),
      case when n > 100 then 'navn' || n % 89 else (array['åse','yusuf','amina','oksana','jens','meiling','fatima','erik','nadia','mykola'])[1 + n % 10] end,
      case when n > 100 then 'efternavn' || n % 97 else (array['holm','demir','haddad','koval','lund','chen','nguyen','vang','benali','juhl','sø'])[1 + n % 11] end || n
     from generate_series(1, $2) as n`,
    [at, count],
  )
  // Three in four speak for an organisation; the others are users themselves.
  await site.sql(
    `insert into tied select person, case n % 2 when 0 then 'Opdigtet Værested ' || n % 53 else 'Foreningen af opdigtede brugere ' || n % 31 end
     from made where n % 4 < 3`,
  )
  await sealAll(site, municipality)
  const steps = [
    `insert into thing (municipality_id, id, kind, created_at) select $1::uuid, person, 'candidate', at from made`,
    `insert into thing (municipality_id, id, kind, created_at) select $1::uuid, wish, 'nomination', at from made`,
    `insert into keys.data_key (municipality_id, thing_id, wrapped) select $1::uuid, person, wrapped from sealed`,
    `insert into candidate (municipality_id, id, name, language, residence, said_yes_at, said_yes_how, invented, created_at, changed_at,
       contact_sealed, wishes_sealed, motivation_sealed, declared_sealed, email_index)
     select $1::uuid, person, initcap(first || ' ' || last), 'da', 'yes', at, 'self', true, at, at, contact, wishes, motivation, declared, email
     from made join sealed using (person)`,
    `insert into receipt (municipality_id, code_index, about, made_at) select $1::uuid, sha256(uuid_send(person)), person, at from made`,
    `insert into nomination (municipality_id, id, candidate_id, council, state, channel, received_on, received_at)
     select $1::uuid, wish, person, 'udsatteraad', 'received', 'web', at::date, at from made`,
    `insert into tie (municipality_id, id, candidate_id, kind, organisation, role, local, declared_on)
     select $1::uuid, gen_random_uuid(), person, 'roles=organisation', organisation, 'Frivillig', 'yes', at::date
     from tied join made using (person)`,
    `insert into candidate_word (municipality_id, word, candidate_id, of_name) select $1::uuid, first, person, true from made union all select $1::uuid, last, person, true from made`,
    // Each organisation once: its words, as they are written and by their Danish stem.
    `with stems as (
       select organisation, stem from (select distinct organisation from tied) o, regexp_split_to_table(lower(organisation), ' ') as word,
         unnest(array[word] || coalesce(ts_lexize('danish_stem', word), '{}')) as stem where stem <> ''
     ) insert into candidate_word (municipality_id, word, candidate_id, of_name) select distinct $1::uuid, stem, person, false from tied join stems using (organisation)`,
    `insert into journal (municipality_id, id, at, actor, kind, about, because) select $1::uuid, gen_random_uuid(), at, 'anyone', 'nomination.received', wish, array[person] from made`,
    // One in ten is still to be contacted; the others were.
    `insert into due (municipality_id, id, kind, about, owner_office, received_on, due_on, rule, created_at, settled_at, settled_by, settled_how)
     select $1::uuid, gen_random_uuid(), 'nomination.contact', wish, 'sekretariatet', at::date, at::date + 14, '{"id":"A37","force":"promise"}', at,
       case when n % 10 = 0 then null else at end, case when n % 10 = 0 then null else 'system' end, case when n % 10 = 0 then null else 'contacted' end from made`,
  ]
  for (const step of steps) await site.sql(step, [municipality])
}
