#!/usr/bin/env node
// The command `raadslag`: the compiled program when it is built, else built first.
import { build } from '../scripts/build.mjs'

// A mail server sends a letter back on any exit but 0 and 75, and nothing that goes wrong here is the letter's fault.
if (process.argv[2] === 'mail' && process.argv[3] === 'receive')
  process.on('exit', code => {
    if (code !== 0) process.exitCode = 75
  })

await build()
await import('./run.cjs')
