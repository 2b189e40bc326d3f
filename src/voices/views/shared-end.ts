// On a shared computer every page of this room ends by itself, and leads to the page that says it is cleared.
import type { VNode } from 'preact'
import { endsAt } from '../../platform/html/ends-at.ts'
import type { Page } from '../../platform/html/page.ts'
import type { Answer } from '../../platform/http/route.ts'
import { paths } from '../paths.ts'

export const endsShared = (page: Page, node: VNode, status?: number): Answer =>
  endsAt(page, node, page.href(`${paths.shared}/slut`), status)
