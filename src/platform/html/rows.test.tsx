// Shows that rows drawn as text are what JSX would have drawn, and that nothing written by people becomes markup.
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { NameOf } from './human.tsx'
import { drawn, nameIn, Rows } from './rows.tsx'

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('</td><script>', '" onclick="x', "'", '&lt;', '&amp;', '<b>', 'å', ''),
)

describe('a row drawn as text', () => {
  test('is the same to the byte as one of elements, whatever the words', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), (name, council, invented) => {
        const row = drawn`<tr><th data-of="${`${council}: `}"><a href="${`/a?q=${name}`}">${nameIn('da', name, invented)}</a></th>${invented && drawn`<td>${council}</td>`}</tr>`
        const elements = (
          <tbody>
            <tr>
              <th data-of={`${council}: `}>
                <a href={`/a?q=${name}`}>
                  <NameOf name={name} invented={invented} />
                </a>
              </th>
              {invented && <td>{council}</td>}
            </tr>
          </tbody>
        )
        expect(renderToString(<Rows rows={[row]} />)).toBe(renderToString(elements))
      }),
    )
  })

  test('takes no place outside quotes in a tag, and no markup inside them', () => {
    expect(() => drawn`<a href=${'x'}>y</a>`).toThrow('in quotes')
    expect(() => drawn`<a ${'onclick=x'}>y</a>`).toThrow('in quotes')
    expect(() => drawn`<a href="${drawn`<b>`}">y</a>`).toThrow('holds text')
    const foreign = { __html: '<script>' }
    expect(() => drawn`<td>${foreign as never}</td>`).toThrow()
    expect(() => drawn`<td>${[foreign] as never}</td>`).toThrow()
    // @ts-expect-error nothing that was not drawn has the type of what was
    expect(() => renderToString(<Rows rows={[foreign]} />)).toThrow()
  })
})
