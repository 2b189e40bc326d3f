// Where the sealed values of a voice stand; none opens anywhere else.

export const linePlace = (voice: string, id: string) => ({ thing: voice, table: 'voice_line', column: 'text_sealed', row: id })
export const detailsPlace = (voice: string) => ({ thing: voice, table: 'voice', column: 'details_sealed', row: voice })
export const guestPlace = (voice: string, id: string) => ({ thing: voice, table: 'voice_guest', column: 'name_sealed', row: id })
export const picturePlace = (voice: string, id: string) => ({ thing: voice, table: 'voice_picture', column: 'bytes_sealed', row: id })
