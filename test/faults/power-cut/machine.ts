// The machine that loses power: a process that runs the supervised database when told "go" and says how it went.
import { startEmbedded } from '../../../src/platform/db/supervise.ts'

const [dataDir, programHome, settings, patience] = process.argv.slice(2)

process.stdin.once('data', async () => {
  try {
    const db = await startEmbedded({
      dataDir: dataDir!,
      programHome: programHome!,
      log: () => {},
      extraSettings: JSON.parse(settings!),
      patienceMs: Number(patience),
    })
    console.log(JSON.stringify({ ready: db.connection, ms: db.readyMs }))
    process.stdin.once('data', async () => {
      await db.stop()
      process.exit(0)
    })
  } catch (fault) {
    console.log(JSON.stringify({ fault: (fault as Error).message }))
  }
})
