// The end of a whole `npm test`: the database that all its parts shared goes.
import { endCluster } from './global-setup.ts'

await endCluster()
