// How what this room itself owes reads on the work list.
import { lettersAbout } from './letter-store.ts'
import { peoplePaths } from './paths.ts'
import { failedLetter } from './post.ts'
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

/** Tells the work list about this room's own kinds; once, when the house is put together. */
export function registerOwnWork(): void {
  registerWork(failedLetter, failedLetters)
}
