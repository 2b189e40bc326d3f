// How what is owed about voices reads on the work list, and how reading them is called in the log.
import { type Describe, registerNotFor, registerReadings, registerWork } from '../people/index.ts'
import { type LocalDate, localDate, shortDate } from '../platform/clock.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { mayWork } from './access.ts'
import { closedLists, hiddenFrom } from './closed-to.ts'
import { eraseDue } from './erase-ask.ts'
import { letterDue } from './mail-desk.ts'
import { paths } from './paths.ts'
import { type Among, voicesAmong } from './read-store.ts'
import { secondHuman } from './second-human.ts'
import { hushed, owedKinds } from './voice.ts'
import { inventedHere } from './voice-list.ts'
import { type VoiceKey, voiceWords as w } from './words.ts'

const both = (key: VoiceKey): Said => ({ da: w('da', key), en: w('en', key) })

/** From whom in general and since when, as the list of voices says it: what it is about is sealed. That a foster family or a colleague wrote is for whoever has it. */
function whichOne(one: Among, who: Principal, today: LocalDate): Said {
  const own = who.kind === 'staff' && one.owner_id === who.personId
  const say = (lang: 'da' | 'en') => {
    const date = shortDate(one.received_on as LocalDate, lang, { year: one.received_on.slice(0, 4) !== today.slice(0, 4) })
    const kind = w(lang, hushed.has(one.kind) && !own ? 'work.voice' : `staff.kind.${one.kind}`)
    return w(lang, 'work.voice.which', {
      kind: one.young ? `${kind} (${w(lang, 'staff.list.young').toLocaleLowerCase(lang)})` : kind,
      date,
    })
  }
  return { da: say('da'), en: say('en') }
}

/** What a voice says stands in the voice only: the work list names nothing of it. */
const describeAs =
  (kind: string): Describe =>
  async (tx, who, abouts) => {
    const may = mayWork(who, await inventedHere(tx))
    const rows = new Map((may ? await voicesAmong(tx, abouts) : []).map(row => [row.id, row]))
    const hidden = who.kind === 'staff' ? await hiddenFrom(tx, who.personId, abouts) : new Set(abouts)
    return new Map(
      abouts.map(id => [
        id,
        hidden.has(id)
          ? null
          : {
              title: both(kind === 'voice.open' ? 'work.voice.open' : kind === eraseDue ? 'work.voice.erase' : 'work.voice'),
              next: both(`work.${kind}.next` as VoiceKey),
              ...(rows.has(id) && { which: whichOne(rows.get(id)!, who, localDate(tx.now)) }),
              ...(may && { href: kind === eraseDue ? paths.form(id, 'sletning') : paths.one(id), action: both('work.voice.do') }),
            },
      ]),
    )
  }

/** A letter is read in the post room. */
const describeLetter: Describe = async (_tx, _who, abouts) =>
  new Map(
    abouts.map(id => [
      id,
      {
        title: both('work.voice.letter'),
        next: both('work.voice.letter.next'),
        href: `/arbejdsrum/post/${id}`,
        action: both('work.voice.do'),
      },
    ]),
  )

/** Called once, when the room is put into the house. */
export function registerVoiceWork(): void {
  for (const kind of [...owedKinds, 'voice.expire', eraseDue]) registerWork(kind, describeAs(kind))
  registerWork(letterDue, describeLetter)
  registerNotFor([...owedKinds, 'voice.expire', eraseDue], closedLists, secondHuman)
  registerReadings({
    actions: {
      'voice.read': both('reading.voice.read'),
      'voice.followed': both('reading.voice.followed'),
      'voices.list': both('reading.voices.list'),
      'voices.search': both('reading.voices.search'),
    },
    kinds: { voice: both('kind.voice') },
  })
}
