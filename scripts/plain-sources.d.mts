export declare const plainSources: {
  readonly name: string
  readonly enforce: 'pre'
  resolveId(asked: string, importer?: string): string | undefined
}
export declare const isPlain: RegExp
