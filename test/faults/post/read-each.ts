// Reads letters one by one in the reader's own process, and watches what each takes: time, memory, and whether the process lives.
import { readFileSync } from 'node:fs'
import { closeReader, read, readerPid } from '../../../src/mailroom/index.ts'

export interface ReadReport {
  letters: number
  /** Letters the reader said it cannot make sense of; a human sees them. */
  unreadable: number
  /** Letters that ended the reader's process. */
  ended: number
  /** Letters that were not read in time. */
  late: number
  slowestMs: number
  /** The most memory the process held while it read any of them. */
  mostMb: number
}

export async function readEach(letters: Iterable<Uint8Array>, note: (report: ReadReport) => void = () => {}): Promise<ReadReport> {
  const report: ReadReport = { letters: 0, unreadable: 0, ended: 0, late: 0, slowestMs: 0, mostMb: 0 }
  // The process is started by the first; that is not the letter's own time.
  await read(Buffer.from('Subject: x\r\n\r\nx'))
  try {
    for (const raw of letters) {
      const began = performance.now()
      const found = await read(raw)
      report.slowestMs = Math.max(report.slowestMs, performance.now() - began)
      report.letters++
      if ('fault' in found) {
        if (found.fault === 'form') report.unreadable++
        else if (found.fault === 'time') report.late++
        else report.ended++
      }
      if (report.letters % 20 === 0 || raw.length > 100_000) report.mostMb = Math.max(report.mostMb, peakMb())
      if (report.letters % 1_000 === 0) note(report)
    }
    report.mostMb = Math.max(report.mostMb, peakMb())
    return report
  } finally {
    closeReader()
  }
}

/** The most the process ever held, by Linux's own count; zero elsewhere. */
export function peakMb(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${readerPid()}/status`, 'utf8'))?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}
