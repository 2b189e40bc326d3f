export function checkAll(run?: (args: readonly string[]) => number | null): 0 | 1
