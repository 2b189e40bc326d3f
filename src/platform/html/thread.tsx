// Keeps the thread from a voice to a change: stations in order, and the wall in front of what is private.
import type { ComponentChildren } from 'preact'
import { say, useLang } from './say.ts'

interface Station {
  title: ComponentChildren
  /** `next` has not happened yet: it has a date and a name in its text. */
  state: 'done' | 'next'
  children?: ComponentChildren
}

export interface ThreadProps {
  /** What anyone can read. */
  stations: readonly Station[]
  /** What stands before the wall: between a person and a human. Left out on the public page. */
  priv?: readonly Station[] | undefined
  /** The number of the first station shown; 2 on a public page that starts at the wall. */
  from?: number | undefined
  /** The headings of the stations are h2 when left out. */
  level?: 2 | 3 | undefined
}

function Stations({ list, from, level, next }: { list: readonly Station[]; from: number; level: 2 | 3; next: Station | undefined }) {
  const lang = useLang()
  const Heading = `h${level}` as 'h2' | 'h3'
  return (
    <ol start={from}>
      {list.map((station, index) => {
        const towards = (list[index + 1] ?? next)?.state === 'next'
        return (
          <li class={`station ${station.state}${towards ? ' towards' : ''}`} key={from + index}>
            <span class="no" aria-hidden="true">
              {from + index}
            </span>
            <Heading>
              <span class="sr">{say(lang, `thread.${station.state}`)} </span>
              {station.title}
            </Heading>
            {station.children}
          </li>
        )
      })}
    </ol>
  )
}

/** The stations in order. A dashed wall stands after the private ones; the line runs through it, the words do not. */
export function Thread({ stations, priv = [], from = 1, level = 2 }: ThreadProps) {
  const lang = useLang()
  return (
    <div class="thread">
      {priv.length > 0 && (
        <>
          <div class="private">
            <Stations list={priv} from={from} level={level} next={stations[0]} />
          </div>
          <p class="wall">
            <b>{say(lang, 'thread.wall')}</b> {say(lang, 'thread.wall.text')}
          </p>
        </>
      )}
      <Stations list={stations} from={from + priv.length} level={level} next={undefined} />
    </div>
  )
}
