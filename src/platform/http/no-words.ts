// What people read when something cannot be shown or done: what it means, and what to do now.
import type { Lang } from '../i18n.ts'

interface No {
  readonly title: string
  readonly text: string
}
type Kinds = 'notFound' | 'notAllowed' | 'tooLarge' | 'badBody' | 'unavailable' | 'fault'

const words: Record<'da' | 'en', Record<Kinds, No>> = {
  da: {
    notFound: {
      title: 'Siden findes ikke',
      text: 'Adressen er måske skrevet forkert, eller siden er flyttet. Begynd på forsiden, eller ring til os. Så finder vi det sammen.',
    },
    notAllowed: {
      title: 'Det kan du ikke her',
      text: 'Intet er ændret. Har du haft siden åben længe, så gå tilbage, hent den igen, og prøv én gang til. Ellers kan du tale med et menneske nedenfor.',
    },
    tooLarge: {
      title: 'Det var for meget på én gang',
      text: 'Gå tilbage, og gør teksten eller filen mindre. Eller ring til os, så skriver vi det ned for dig.',
    },
    badBody: {
      title: 'Det kom ikke helt frem',
      text: 'Gå tilbage, og prøv igen. Sker det igen, så ring til os. Så skriver vi det ned for dig.',
    },
    unavailable: {
      title: 'Vi kan ikke gemme lige nu',
      text: 'Intet af det, du sendte, er gemt. Vent et minut. Gå så tilbage, og send igen. Haster det, så ring. Er nogen i fare, så ring 112.',
    },
    fault: {
      title: 'Noget gik galt hos os',
      text: 'Det er ikke din fejl. Prøv igen om lidt. Hjælper det ikke, så tal med et menneske nedenfor, og oplys nummeret her:',
    },
  },
  en: {
    notFound: {
      title: 'This page does not exist',
      text: 'The address may be mistyped, or the page has moved. Start from the front page, or call us. We will find it together.',
    },
    notAllowed: {
      title: 'You cannot do that here',
      text: 'Nothing has changed. If the page has been open for a long time, go back, reload it and try once more. Or talk to the person below.',
    },
    tooLarge: {
      title: 'That was too much at once',
      text: 'Go back and make the text or the file smaller. Or call us, and we will write it down for you.',
    },
    badBody: {
      title: 'It did not arrive in one piece',
      text: 'Go back and try again. If it happens again, call us. We will write it down for you.',
    },
    unavailable: {
      title: 'We cannot save anything right now',
      text: 'Nothing you sent has been saved. Wait a minute, go back and send it again. If it is urgent, call. If somebody is in danger, call 112.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. Try again in a moment. If that does not help, talk to the person below and give this number:',
    },
  },
}

/** The words in this language, English where we do not have it yet. */
export function noWords(lang: Lang): Record<Kinds, No> {
  return lang === 'da' ? words.da : words.en
}
