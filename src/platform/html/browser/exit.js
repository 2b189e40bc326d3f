// Leaves the site without a way back: the page is replaced, and three quick presses of Esc do the same.
// Without this script "Forlad siden" is a plain link that still leaves.
const exit = document.querySelector('a.exit')
if (exit) {
  let presses = []
  const leave = event => {
    event.preventDefault()
    document.documentElement.hidden = true
    document.title = ' '
    location.replace(exit.href)
  }
  exit.addEventListener('click', leave)
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.repeat) return
    presses = [...presses.filter(at => event.timeStamp - at < 2000), event.timeStamp]
    if (presses.length > 2) leave(event)
  })
}
