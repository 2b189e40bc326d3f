export declare const startFlags: readonly string[]
export declare const startSettings: Readonly<Record<string, string>>
