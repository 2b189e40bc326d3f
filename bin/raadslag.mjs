#!/usr/bin/env node
// The command `raadslag`: the compiled program when it is built, else built first.
import { build } from '../scripts/build.mjs'

await build()
await import('./run.cjs')
