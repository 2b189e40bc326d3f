// Whether the site can serve: for whoever watches over it.
import type { Ctx } from '../context.ts'

/** 200 when the database answers, 503 while it does not. */
export async function health(ctx: Ctx): Promise<Response> {
  try {
    await ctx.database.pools.app.query('select 1')
    return Response.json({ status: 'ready' }, { headers: { 'cache-control': 'no-store' } })
  } catch {
    return Response.json({ status: 'waiting for the database' }, { status: 503, headers: { 'retry-after': '2' } })
  }
}
