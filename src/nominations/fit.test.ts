// Which council fits: the charters decide, nobody is turned away by a wish, and everybody has a way on.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FitAnswers, fits } from './fit.ts'
import type { CharterData, OpenCouncil } from './offer.ts'

const council = (slug: string, charter: CharterData): OpenCouncil =>
  ({ slug, name: { da: slug }, summary: { da: slug }, charter }) as unknown as OpenCouncil
const marginalised = council('udsatteraad', {
  groups: [
    { id: 'external', appointed_by: 'municipal_council', eligible: { any: [{ attr: 'roles', hasAny: ['user', 'insight'] }] } },
    { id: 'council', appointed_by: 'municipal_council', eligible: { attr: 'roles', has: 'councillor' } },
    { id: 'adviser', appointed_by: 'administration', eligible: { attr: 'roles', has: 'municipal_employee' } },
  ],
  rules: [],
})
const integration = council('integrationsraad', {
  groups: [{ id: 'members', appointed_by: 'municipal_council' }],
  rules: [
    { kind: 'all', who: { attr: 'resident', eq: true }, source: { text: 'syv medlemmer med bopæl i Glostrup' } },
    { kind: 'cover', attr: 'ties', values: ['local_association'] },
  ],
})
const both = [marginalised, integration]
const answers = (more: Partial<FitAnswers>): FitAnswers => ({ about: [], kinds: [], residence: null, ...more })
const verdicts = (more: Partial<FitAnswers>) => Object.fromEntries(fits(both, answers(more)).map(fit => [fit.council.slug, fit.verdict]))

describe('which council fits me', () => {
  it('A34: both councils are possible at once', () => {
    expect(verdicts({ kinds: ['roles=user'], residence: 'yes' })).toEqual({ udsatteraad: 'fits', integrationsraad: 'fits' })
  })
  it('A29: who does not live there does not fit the council that asks for it, and still fits the other', () => {
    expect(verdicts({ kinds: ['roles=user'], residence: 'no' })).toEqual({ udsatteraad: 'fits', integrationsraad: 'no' })
    expect(verdicts({ residence: 'unknown' })).toMatchObject({ integrationsraad: 'ask' })
  })
  it('A31: a citizen without any tie is not turned away by a wish', () => {
    expect(verdicts({ residence: 'yes' })).toEqual({ integrationsraad: 'fits', udsatteraad: 'ask' })
    expect(fits(both, answers({ residence: 'yes' }))[0]).toMatchObject({ reasons: ['resident', 'free'], hurdles: [] })
  })
  it('what one wants to speak about comes first, and shuts nothing out', () => {
    const found = fits(both, answers({ about: ['integrationsraad'], kinds: ['roles=user'], residence: 'yes' }))
    expect(found.map(fit => fit.council.slug)).toEqual(['integrationsraad', 'udsatteraad'])
    expect(found.every(fit => fit.verdict === 'fits')).toBe(true)
  })
  it('A34: any answers give every council exactly one verdict with a reason or a hurdle, and more answers never make it worse', () => {
    const any = fc.record({
      about: fc.subarray(['udsatteraad', 'integrationsraad']),
      kinds: fc.subarray(['roles=user', 'roles=insight', 'ties=local_association', 'unknown']),
      residence: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const, null),
    })
    const rank = { no: 0, ask: 1, fits: 2 }
    fc.assert(
      fc.property(any, given => {
        const found = fits(both, given)
        expect(found.map(fit => fit.council.slug).sort()).toEqual(['integrationsraad', 'udsatteraad'])
        for (const fit of found) {
          expect(fit.verdict === 'fits').toBe(fit.hurdles.length === 0)
          expect(fit.reasons.length + fit.hurdles.length).toBeGreaterThan(0)
          const more = fits([fit.council], { ...given, kinds: [...given.kinds, 'roles=user'], residence: 'yes' })[0]!
          expect(rank[more.verdict]).toBeGreaterThanOrEqual(rank[fit.verdict])
        }
      }),
    )
  })
})
