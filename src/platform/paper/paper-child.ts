// The process that makes paper: loads typst and the fonts once. Nothing else in the house loads them.
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { answerQuestions, GaveUp } from '../child/in-child.ts'
import type { PaperAnswer, PaperQuestion } from './paper-words.ts'
import { sheetProgram } from './sheet.ts'

const found = createRequire(import.meta.url)
const font = (name: string) => readFileSync(found.resolve(`@expo-google-fonts/${name}.ttf`))
const compiler = NodeCompiler.create({
  // An empty folder: the program has nothing to read.
  workspace: mkdtempSync(join(tmpdir(), 'paper-')),
  fontArgs: [
    {
      fontBlobs: [
        font('noto-sans/400Regular/NotoSans_400Regular'),
        font('noto-sans/700Bold/NotoSans_700Bold'),
        font('noto-sans-arabic/400Regular/NotoSansArabic_400Regular'),
        font('noto-sans-arabic/700Bold/NotoSansArabic_700Bold'),
        font('noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular'),
        font('noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold'),
      ],
    },
  ],
})

answerQuestions<PaperQuestion, PaperAnswer>(({ sheet, at }) => {
  const from = { mainFileContent: sheetProgram, inputs: { sheet } }
  try {
    const how = { pdfTags: true, creationTimestamp: Math.floor(at / 1000) }
    try {
      return compiler.pdf(from, { ...how, pdfStandard: 'ua-1' })
    } catch {
      // The standard refuses a sign that none of our fonts has, such as a name in Chinese. A letter with a gap is better than none.
      return compiler.pdf(from, how)
    }
  } catch (error) {
    // The error quotes the program, never the sheet.
    throw new GaveUp(`typst: ${String((error as Error).message ?? error).slice(0, 150)}`)
  } finally {
    compiler.evictCache(3)
  }
})
