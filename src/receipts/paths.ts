// The address of this room.
export const receiptPath = '/kvittering'
