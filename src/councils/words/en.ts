// The English texts of this room.
import { da } from './da.ts'

export const en: Record<keyof typeof da, string> = { ...da }
