// A site where telling is open: the municipality has confirmed it, and staff can sign in strongly enough to read.
import { newSite, type Site, type SiteOptions } from '../site.ts'

const oidc = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'raadslag', OIDC_CLIENT_SECRET: 'opdigtet' }

/** Started; whoever asks for it removes it. `open` makes the site; a new one unless told. */
export async function openTellingSite(open: (options: SiteOptions) => Promise<Site> = newSite): Promise<Site> {
  const site = await open({ env: oidc })
  await site.start()
  await site.sql(
    `update item set content = jsonb_set(content, '{authority}', '{"state": "confirmed", "by": "Opdigtet Direktør", "on": "2026-01-05"}') where kind = 'municipality'`,
  )
  await site.kill()
  await site.start()
  return site
}
