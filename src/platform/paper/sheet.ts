// The one program typst runs: it reads the sheet as data, so that no text is ever read as typst.

/** Strings reach the page through `show-text` alone, which puts them there as they are. */
export const sheetProgram = `
#let sheet = json(bytes(sys.inputs.sheet))
#let rtl-sheet = sheet.dir == "rtl"
#let fonts(lang) = if lang == "ur" { ("Noto Sans", "Noto Nastaliq Urdu", "Noto Sans Arabic") } else { ("Noto Sans", "Noto Sans Arabic") }
#let base = (letter: 11pt, poster: 17pt, slips: 8.5pt).at(sheet.look) * (if sheet.large { 1.5 } else { 1 })
#let margins = (letter: (x: 25mm, y: 25mm), poster: (x: 20mm, y: 18mm), slips: 0mm).at(sheet.look)
#let leading(lang) = if lang == "ur" { 1.5em } else if lang == "ar" { 0.95em } else { 0.72em }

#let show-text(t) = {
  let run(r) = if r.ltr { box({ set text(dir: ltr); text(r.text) }) } else { text(r.text) }
  let lines = t.lines.map(line => if t.lang == sheet.lang and t.dir == sheet.dir { line.map(run).join() }
    else { set text(lang: t.lang, font: fonts(t.lang), dir: if t.dir == "rtl" { rtl } else { ltr }); line.map(run).join() })
  lines.join(linebreak())
}

#set document(title: sheet.title, author: sheet.author)
#set page(paper: "a4", margin: margins, footer: if sheet.look != "letter" { none } else {
  set text(size: 0.8em)
  grid(columns: (1fr, auto), column-gutter: 1em,
    if sheet.foot == none { [] } else { show-text(sheet.foot) },
    context { let all = counter(page).final().first(); if all > 1 { text(dir: ltr, str(counter(page).get().first()) + "/" + str(all)) } })
})
#set text(font: fonts(sheet.lang), lang: sheet.lang, dir: if rtl-sheet { rtl } else { ltr }, size: base, hyphenate: false)
#set par(leading: leading(sheet.lang), spacing: if sheet.lang == "ur" { 1.9em } else { 1.25em }, justify: false)
#show heading: set block(above: 1.4em, below: if sheet.lang == "ur" { 1.5em } else { 0.8em })
#show heading.where(level: 1): set text(size: if sheet.look == "poster" { 2.1em } else { 1.5em })
#show heading.where(level: 2): set text(size: 1.18em)
#show heading.where(level: 3): set text(size: 1em)

#let paragraphs(list, body) = for t in list { par(body(show-text(t))) }

#let draw(b) = {
  if b.kind == "heading" { heading(level: b.level, show-text(b.text)) }
  if b.kind == "text" {
    let size = (lead: 1.2em, small: 0.82em, plain: 1em).at(b.size)
    set text(size: size)
    paragraphs(b.paragraphs, it => if b.strong { strong(it) } else { it })
  }
  if b.kind == "quote" {
    let foreign = b.paragraphs.first()
    set text(dir: if foreign.dir == "rtl" { rtl } else { ltr })
    block(stroke: (if foreign.dir == "rtl" { "right" } else { "left" }: 2pt + luma(90)), inset: (if foreign.dir == "rtl" { "right" } else { "left" }: 8pt), {
      paragraphs(b.paragraphs, it => it)
      if b.source != none { set text(size: 0.82em); par(show-text(b.source)) }
    })
  }
  if b.kind == "list" {
    if b.ordered { enum(spacing: 0.9em, ..b.items.map(show-text)) } else { list(spacing: 0.9em, ..b.items.map(show-text)) }
  }
  if b.kind == "facts" {
    for row in b.items {
      block(breakable: false, spacing: 0.9em, { strong(show-text(row.term)); linebreak(); show-text(row.detail) })
    }
  }
  if b.kind == "table" {
    table(columns: b.head.len(), align: start, inset: 5pt, stroke: 0.5pt + luma(120),
      table.header(..b.head.map(t => strong(show-text(t)))),
      ..b.rows.flatten().map(show-text))
  }
  if b.kind == "code" {
    block(spacing: 1em, {
      if b.label != none { show-text(b.label); linebreak() }
      text(dir: ltr, size: 1.35em, weight: "bold", b.text)
    })
  }
  if b.kind == "qr" { block(spacing: 1em, image(bytes(b.svg), format: "svg", width: b.width * 1mm, alt: b.says)) }
  if b.kind == "recipient" { block(height: 45mm, width: 80mm, { set text(dir: ltr); set align(left); v(12mm); b.lines.map(line => text(line)).join(linebreak()) }) }
  if b.kind == "space" { v(b.mm * 1mm) }
  if b.kind == "rule" { pdf.artifact(line(length: 100%, stroke: 0.5pt + luma(120))) }
  if b.kind == "page-break" { pagebreak(weak: true) }
}
#let whole = {
  if sheet.titled { heading(level: 1, text(sheet.title)) }
  for b in sheet.blocks { draw(b) }
}
// The largest type in which it all stands on its one page or slip.
#let sizes = (poster: (19, 18, 17, 16, 15, 14, 13, 12, 11, 10), slips: (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5)).at(sheet.look, default: ())
#let fitted = layout(room => {
  let at(size) = { set text(size: size * 1pt); whole }
  let fits(size) = measure(block(width: room.width, at(size))).height <= room.height
  let size = sizes.find(fits)
  at(if size == none { sizes.last() } else { size })
})
#if sheet.look == "slips" {
  grid(columns: (1fr, 1fr), rows: (148.5mm, 148.5mm), stroke: (paint: luma(140), thickness: 0.5pt, dash: "dashed"), inset: 9mm,
    ..range(4).map(_ => block(width: 100%, height: 100%, fitted)))
} else if sheet.look == "poster" { fitted } else { whole }
`
