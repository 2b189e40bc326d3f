// The Danish texts of the practice; the source of the others.
export const da = {
  title: 'Øvelse',
  lead: 'Prøv alt, uden at noget sker. Øvelsen har de samme råd og regler som jeres side, men alle mennesker er opdigtede.',
  'what.title': 'Sådan virker det',
  'what.same': 'Du er dig selv med de samme roller.',
  'what.apart': 'Øvelsen ligger for sig. Intet går fra den ene side til den anden.',
  'what.letters': 'Brevene bliver skrevet, så du kan læse dem. De bliver aldrig sendt.',
  'what.shared': 'I er fælles om én øvelse. Skriver du noget, ser de andre det også.',
  'what.back': 'Den gule bjælke øverst viser, at du øver dig. Der er også knappen tilbage.',
  begin: 'Begynd øvelsen',
  'begin.under': 'Første gang tager det et par sekunder.',
  'in.lead': 'Du er i øvelsen. Alle mennesker her er opdigtede, og intet bliver sendt.',
  back: 'Tilbage til det rigtige',
  roles: 'Prøv en anden rolle',
  'roles.text': 'Den, der indstiller, er ikke den, der beslutter. Log ind som en af de andre, og se deres side af sagen.',
  'roles.link': 'Vælg en rolle',
  'anew.title': 'Begynd forfra',
  'anew.text': 'Alt, hvad I har skrevet i øvelsen, bliver slettet. Øvelsen begynder igen med jeres data, som de er i dag.',
  'anew.button': 'Slet, og begynd forfra',
  'notStaff.lead': 'Du er i øvelsen. Gå tilbage til den rigtige side her.',
}
export type PracticeWord = keyof typeof da
