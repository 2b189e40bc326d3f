// The Danish texts of this room; the source of the others.
export const da = {
  title: 'Få hjælp nu',
  lead: 'Er nogen i fare, så ring 112. Ellers kan du ringe til et menneske her.',
  call: 'Ring {phone}',
  numbers: 'Numre, du kan ringe til',
  source: 'Set {asOf}. Bekræftet af {by} den {on}.',
  missing: 'Mangler stadig',
  'missing.lead': 'Disse numre er ikke bekræftet endnu. Derfor viser vi dem ikke. Den, der driver siden, ringer og bekræfter dem.',
  human: 'Tal med kommunen',
  'human.text': 'Nederst på siden står, hvem du kan tale med, og hvornår. Du kan skjule dit nummer, og du behøver ikke sige, hvem du er.',
  safe: 'Vil du ikke efterlade spor?',
  'safe.text':
    'Siden gemmer ikke, at du har læst den. Din browser kan huske adressen. Ring eller kom forbi, hvis nogen ser med på din skærm.',
}

export type Words = Record<keyof typeof da, string>
