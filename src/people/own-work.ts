// How what this room itself owes reads on the work list.
import { monthAndYear } from '../platform/clock.ts'
import type { Said } from '../platform/refusal.ts'
import { copiesDue, keyChangeDue, keyRetiredDue } from './copies-due.ts'
import { openDues } from './due.ts'
import { bouncedLetter } from './letter-fate.ts'
import { threadOf } from './letter-news.ts'
import { lettersAbout } from './letter-store.ts'
import { peoplePaths } from './paths.ts'
import { failedLetter } from './post.ts'
import { monthBefore, sampleDue } from './sample.ts'
import { type Describe, registerWork } from './work.ts'

const failedLetters: Describe = async (tx, _who, abouts) => {
  const failed = (await lettersAbout(tx, abouts)).filter(letter => letter.state === 'failed')
  return new Map(
    failed.map(letter => [
      letter.about,
      {
        title: { da: 'Et brev kom ikke frem', en: 'A letter did not arrive' },
        text: { da: `»${letter.subject}«`, en: `“${letter.subject}”` },
        next: { da: 'Ring, eller prøv igen med en anden adresse.', en: 'Call, or try again with another address.' },
        href: peoplePaths.letter(letter.id),
        action: { da: 'Se brevet', en: 'See the letter' },
      },
    ]),
  )
}

const bouncedLetters: Describe = async (tx, _who, abouts) => {
  const bounced = (await lettersAbout(tx, abouts)).filter(letter => letter.state === 'bounced')
  return new Map(
    bounced.map(letter => [
      letter.about,
      {
        title: { da: 'Ring i stedet: et brev kom tilbage', en: 'Call instead: a letter came back' },
        text: { da: `»${letter.subject}«`, en: `“${letter.subject}”` },
        next: {
          da: 'Ring, og spørg efter en anden adresse. Skriv ned, at du har ringet.',
          en: 'Call, and ask for another address. Write down that you called.',
        },
        href: threadOf(letter.kind, letter.about) ?? peoplePaths.letter(letter.id),
        action: { da: 'Åbn tråden', en: 'Open the thread' },
      },
    ]),
  )
}

const samples: Describe = async (tx, _who, abouts) => {
  const [due] = await openDues(tx, { kinds: [sampleDue], abouts })
  if (!due) return new Map()
  const month = monthBefore(due.receivedOn)
  const words = {
    title: {
      da: `Se, hvem der har læst hvad i ${monthAndYear(`${month}-01`, 'da')}`,
      en: `Look at who read what in ${monthAndYear(`${month}-01`, 'en')}`,
    },
    text: { da: 'En stikprøve på én læsning ud af tyve.', en: 'A sample of one reading in twenty.' },
    href: `${peoplePaths.readings}/stikproeve?maaned=${month}`,
    action: { da: 'Se stikprøven', en: 'See the sample' },
  }
  return new Map(abouts.map(about => [about, words]))
}

/** Done on the machine and not on a page: the work list says which command, and takes the line away by itself. */
const onTheMachine =
  (title: Said, text: Said, next: Said): Describe =>
  async (_tx, _who, abouts) =>
    new Map(abouts.map(about => [about, { title, text, next }]))
const copiesOld = onTheMachine(
  { da: 'Slet gamle kopier af databasen', en: 'Delete old copies of the database' },
  {
    da: 'De er ældre end 35 dage. Det, borgere har slettet, ligger stadig i dem.',
    en: 'They are older than 35 days. What people have erased is still in them.',
  },
  { da: '»raadslag doctor« viser hvilke. Linjen går væk af sig selv.', en: '“raadslag doctor” shows which. This line goes by itself.' },
)
const keyRetired = onTheMachine(
  { da: 'Slet en gammel nøgle, og hver kopi af den', en: 'Destroy an old key, and every copy of it' },
  {
    da: 'Den blev lagt til side for mere end 35 dage siden. Med den kan gamle kopier stadig læses.',
    en: 'It was set aside more than 35 days ago. With it old copies can still be read.',
  },
  { da: '»raadslag doctor« viser hvilken fil.', en: '“raadslag doctor” shows which file.' },
)
const keyChange = onTheMachine(
  { da: 'Skift nøglen', en: 'Change the key' },
  {
    da: 'Noget er slettet, siden nøglen blev lavet. Databasens egne filer kan have rester, som kun en ny nøgle lukker. Siden er væk nogle minutter imens.',
    en: 'Something was erased since the key was made. The database’s own files may hold traces that only a new key closes. The site is away for some minutes meanwhile.',
  },
  {
    da: 'Kør »raadslag keys rotate«, når ingen bruger siden. Håndbogen for drift viser hvordan.',
    en: 'Run “raadslag keys rotate” when nobody uses the site. The handbook shows how.',
  },
)

/** Tells the work list about this room's own kinds; once, when the house is put together. */
export function registerOwnWork(): void {
  registerWork(failedLetter, failedLetters)
  registerWork(bouncedLetter, bouncedLetters)
  registerWork(sampleDue, samples)
  registerWork(copiesDue, copiesOld)
  registerWork(keyRetiredDue, keyRetired)
  registerWork(keyChangeDue, keyChange)
}
