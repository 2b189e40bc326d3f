// The words about people and places we avoid, with what to write instead, and the official words that need an everyday one beside them.

/** What to look for (a pattern for whole words, any case), and what to write instead; null: leave it out. */
export type AvoidedWord = { pattern: string; instead: string | null; strength: 'should' | 'hint' }

const PERSON = 'mennesker|borgere|borger|personer|person|unge|voksne|mænd|mand|kvinder|kvinde|familier|familie|børn|ældre|grupper'

/** Words that make a label of a person or a place (B2e, A24), Danish. */
export const AVOIDED_DA: readonly AvoidedWord[] = [
  { pattern: '\\p{L}*misbruger(?:e|en|ne|s|es|ens|nes)?', instead: 'mennesker med et misbrug', strength: 'should' },
  {
    pattern: `en hjemløs(?! (?:${PERSON})(?!\\p{L}))|hjemløse[ns]?(?! (?:${PERSON})(?!\\p{L}))`,
    instead: 'mennesker i hjemløshed',
    strength: 'should',
  },
  { pattern: 'prostitueret|prostituerede[s]?', instead: 'mennesker i prostitution', strength: 'should' },
  { pattern: 'ghetto\\p{L}*', instead: 'boligområdet, med dets navn', strength: 'should' },
  {
    pattern: '(?:socialt |ressource|social|sprog)?svag(?:e|es|ere|est|este)?',
    instead: 'mennesker i en udsat livssituation',
    strength: 'should',
  },
  { pattern: 'de udsatte(?! \\p{L})|de udsattes', instead: 'mennesker i en udsat livssituation', strength: 'should' },
  {
    pattern: '(?:socialt )?udsatte (?:borgere|personer|grupper|mennesker)s?',
    instead: 'mennesker i en udsat livssituation',
    strength: 'hint',
  },
  { pattern: 'narkoman(?:en|er|erne)?s?|junkie[rs]?|stiknarkoman\\p{L}*', instead: 'mennesker, der bruger stoffer', strength: 'should' },
  {
    pattern: 'alkoholiker(?:e|en|ne)?s?|dranker(?:e|en|ne)?s?|drukkenbolt\\p{L}*',
    instead: 'mennesker, der har et problem med alkohol',
    strength: 'should',
  },
  {
    pattern: 'de psykisk syge|psykisk syge[s]?(?! (?:mennesker|borgere|børn|unge|forældre))|sindssyge?s?',
    instead: 'mennesker med psykisk sygdom',
    strength: 'should',
  },
  {
    pattern: 'de handicappede|handicappede[s]?|en handicappet|invalid(?:e|er|en|erne)|åndssvage?|evnesvage?',
    instead: 'mennesker med handicap',
    strength: 'should',
  },
  {
    pattern: '(?:socialt |hårdt |stærkt )?belastede? (?:familier|familie|borgere|boligområder|boligområde|kvarterer|kvarter)',
    instead: 'sig, hvad der er svært, og for hvem',
    strength: 'should',
  },
  {
    pattern: '(?:tunge|tungeste|besværlige|vanskelige) (?:borgere|borger|familier|unge|sager)',
    instead: 'mennesker med store udfordringer',
    strength: 'should',
  },
  { pattern: 'kontanthjælpsmodtager(?:e|en|ne)?s?', instead: 'mennesker, der får kontanthjælp', strength: 'hint' },
  { pattern: 'de kriminelle', instead: 'mennesker, der har begået kriminalitet', strength: 'should' },
  {
    pattern: 'parallelsamfund(?:et|ene|ets)?|problem(?:kvarter|område)\\p{L}*',
    instead: 'beskriv forholdene med tal og kilde',
    strength: 'should',
  },
  {
    pattern: 'neger(?:e|en|ne)?s?|perker(?:e|en|ne)?s?|fremmedarbejder\\p{L}*|muhamedaner\\p{L}*|de fremmede',
    instead: null,
    strength: 'should',
  },
  { pattern: '\\p{L}+generationsindvandrer\\p{L}*', instead: 'mennesker, hvis forældre er kommet hertil', strength: 'should' },
  { pattern: 'ikke-vestlige?', instead: 'skriv landene, eller hvad tallene tæller', strength: 'hint' },
  {
    pattern: '(?:de|af|antal) tosprogede(?! (?:børn|elever|familier))',
    instead: 'børn og voksne, der taler flere sprog',
    strength: 'hint',
  },
  { pattern: 'ældrebyrde\\p{L}*|flygtningestrøm\\p{L}*', instead: 'flere ældre / flere flygtninge, med tal og kilde', strength: 'should' },
  { pattern: 'klient(?:en|er|erne)?s?', instead: 'borger', strength: 'hint' },
]

/** The same in English. */
export const AVOIDED_EN: readonly AvoidedWord[] = [
  { pattern: '(?:drug |alcohol )?(?:addict|abuser|junkie)s?', instead: 'people with an addiction', strength: 'should' },
  { pattern: 'alcoholics?|drunkards?', instead: 'people who have a problem with alcohol', strength: 'should' },
  {
    pattern: 'the homeless(?! (?:person|people|man|men|woman|women|family|families))',
    instead: 'people in homelessness',
    strength: 'should',
  },
  { pattern: 'prostitutes?', instead: 'people in prostitution', strength: 'should' },
  { pattern: 'ghettos?', instead: 'the housing area, by its name', strength: 'should' },
  { pattern: 'the (?:weak|weakest|vulnerable)(?! \\p{L})', instead: 'people in a vulnerable situation', strength: 'should' },
  {
    pattern: 'the (?:disabled|handicapped)|(?:the )?mentally ill',
    instead: 'people with a disability / with mental illness',
    strength: 'should',
  },
  { pattern: 'parallel societ(?:y|ies)', instead: 'describe the conditions with figures and a source', strength: 'should' },
]

/** Places that are used as a byword. A comparison needs figures and a source (A24). */
export const BYWORD_PLACES = ['Vollsmose', 'Mjølnerparken', 'Gellerup', 'Gellerupparken', 'Tingbjerg'] as const

/** Official words, and the everyday word a reader needs in the same text. */
export const OFFICIAL_WORDS: readonly { pattern: string; everyday: string }[] = [
  { pattern: 'tilforordne(?:t|de|des)', everyday: 'fagfolk fra kommunen, uden stemme' },
  { pattern: 'kommissori(?:um|et|er)', everyday: 'rådets opgave og rammer' },
  { pattern: 'høringspart(?:en|er|erne)?', everyday: 'den, der bliver spurgt' },
  { pattern: 'høringssvar(?:et|ene)?', everyday: 'svar på et forslag' },
  { pattern: 'konstituer(?:e|er|et|ende|ing|ingen)', everyday: 'vælge formand og komme i gang' },
  { pattern: 'suppleant(?:en|er|erne)?', everyday: 'stedfortræder' },
  { pattern: 'inhabil(?:e|itet|iteten)?', everyday: 'part i sagen' },
  { pattern: 'partshøring(?:en|er)?', everyday: 'du kan sige din mening, før der træffes en afgørelse' },
  { pattern: 'aktindsigt(?:en)?', everyday: 'ret til at se papirerne' },
  { pattern: 'funktionsperiode(?:n|r)?', everyday: 'den tid, man sidder i rådet' },
  { pattern: 'iværksæt(?:te|ter|tes|telse)', everyday: 'sætte i gang' },
  { pattern: 'foranstaltning(?:en|er|erne)?', everyday: 'hjælp' },
]
