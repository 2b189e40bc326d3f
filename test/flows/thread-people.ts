// People for the tests of the thread: one who wants e-mail, another one, one who wants paper, and one somebody suggested.
import { receiveNomination } from '../../src/nominations/index.ts'
import type { TestHouse } from '../house.ts'

const none = {
  declared: [],
  ties: [],
  phone: '',
  address: '',
  through: '',
  interpreter: '',
  needs: [],
  motivation: '',
  suggester: '',
} as const

/** Four invented people in the register. */
export async function candidates(house: TestHouse) {
  let key = 0
  const enter = async (name: string, more: { email?: string; address?: string; forWhom?: 'self' | 'other' }) => {
    const email = more.email ?? null
    const answers = {
      ...none,
      forWhom: more.forWhom ?? ('self' as const),
      councils: ['udsatteraad'],
      name,
      residence: more.forWhom === 'other' ? null : ('yes' as const),
      reach: email ? ('email' as const) : ('letter' as const),
      email,
      address: more.address ?? '',
      language: 'da',
    }
    const receipt = await house.act(receiveNomination, { answers, channel: 'web' as const, key: `thread test ${++key} of a form key` })
    return { id: receipt.candidateId, email }
  }
  return {
    byEmail: await enter('Opdigtet Åse Ærø', { email: 'aase@example.org' }),
    second: await enter('Opdigtet Amir Nour', { email: 'amir@example.org' }),
    byPost: await enter('Opdigtet Bo Bak', { address: 'Prøvevej 1\n2600 Glostrup' }),
    suggested: await enter('Opdigtet Fatma Øz', { email: 'fatma@example.org', forWhom: 'other' }),
  }
}
