// Phrases to begin an answer with. They stand in the field to be changed; they are never sent by themselves.
export const phrases = ['thanks', 'ask', 'meet'] as const
