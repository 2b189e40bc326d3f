// Asking one organisation for one council: its states, what leads from one to the next, and what is owed meanwhile. Pure.
export const askStates = ['none', 'planned', 'asked', 'answered', 'no'] as const
/** `none`: nobody has thought of asking yet. `planned`: to ask. `answered`: they proposed somebody, or talked with us. `no`: not this time. */
export type AskState = (typeof askStates)[number]

export const stepVerbs = ['plan', 'ask', 'remind', 'answer', 'decline'] as const
export type StepVerb = (typeof stepVerbs)[number]
export const hows = ['letter', 'email', 'phone', 'meeting', 'page'] as const
export type How = (typeof hows)[number]

const ways: Record<AskState, Partial<Record<StepVerb, AskState>>> = {
  none: { plan: 'planned', ask: 'asked' },
  planned: { ask: 'asked', decline: 'no' },
  asked: { remind: 'asked', answer: 'answered', decline: 'no' },
  // Whoever answered or said no can be asked anew, and can still change their mind.
  answered: { ask: 'asked', answer: 'answered', decline: 'no' },
  no: { plan: 'planned', ask: 'asked', answer: 'answered' },
}

/** Where the step leads from this state; null when it leads nowhere. */
export const afterStep = (state: AskState, verb: StepVerb): AskState | null => ways[state][verb] ?? null
/** What can be done from here. */
export const possibleSteps = (state: AskState): StepVerb[] => stepVerbs.filter(verb => afterStep(state, verb) !== null)

const reached: Record<StepVerb, AskState> = { plan: 'planned', ask: 'asked', remind: 'asked', answer: 'answered', decline: 'no' }
/** The state an ask is in after these steps, the oldest first. */
export const stateOf = (steps: readonly { readonly step: StepVerb }[]): AskState =>
  steps.length === 0 ? 'none' : reached[steps.at(-1)!.step]

/** What is owed while it stands so: to ask them, or to hear what became of it. Every other state waits for nobody. */
export type AskOwed = 'ask.plan' | 'ask.follow'
export const owedFor = (state: AskState): AskOwed | null => (state === 'planned' ? 'ask.plan' : state === 'asked' ? 'ask.follow' : null)

/** Working days within which they are asked, and after which somebody follows up: the product's standard. */
export const usual = { 'ask.plan': 5, 'ask.follow': 10 } as const
