// Plays the way from what was told to themes, through the deeds of the room, each at its own moment.
import type { Principal } from '../platform/principal.ts'
import {
  approveSummary,
  approveTheme,
  beginNewTheme,
  closeTheme,
  gather,
  noteCame,
  noteCouncilSaid,
  noteSpoken,
  offerTheme,
  publishNote,
  publishWeek,
  raiseTheme,
  useNote,
  writeNote,
  writeSummary,
} from '../themes/index.ts'
import { came, draftNote, note, onTheWay, type ThemePart, themeParts, toldBefore } from './cast-themes.ts'
import type { Stage } from './stage.ts'
import { tellAll } from './voices.ts'

/** Everything that became of what was told. */
export async function gatherThemes(stage: Stage, told: ReadonlyMap<string, string>): Promise<void> {
  const voices = new Map([...told, ...(await tellAll(stage, toldBefore))])
  const themes: string[] = []
  for (const part of themeParts) themes.push(await begin(stage, part, voices))
  const early = stage.at(12, '05:00')
  await publishWeek(early, { kind: 'system', municipalityId: early.municipalityId, job: 'demo' } satisfies Principal)
  for (const [at, part] of themeParts.entries()) await goOn(stage, part, themes[at]!)
  await written(stage, voices.get(onTheWay.asked.voice)!, onTheWay.asked.text, 1)
  const waiting = await written(stage, voices.get(onTheWay.confirmed.voice)!, onTheWay.confirmed.text, 2)
  await saidYes(stage, waiting, 1)
}

async function written(stage: Stage, voiceId: string, text: string, ago: number): Promise<string> {
  const { id, checked } = await writeSummary(stage.at(ago), stage.as('amira'), { voiceId, text, seen: [], goOn: true })
  if (!checked) throw new Error(`the check stops a text of the cast: ${text}`)
  return id
}
const saidYes = async (stage: Stage, id: string, ago: number) =>
  await noteSpoken(stage.at(ago), stage.as('amira'), { id, answer: 'yes', how: 'phone', few: true, change: '' })

async function begin(stage: Stage, part: ThemePart, voices: ReadonlyMap<string, string>): Promise<string> {
  const amira = stage.as('amira')
  const { summaries, until: _until, ...words } = part
  const theme = await beginNewTheme(stage.at(17), amira, { ...words, seen: [] })
  for (const [name, text] of Object.entries(summaries)) {
    const id = await written(stage, voices.get(name)!, text, 20)
    await saidYes(stage, id, 19)
    await approveSummary(stage.at(18), stage.as('peter'), { id })
    await gather(stage.at(17), amira, { id, themeId: theme })
  }
  await offerTheme(stage.at(16), amira, { id: theme })
  if (part.until !== 'offered') await approveTheme(stage.at(15), stage.as('peter'), { id: theme })
  return theme
}

async function goOn(stage: Stage, part: ThemePart, id: string): Promise<void> {
  const amira = stage.as('amira')
  if (part.until === 'closed')
    return await closeTheme(stage.at(5), amira, { id, words: 'Bænken er sat op igen. Der er ikke mere at tage op lige nu.' })
  if (part.until === 'approved')
    await writeNote(stage.at(2), amira, { themeId: id, id: null, ...draftNote, ownerId: stage.as('amira').personId, units: [] })
  if (part.until !== 'raised') return
  await raiseTheme(stage.at(9), amira, { id, council: part.councils[0]!, meetingOn: stage.day(4) })
  await noteCame(stage.at(3), amira, { id, words: came })
  const noteId = await writeNote(stage.at(8), amira, {
    themeId: id,
    id: null,
    learned: note.learned,
    nowDo: note.nowDo,
    ownerId: stage.as('tuva').personId,
    units: [],
  })
  await noteCouncilSaid(stage.at(8), amira, { id: noteId, council: part.councils[0]!, kind: 'asked', words: note.asked })
  await publishNote(stage.at(7), amira, { id: noteId })
  await useNote(stage.at(6), stage.as('tuva'), { id: noteId, used: true })
  await useNote(stage.at(5), stage.as('peter'), { id: noteId, used: false })
}
