// The address of this room.
export const receiptPath = '/kvittering'
/** The same on a computer that many people use: what is opened there ends by itself. */
export const sharedReceiptPath = `${receiptPath}?faelles=1`
export const isShared = ({ query }: { readonly query: URLSearchParams }): boolean => query.get('faelles') === '1'
