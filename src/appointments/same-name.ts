// When two names are one, however they were typed.

/** The same name but for capitals, spaces and the way its letters are encoded. */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other)
const plainName = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('da')
