export function shareShapes(text: string, name: string): string
