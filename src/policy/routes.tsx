// The addresses of this room: policies to read.
import { itemsOfKind } from '../municipalities/index.ts'
import { anybody, file, get } from '../platform/http/route.ts'
import { policiesAsData } from './open-data.ts'
import { policyOf } from './read.ts'
import { CommitmentPage, WholeText } from './views/commitment.tsx'
import { PolicyList, PolicyPage } from './views/policy.tsx'

const open = { may: anybody, kept: true }

export const policyRoutes = [
  get({
    ...open,
    path: '/politik',
    load: async tx => await itemsOfKind(tx, 'policy'),
    view: (page, policies) => <PolicyList page={page} policies={policies} />,
  }),
  get({
    ...open,
    path: '/politik/:politik',
    load: async (tx, _who, { params }) => await policyOf(tx, params.politik!),
    view: (page, shown) => <PolicyPage page={page} shown={shown} />,
  }),
  get({
    ...open,
    path: '/politik/:politik/tekst',
    load: async (tx, _who, { params }) => {
      const shown = await policyOf(tx, params.politik!)
      return shown?.text ? shown : null
    },
    view: (page, shown) => <WholeText page={page} shown={shown} />,
  }),
  get({
    ...open,
    path: '/politik/:politik/:maal',
    load: async (tx, _who, { params }) => {
      const shown = await policyOf(tx, params.politik!)
      const one = shown?.goals.flatMap(goal => goal.commitments).find(commitment => commitment.slug === params.maal)
      return shown && one ? { shown, one } : null
    },
    view: (page, { shown, one }) => <CommitmentPage page={page} shown={shown} one={one} />,
  }),
  get({
    ...open,
    path: '/api/v1/policies',
    load: policiesAsData,
    view: (_page, data) => file('application/json; charset=utf-8', JSON.stringify(data)),
  }),
]
