// Beside a form that is being written: what it says so far in plain words; and an answer that is being worked on, looked at again.
// Without this script both are buttons and links that do the same.
const said = document.querySelector('[data-words]')
const form = said?.closest('form')
const place = said?.querySelector('[aria-live]')
if (form && place) {
  let waiting
  let asked = 0
  const show = lines => {
    place.replaceChildren(
      ...lines.map(line => {
        const paragraph = document.createElement('p')
        paragraph.textContent = line
        return paragraph
      }),
    )
  }
  const ask = async () => {
    const turn = ++asked
    const body = new URLSearchParams(new FormData(form))
    body.set('do', 'words')
    body.set('as', 'lines')
    try {
      const response = await fetch(form.action, { method: 'POST', body })
      if (!response.ok || turn !== asked) return
      const { lines } = await response.json()
      show(lines)
    } catch {
      // The line is down or the session is over: the button still says so.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 500)
  })
}
if (document.querySelector('[data-running]')) setTimeout(() => location.reload(), 2000)
