// The compiled program as one: the commands, and the server for the build, which loads it to keep its machine code.
export const commands = () => import('./cli.ts')
export const server = () => import('./main.ts')
