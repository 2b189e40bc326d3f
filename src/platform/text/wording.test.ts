// Shows that the checker notices what the municipality's own texts got wrong, and leaves good sentences alone.
import { describe, expect, it } from 'vitest'
import { checkWording, duplicateSentences, labelsIn } from './wording.ts'

const kinds = (text: string) => checkWording(text).map(note => note.kind)
const labels = (text: string) => labelsIn(text, 'da').map(note => note.found)

describe('sentences said twice', () => {
  const printed =
    'Fire af de faste medlemmer skal komme fra lokale organisationer, brugere og enkeltpersoner med særlig indsigt og erfaring i arbejdet med eller viden om udsatte grupper. Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter. Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter. De andre tre faste medlemmer af rådet skal være fra kommunalbestyrelsen.'

  it('A11: the announcement of 2019 says one sentence twice', () => {
    const [note, ...more] = duplicateSentences(printed)
    expect(more).toEqual([])
    expect(note).toMatchObject({
      kind: 'duplicate-sentence',
      strength: 'should',
      found: 'Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.',
    })
    expect(note!.start).toBe(printed.lastIndexOf('Kommunen ønsker'))
    expect(duplicateSentences(printed.slice(0, note!.start) + printed.slice(note!.end))).toEqual([])
  })

  it('A11: also across lines, cases and signs, but not for short sentences', () => {
    expect(duplicateSentences('Rådet mødes fire gange om året.\n• rådet mødes – fire gange om året')).toHaveLength(1)
    expect(duplicateSentences('Skriv til os. Ring til os. Skriv til os.')).toEqual([])
    expect(duplicateSentences('Rådet mødes fire gange om året. Rådet mødes fem gange om året.')).toEqual([])
  })
})

describe('labels on people and places', () => {
  it('B2e: are noticed in every inflection, with something better to write', () => {
    const found = {
      'Vi hjælper stofmisbrugere i byen.': 'stofmisbrugere',
      'Tilbuddet er for de hjemløse.': 'hjemløse',
      'De hjemløses vilkår er svære.': 'hjemløses',
      'En hjemløs på stationen spurgte om vej.': 'En hjemløs',
      'Der kommer prostituerede i huset.': 'prostituerede',
      'Ghettoområdet skal ændres.': 'Ghettoområdet',
      'Vi skal passe på de svageste.': 'svageste',
      'Et tilbud til ressourcesvage familier': 'ressourcesvage',
      'Vi taler med de udsatte.': 'de udsatte',
      'Narkomanerne samles her.': 'Narkomanerne',
      'Et råd for de handicappede': 'de handicappede',
      'Hjælp til psykisk syge': 'psykisk syge',
      'Vores tunge borgere fylder meget.': 'tunge borgere',
      'Vi vil undgå parallelsamfund.': 'parallelsamfund',
    }
    expect(Object.keys(found).map(labels)).toEqual(Object.values(found).map(word => [word]))
    for (const note of Object.keys(found).flatMap(text => labelsIn(text, 'da'))) {
      expect(note.instead).not.toBeNull()
      expect(labels(note.instead!)).toEqual([])
      expect(note.message.da).toContain(note.instead)
    }
  })

  it('B2e: words that only look alike are left alone', () => {
    const good = [
      'Mennesker i en udsat livssituation, hjemløshed, misbrug og prostitution.',
      'Hjemløse mennesker kan ringe. Han har levet som hjemløs.',
      'Tilbud til svagtseende. Vinden er svagt aftagende. Musvåge.',
      'Udsatterådet og Handicaprådet. Danske Handicaporganisationer.',
      'Flygtninge- og indvandrerforeninger. Tosprogede børn. Psykisk syge forældre.',
      'De udsatte familier får hjælp. Mødet er udsat. Alkoholmisbrug.',
      'Bruger, brugere og brugerrepræsentanter.',
    ]
    expect(good.flatMap(labels)).toEqual([])
  })

  it('A24: bywords for places and the share of "tosprogede" are noticed in the quote of 2019', () => {
    const quote =
      'Vi har fx ingen Vollsmose eller en Mjølnerparken her i Glostrup. I Vestervangskvarteret giver andelen af tosprogede på skolen og i vores institutioner en ubalance.'
    const notes = checkWording(quote)
    expect(notes.map(note => [note.kind, note.found])).toEqual([
      ['comparison', 'Vollsmose'],
      ['comparison', 'Mjølnerparken'],
      ['label', 'af tosprogede'],
    ])
  })

  it('A24: "ghetto" is noticed in both languages', () => {
    expect(labels('Området står på ghettolisten.')).toEqual(['ghettolisten'])
    expect(labelsIn('A plan against ghettos, for the homeless and addicts.', 'en').map(note => note.found)).toEqual([
      'ghettos',
      'the homeless',
      'addicts',
    ])
    expect(labelsIn('Help for homeless people in a vulnerable situation.', 'en')).toEqual([])
  })
})

describe('hard to read', () => {
  it('A11: official words want an everyday word beside them, once', () => {
    expect(kinds('De tilforordnede møder. De tilforordnede siger noget.')).toEqual(['official-word'])
    expect(kinds('De tilforordnede (fagfolk fra kommunen, uden stemme) møder.')).toEqual([])
    expect(kinds('En suppleant er en stedfortræder.')).toEqual([])
  })

  it('A11: long sentences and hard texts are pointed at, and easy ones are not', () => {
    const long = `Rådet ${'og rådet '.repeat(13)}mødes.`
    expect(checkWording(long).map(note => [note.kind, note.message.da])).toEqual([['long-sentence', 'Sætningen har 28 ord. Del den.']])
    const hard = 'Kommunalbestyrelsen behandler indstillingen fra administrationen vedrørende udmøntningen. '
    const different = Array.from({ length: 10 }, (_, n) => `Sag ${n + 1}: ${hard}`).join('')
    expect(checkWording(different).filter(note => note.kind === 'hard-text')).toHaveLength(1)
    expect(checkWording(different, { goal: 99 }).filter(note => note.kind === 'hard-text')).toEqual([])
    const easy = Array.from({ length: 12 }, (_, n) => `Vi ses i dag klokken ${n + 1} ved døren.`).join(' ')
    expect(checkWording(easy)).toEqual([])
  })

  it('stays quick on long texts', () => {
    const started = process.cpuUsage()
    checkWording('De hjemløse mødes i Vollsmose. '.repeat(3_000))
    checkWording('misbrug'.repeat(10_000))
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1_500)
  })
})
