// T12: pictures lose everything they carry along, and what is no picture is refused in words.
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openedBytes } from '../../src/platform/sealed.ts'
import { picturePlace } from '../../src/voices/sealed-places.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { codeIn, onlyVoice, openVoicesHouse, tell, visitIn } from '../voices.ts'

let house: TestHouse
let amira: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
})
afterAll(async () => await house.close())
beforeEach(async () => await house.sql('delete from voice'))

async function send(...files: readonly Uint8Array[]): Promise<{ status: number; body: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ formKey: house.formKey(), step: 'summary', words: 'Se her' })) form.append(name, value)
  for (const [at, bytes] of files.entries()) form.append('pictures', new File([new Uint8Array(bytes)], `${at}.jpg`))
  const response = await house.fetch('/fortael', { method: 'POST', body: form })
  return { status: response.status, body: await response.text() }
}
/** A photograph as a telephone takes it: with a place, a time and an owner. */
const photograph = async (format: 'jpeg' | 'png' | 'webp') =>
  await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a5' } })
    .withExif({ IFD0: { Artist: 'Kanariefugl', Make: 'Kanariekamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 39/1 59/1' } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()

it('T12: no place, time or owner is left in any kind of picture, and it stands the right way up', { timeout: 60_000 }, async () => {
  const given = await Promise.all((['jpeg', 'png', 'webp'] as const).map(photograph))
  // The fault to find is there before.
  expect(given.some(bytes => bytes.includes('Kanarie') || bytes.includes(Buffer.from('Exif')))).toBe(true)
  const { body } = await send(...given)
  expect(codeIn(body)).not.toBeNull()
  const { id } = await onlyVoice(house)
  const rows = await house.sql('select id, bytes_sealed, width, height from voice_picture order by position')
  expect(rows).toHaveLength(3)
  for (const row of rows) {
    const bytes = (await house.look(tx => openedBytes(tx, picturePlace(id as string, row.id as string), row.bytes_sealed as Buffer)))!
    const { exif, xmp, iptc, icc, format } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc, format }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, format: 'jpeg' })
    expect(bytes.includes('Kanarie')).toBe(false)
  }
  const shown = await amira.fetch(`/arbejdsrum/henvendelser/${id}/billede/${rows[0]!.id}`)
  expect(shown.headers.get('content-type')).toBe('image/jpeg')
  expect((await (await house.as('inge')).get(`/arbejdsrum/henvendelser/${id}/billede/${rows[0]!.id}`)).status).toBe(404)
})

it('T12: a bomb of points, a drawing with a program, a page in disguise and a torn file are refused in words; the telling is kept on the page', {
  timeout: 60_000,
}, async () => {
  const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  const page = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>alert(1)</script>')])
  const torn = (await photograph('jpeg')).subarray(0, 200)
  for (const file of [bomb, svg, page, torn]) {
    const { status, body } = await send(file)
    expect(status).toBe(422)
    expect(body).toContain('Filen kan ikke åbnes som et billede')
    expect(body).toContain('Se her')
  }
  expect(await house.sql('select from voice')).toHaveLength(0)
})

it('more than three are refused', async () => {
  const one = await photograph('jpeg')
  expect((await send(one, one, one, one)).body).toContain('højst tre billeder')
})

it('T12: a later message carries pictures too, made anew, at its own line; the one who told takes them along, and what is none is told beside what was typed', {
  timeout: 60_000,
}, async () => {
  const { code } = await tell(house, 'Først ord')
  const { id } = await onlyVoice(house)
  let { body } = await house.post('/kvittering', { code: code! })
  const write = async (text: string, ...files: readonly Uint8Array[]) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ formKey: house.formKey(), visit: visitIn(body), go: 'write', text }))
      form.append(name, value)
    for (const [at, bytes] of files.entries()) form.append('pictures', new File([new Uint8Array(bytes)], `${at}.jpg`))
    body = await (await house.fetch('/fortael/samtale', { method: 'POST', body: form })).text()
    return body
  }
  expect(await write('Her er det', await photograph('png'), await photograph('jpeg'))).toContain('Billeder: 2')
  expect(await write('Se lige', Buffer.from('ikke et billede'))).toContain('Filen kan ikke åbnes som et billede')
  expect(body).toContain('Se lige')
  expect(await write('', await photograph('webp'))).toContain('Billeder: 1')
  const rows = await house.sql('select id, position, of_line, bytes_sealed from voice_picture order by position')
  expect(rows.map(row => [row.position, row.of_line])).toEqual([
    [1, 2],
    [2, 2],
    [3, 3],
  ])
  for (const row of rows) {
    const bytes = (await house.look(tx => openedBytes(tx, picturePlace(id as string, row.id as string), row.bytes_sealed as Buffer)))!
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  }
  const staff = (await amira.get(`/arbejdsrum/henvendelser/${id}`)).body
  for (const row of rows) expect(staff).toContain(`/billede/${row.id}`)
  const { body: file } = await house.post('/fortael/samtale', { visit: visitIn(body), go: 'file' })
  const { pictures } = JSON.parse(file) as { pictures: { ofLine: number; jpeg: string }[] }
  expect(pictures.map(one => one.ofLine)).toEqual([2, 2, 3])
  expect((await sharp(Buffer.from(pictures[0]!.jpeg, 'base64')).metadata()).format).toBe('jpeg')
})
