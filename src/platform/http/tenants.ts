// Which municipality a request is for: by its host name, held in memory and read anew when the register changes.
import type pg from 'pg'
import type { Tenant } from '../context.ts'

export interface Tenants {
  load(): Promise<void>
  all(): readonly Tenant[]
  /** The municipality of this host; the default one answers hosts nobody has claimed. */
  byHost(host: string): Tenant | null
  /** The municipality a session belongs to, when it is this one or its practice twin. */
  within(tenant: Tenant, municipalityId: string): Tenant | null
}

export function createTenants(pool: pg.Pool, defaultSlug: string | null): Tenants {
  let list: Tenant[] = []
  let hosts = new Map<string, Tenant>()
  let fallback: Tenant | null = null
  return {
    async load() {
      const { rows } = await pool.query('select id, slug, hosts, practice_of from municipality order by slug')
      list = rows.map(row => ({ id: row.id, slug: row.slug, hosts: row.hosts, practiceOf: row.practice_of }))
      hosts = new Map(list.flatMap(tenant => tenant.hosts.map(host => [host.toLowerCase(), tenant] as const)))
      const real = list.filter(tenant => tenant.practiceOf === null)
      fallback = real.find(tenant => tenant.slug === defaultSlug) ?? (real.length === 1 ? (real[0] ?? null) : null)
    },
    all: () => list,
    byHost: host => hosts.get(host.toLowerCase()) ?? hosts.get(host.toLowerCase().replace(/:\d+$/, '')) ?? fallback,
    within(tenant, municipalityId) {
      if (tenant.id === municipalityId) return tenant
      return list.find(twin => twin.id === municipalityId && twin.practiceOf === tenant.id) ?? null
    },
  }
}
