// The addresses of this room.
export const helpPaths = {
  help: '/hjaelp',
  numbers: '/arbejdsrum/opsaetning/numre',
  withdraw: '/arbejdsrum/opsaetning/numre/tilbage',
} as const
