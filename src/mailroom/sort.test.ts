// Shows that a letter goes where a rule sends it, and that nothing is guessed between two.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LetterFacts } from './reading/facts.ts'
import { type DeskView, type SortGround, sort } from './sort.ts'

const facts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  from: { name: 'Opdigtet Borger', address: 'borger@eksempel.dk' },
  replyTo: null,
  to: ['politik@kommune.example'],
  subject: 'Hej',
  date: null,
  messageId: null,
  inReplyTo: [],
  text: 'Hej',
  quoted: '',
  marks: [],
  headers: [{ name: 'from', value: 'borger@eksempel.dk' }],
  bounce: null,
  ...more,
})
const view = (desk: string, more: Partial<DeskView> = {}): DeskView => ({ desk, words: false, sender: false, mailbox: false, ...more })
const ground = (more: Partial<SortGround> = {}): SortGround => ({
  thread: null,
  bounceOf: null,
  desks: [view('nominations', { mailbox: true }), view('members')],
  ownAddresses: ['politik@kommune.example'],
  trustedServer: 'mx.kommune.example',
  ...more,
})
const header = (name: string, value: string) => ({ name, value })
const desk = (f: LetterFacts, g: SortGround = ground()) => sort(f, g).desk

describe('sort', () => {
  it('A35: sends a letter whose words fit one desk there, and leaves one that fits none on the shelf, also in a mailbox with one use', () => {
    expect(desk(facts(), ground({ desks: [view('nominations', { words: true, mailbox: true }), view('members')] }))).toBe('nominations')
    expect(sort(facts(), ground())).toEqual({ desk: 'shelf', why: ['nothing'], others: [{ desk: 'nominations', why: ['mailbox'] }] })
  })
  it('never guesses between two desks', () => {
    const both = ground({ desks: [view('nominations', { words: true }), view('members', { sender: true })] })
    expect(sort(facts(), both)).toMatchObject({ desk: 'shelf', why: ['several'], others: [{ desk: 'nominations' }, { desk: 'members' }] })
  })
  it('puts an answer to a reply address on its matter, whatever its words', () => {
    expect(sort(facts(), ground({ thread: { id: 't', desk: 'nominations' } }))).toMatchObject({ desk: 'nominations', why: ['token'] })
  })
  it('R12: an empty path without a report is a machine; so is a subject that says it answers by itself', () => {
    expect(desk(facts({ headers: [header('return-path', '<>')] }))).toBe('auto-reply')
    for (const subject of ['Auto reply: Hej', 'AutoRespons: Hej', 'Automatisk svar: Hej', 'Out of the office: Hej'])
      expect([subject, desk(facts({ subject }))]).toEqual([subject, 'auto-reply'])
    expect(desk(facts({ subject: 'Et svar' }))).toBe('shelf')
  })
  it('R12: knows machines, also when they answer to a matter', () => {
    const thread = ground({ thread: { id: 't', desk: 'nominations' }, bounceOf: 'x' })
    expect(desk(facts({ bounce: { verdict: 'gone', status: '5.1.1', messageId: null } }), thread)).toBe('bounce')
    expect(desk(facts({ headers: [header('return-path', '<>')] }), thread)).toBe('bounce')
    for (const h of [header('auto-submitted', 'auto-replied'), header('x-autoreply', 'yes'), header('x-vacation', '1')])
      expect(desk(facts({ headers: [h] }), ground({ thread: { id: 't', desk: 'nominations' } }))).toBe('auto-reply')
    for (const subject of ['Automatisk svar: Råd', 'Out of Office: x', 'Autosvar: hej']) expect(desk(facts({ subject }))).toBe('auto-reply')
    for (const subject of ['Jeg er ikke til stede', 'Sv: automatisk svar ønskes ikke']) expect(desk(facts({ subject }))).toBe('shelf')
    expect(desk(facts({ from: { name: '', address: 'Politik@Kommune.example' } }))).toBe('own')
    expect(desk(facts({ headers: [header('list-id', '<x>')] }))).toBe('list')
    expect(desk(facts({ headers: [header('list-id', '<x>')] }), ground({ desks: [view('nominations', { words: true })] }))).toBe('shelf')
  })
  it('T11: believes what is said of spam only from our own server', () => {
    const received = (by: string) => header('received', `from a by ${by} with ESMTPS`)
    expect(desk(facts({ headers: [header('x-spam-flag', 'YES'), received('mx.kommune.example')] }))).toBe('spam')
    expect(desk(facts({ headers: [received('mx.kommune.example'), header('x-spam-flag', 'YES')] }))).toBe('spam')
    expect(desk(facts({ headers: [received('elsewhere.example'), header('x-spam-flag', 'YES')] }))).toBe('shelf')
    expect(desk(facts({ headers: [header('x-spam-flag', 'YES')] }), ground({ trustedServer: null }))).toBe('shelf')
  })
  it('always ends on a known desk with a reason', () => {
    const known = new Set(['shelf', 'bounce', 'auto-reply', 'own', 'list', 'spam', 'nominations', 'members'])
    const views = fc.array(
      fc.record({ desk: fc.constantFrom('nominations', 'members'), words: fc.boolean(), sender: fc.boolean(), mailbox: fc.boolean() }),
      { maxLength: 2 },
    )
    fc.assert(
      fc.property(
        views,
        fc.string(),
        fc.array(
          fc.record({ name: fc.constantFrom('list-id', 'auto-submitted', 'received', 'x-spam-flag', 'precedence'), value: fc.string() }),
        ),
        (desks, subject, headers) => {
          const sorted = sort(facts({ subject, headers }), ground({ desks }))
          expect(known.has(sorted.desk)).toBe(true)
          expect(sorted.why.length).toBeGreaterThan(0)
          if (desks.filter(d => d.words || d.sender).length > 1) expect(['nominations', 'members']).not.toContain(sorted.desk)
        },
      ),
    )
  })
})
