// Every address of this room.
import type { AnyRoute } from '../platform/http/route.ts'
import { lettersRoutes } from './letters-routes.tsx'
import { registerRoutes } from './people-routes.tsx'
import { readingsRoutes } from './readings-routes.tsx'
import { setUpRoutes } from './set-up-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { workRoutes } from './work-routes.tsx'

export const peopleRoutes: readonly AnyRoute[] = [
  ...signInRoutes,
  ...workRoutes,
  ...registerRoutes,
  ...lettersRoutes,
  ...readingsRoutes,
  ...setUpRoutes,
]
