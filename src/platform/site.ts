// What the configuration means for one municipality: the address its people use, and what is connected.
import type { Config } from './config.ts'
import type { Tenant } from './context.ts'
import type { Site } from './db/act.ts'
import { waysOf } from './mail/ways.ts'

/** BASE_URL is the address of the default municipality; where one house serves several, each is known by its first host name. */
export function siteOf(config: Config, tenants: readonly Tenant[], municipalityId: string): Site {
  const own = tenants.find(tenant => tenant.id === municipalityId)
  const tenant = own?.practiceOf ? tenants.find(one => one.id === own.practiceOf) : own
  const several = tenants.filter(one => one.practiceOf === null).length > 1
  const host = several && tenant && tenant.slug !== config.defaultMunicipality ? tenant.hosts[0] : undefined
  const ways = waysOf(config, tenant?.slug ?? '', true)
  return {
    baseUrl: host ? at(config.baseUrl, host) : config.baseUrl,
    oidc: config.oidc !== null,
    smtp: ways.smtpUrl !== null && !own?.practiceOf,
    bounces: ways.bounces,
    plus: ways.plus,
  }
}

function at(baseUrl: string, host: string): string {
  const url = new URL(baseUrl)
  url.hostname = host
  return url.href.replace(/\/$/, '')
}
