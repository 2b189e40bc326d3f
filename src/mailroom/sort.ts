// Which desk a letter belongs on: pure rules that never guess between two. What no rule settles lies on the shelf, with what speaks for each desk.
import { autoReplyTo } from '../platform/mail/auto-reply.ts'
import type { LetterFacts } from './reading/facts.ts'

/** Desks of the post room itself; further ones are registered by other rooms. */
export const ownDesks = ['shelf', 'bounce', 'auto-reply', 'own', 'list', 'spam', 'not-ours'] as const

/** Why a letter lies where it lies: a code each, shown in words. */
const whys = [
  'unreadable',
  'encrypted',
  'token',
  'report',
  'bounce-address',
  'auto-header',
  'auto-subject',
  'own-address',
  'list-header',
  'spam-server',
  'words',
  'sender',
  'mailbox',
  'several',
  'nothing',
  'calendar',
  'staff',
] as const
type Why = (typeof whys)[number]

export interface Suggestion {
  readonly desk: string
  readonly why: readonly Why[]
}
/** What a desk says of a letter: its words fit, or it knows the sender. */
export interface DeskView {
  readonly desk: string
  readonly words: boolean
  readonly sender: boolean
  /** The mailbox takes letters for this desk, by the municipality's data. */
  readonly mailbox: boolean
}
export interface SortGround {
  /** The matter whose reply address the letter was sent to, and the desk that keeps it. */
  readonly thread: { readonly id: string; readonly desk: string } | null
  /** Sent to the address that bounces of one of our letters come to. */
  readonly bounceOf: string | null
  readonly desks: readonly DeskView[]
  /** Addresses we write from, in lower case. */
  readonly ownAddresses: readonly string[]
  /** The mail server whose word on spam counts; null trusts nobody. */
  readonly trustedServer: string | null
}
export interface Sorted {
  readonly desk: string
  readonly why: readonly Why[]
  /** For the human at the shelf: each desk that something speaks for. */
  readonly others: readonly Suggestion[]
}

const automaticSubject =
  /^\s*(automatisk svar|autosvar|svar under fravær|auto[- ]?reply|auto[- ]?respon(s|d|ding|se|der)|automatic reply|out[- ]of[- ](the[- ])?office( auto-?reply)?|away from|fravær(smeddelelse)?|ikke (til stede|på kontoret)|automatische antwort|abwesen(d|heitsnotiz)|réponse automatique|otomatik yanıt|odpowiedź automatyczna|автоматична відповідь)\s*[:!–—-]|^\s*auto\s*[:–—-]\s*(ikke til stede|ikke på kontoret|fravær|ferie|out of)|\((automatisk svar|autosvar|auto-?reply|automatic reply|out of (the )?office)\)\s*$/i
/** In capitals: in Danish the word is also a car. */
const notesSubject = /^\s*AUTO: /

/** Sorts a letter that could be read. */
export function sort(facts: LetterFacts, ground: SortGround): Sorted {
  const others = ground.desks.map(view => ({ desk: view.desk, why: whyOf(view) })).filter(suggestion => suggestion.why.length > 0)
  const on = (desk: string, ...why: Why[]): Sorted => ({ desk, why, others: others.filter(other => other.desk !== desk) })

  if (facts.bounce) return on('bounce', 'report')
  const automatic = automaticOf(facts)
  // A server that reports in a form of its own writes to the address made for that; a human who does is read as anybody.
  if (ground.bounceOf && emptyPath(facts)) return on('bounce', 'bounce-address')
  if (automatic) return on('auto-reply', automatic)
  if (ground.thread) return on(ground.thread.desk, 'token')
  if (fromUs(facts, ground.ownAddresses)) return on('own', 'own-address')
  if (spamBy(facts, ground.trustedServer)) return on('spam', 'spam-server')
  const fitting = ground.desks.filter(view => view.words || view.sender)
  if (fromList(facts)) return fitting.length === 0 ? on('list', 'list-header') : on('shelf', 'list-header')
  if (encrypted(facts)) return on('shelf', 'encrypted')
  if (fitting.length > 1) return on('shelf', 'several')
  const only = fitting[0]
  // A calendar says little of what it is about; whom it comes from does.
  if (!only?.sender && (facts.marks.includes('calendar-reply') || facts.marks.includes('calendar'))) return on('shelf', 'calendar')
  if (!only) return on('shelf', 'nothing')
  return on(only.desk, ...whyOf(only))
}

function whyOf(view: DeskView): Why[] {
  const found: Why[] = []
  if (view.words) found.push('words')
  if (view.sender) found.push('sender')
  if (view.mailbox) found.push('mailbox')
  return found
}

function automaticOf(facts: LetterFacts): Why | null {
  const answer = autoReplyTo({ envelopeFrom: null, headers: facts.headers }, [])
  // What is no report and still may not be answered was written by a machine.
  if ('silent' in answer && (answer.silent === 'automatic' || answer.silent === 'empty-path')) return 'auto-header'
  // Somebody's program tells that our letter was opened, or thrown away.
  if (facts.headers.some(({ name, value }) => name === 'content-type' && /disposition-notification/i.test(value))) return 'auto-header'
  return automaticSubject.test(facts.subject) || notesSubject.test(facts.subject) ? 'auto-subject' : null
}
const emptyPath = (facts: LetterFacts): boolean => {
  const answer = autoReplyTo({ envelopeFrom: null, headers: facts.headers }, [])
  return 'silent' in answer && (answer.silent === 'empty-path' || answer.silent === 'robot' || answer.silent === 'report')
}
function fromList(facts: LetterFacts): boolean {
  const answer = autoReplyTo({ envelopeFrom: null, headers: facts.headers }, [])
  return 'silent' in answer && (answer.silent === 'list' || answer.silent === 'bulk')
}
const fromUs = (facts: LetterFacts, own: readonly string[]): boolean =>
  facts.from !== null && own.includes(facts.from.address.toLowerCase())
const encrypted = (facts: LetterFacts): boolean => facts.text === '' && facts.marks.some(mark => mark.endsWith('-encrypted'))

/** Only what stands above the first station that is not ours was written by our own server; the rest anybody can write. */
function spamBy(facts: LetterFacts, server: string | null): boolean {
  if (server === null) return false
  const ours = server.toLowerCase()
  for (const { name, value } of facts.headers) {
    const text = value.toLowerCase()
    if (name === 'received') {
      if (!new RegExp(`\\bby\\s+${ours.replaceAll(/[^a-z0-9.-]/g, '')}\\b`).test(text)) return false
    } else if (name === 'x-spam-flag' && /^\s*(yes|true)/.test(text)) return true
    else if (name === 'x-spam-status' && /^\s*yes/.test(text)) return true
    else if (name === 'authentication-results' && text.startsWith(ours) && /\bdmarc=fail\b/.test(text) && /\bspf=fail\b/.test(text))
      return true
  }
  return false
}
