// How long `npm test` may take, and what it says of the time it took.
const mostSeconds = 600

const whole = ms => Math.round(ms / 1_000)

/** The time so far beside the limit. */
export const timeSoFar = ms => `${whole(ms)} s of at most ${mostSeconds} s`

/** One line when a run took longer than is promised, else null. It is told and fails nothing: fetching packages, or a busy machine, is no fault of what was tested. */
export const tooLong = ms =>
  ms > mostSeconds * 1_000 ? `TOO LONG: ${whole(ms)} s; npm test is promised in at most ${mostSeconds / 60} minutes` : null
