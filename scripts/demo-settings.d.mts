export function demoSettings(env: Readonly<NodeJS.ProcessEnv>): { readonly RAADSLAG_DEMO: '1'; readonly RAADSLAG_DATA: string }
