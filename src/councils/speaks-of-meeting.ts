// Whether a letter speaks of a meeting as a member does: cannot come, or has something to say about minutes or agenda. Pure.

interface ReadWords {
  readonly subject: string
  readonly text: string
}
const most = 20_000
const meeting =
  /(?<!\p{L})(mødet?|(råds|ældreråds|integrationsråds|udsatteråds|handicapråds)mødet?|møder|referat(et)?|dagsorden(en)?|meeting|minutes|agenda|toplantı|tutanak)(?!\p{L})|اجتماع|الاجتماع|محضر|اجلاس/iu
const said =
  /(?<!\p{L})(afbud|melder fra|kan (desværre )?ikke (komme|deltage|være med|møde op)|forhindret|godkender?|rettelser? til|bemærkninger? til|punkt til|send my apologies|apologies for|cannot (come|attend|make it)|can.t (come|attend|make it)|approve|corrections? to|item for|katılamayacağım|onaylıyorum)(?!\p{L})|لن أتمكن|أعتذر|أوافق على|شرکت نہیں|معذرت/iu

/** An employee who is ill writes to the same mailbox, and has meetings too. */
const ill =
  /(?<!\p{L})(sygemeld(ing|t|er)?|syg|sygedag|(mit|vores) barn|på arbejde|arbejdet|min vagt|vagten|på kontoret|sick( leave| day)?|at work)(?!\p{L})/iu
const ofCouncil =
  /råd(et|ets|smøde|smødet)?(?!\p{L})|(?<!\p{L})councils?(?!\p{L})|(?<!\p{L})(referat(et)?|dagsorden(en)?|minutes|agenda)(?!\p{L})|مجلس|کونسل|kurul|meclis/iu

/** True when the words name a meeting, or its papers, and what one has to say about it. */
export function speaksOfMeeting({ subject, text }: ReadWords): boolean {
  const all = `${subject}\n${text}`.slice(0, most).normalize('NFC').toLowerCase()
  return meeting.test(all) && said.test(all) && (!ill.test(all) || ofCouncil.test(all))
}
