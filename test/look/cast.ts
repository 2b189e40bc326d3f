// Keeps the invented page the preview is drawn on: nobody here exists.

import type { AssetNames, Human, Page, Standing } from '../../src/platform/html/page.ts'
import { directionOf, type Lang } from '../../src/platform/i18n.ts'

export const AMIRA: Human = {
  name: 'Amira Holm',
  helpsWith: 'Amira er rådssekretær. Hun hjælper dig med råd, henvendelser og svar.',
  phone: null,
  email: 'amira@raad.example',
  address: null,
  hours: [
    { days: 'Mandag–torsdag', from: '09:00', to: '15:00' },
    { days: 'Fredag', from: '09:00', to: '13:00' },
  ],
  openNow: { open: true, until: '15:00' },
  deputy: { name: 'Peter Juhl' },
  fillsIn: 'Bo Lind i driften',
  invented: true,
}

const HELPS: Partial<Record<Lang, Partial<Human>>> = {
  ar: {
    helpsWith: 'أميرة سكرتيرة المجالس. تساعدك في المجالس والرسائل والأجوبة. يمكنك طلب مترجم.',
    hours: [
      { days: 'الاثنين–الخميس', from: '09:00', to: '15:00' },
      { days: 'الجمعة', from: '09:00', to: '13:00' },
    ],
    fillsIn: 'Bo Lind',
  },
}

/** A page of the invented municipality; `over` replaces what a test is about. */
export function pageOf(path: string, assets: AssetNames, over: Partial<Page> & { standing?: Standing } = {}): Page {
  const lang = over.lang ?? 'da'
  return {
    lang,
    dir: directionOf(lang),
    path,
    href: (to, other = lang) => (other === 'da' ? to : `/${other}${to === '/' ? '' : to}`),
    now: new Date('2026-11-09T09:15:00Z'),
    municipality: {
      slug: 'glostrup',
      name: lang === 'ar' ? 'بلدية غلوستروب Glostrup Kommune' : 'Glostrup Kommune',
      title: lang === 'ar' ? 'المجالس والحوار' : 'Råd og dialog',
      accent: '#0b4a66',
      languages: ['da', 'en', 'ar', 'tr', 'ur'],
      authority: 'unconfirmed',
      demo: true,
    },
    human: { ...AMIRA, ...HELPS[lang] },
    standing: 'demo',
    assets,
    ...over,
  }
}
