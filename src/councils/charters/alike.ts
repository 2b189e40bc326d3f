// Sorting persons into classes of those who are alike: one column of what tells them apart after another.

/** One value per person. */
export type Column = ArrayLike<number | string>

export class Alike {
  /** The class of each person, as a number below `classes`. */
  of: Int32Array
  classes: number

  constructor(persons: number) {
    this.of = new Int32Array(persons)
    this.classes = persons > 0 ? 1 : 0
  }

  /** Persons of one class stay together only where the column says the same of them. */
  split(column: Column) {
    const values = new Map<number | string, number>()
    const numbers = new Int32Array(this.of.length)
    for (let at = 0; at < numbers.length; at++) {
      const value = column[at]!
      let number = values.get(value)
      if (number === undefined) {
        number = values.size
        values.set(value, number)
      }
      numbers[at] = number
    }
    if (values.size < 2) return
    const classes = new Map<number, number>()
    for (let at = 0; at < numbers.length; at++) {
      const key = this.of[at]! * values.size + numbers[at]!
      let number = classes.get(key)
      if (number === undefined) {
        number = classes.size
        classes.set(key, number)
      }
      this.of[at] = number
    }
    this.classes = classes.size
  }
}
