// The process that makes pictures anew: what a stranger sends is opened here, with little memory and little time, and nowhere else.
import { answerQuestions } from '../platform/child/in-child.ts'
import type { MadePicture } from './picture.ts'

/** A telephone's largest pictures have about 50 million points; a bomb has more. */
const mostPixels = 60_000_000
const widest = 1_600

answerQuestions<Uint8Array, MadePicture | null>(async bytes => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .timeout({ seconds: 3 })
      .rotate()
      .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
})
