import type { LoadProgress } from '../../demo/load/load-demo.ts'

/** Said once, and in a console that cannot rewrite a line at every fifth of the way. */
const STEP = 0.2

/** Tells on the console how far a new demo township has been loaded: one line that counts up, or a few lines in a file. */
export function sayProgress(output: NodeJS.WriteStream = process.stdout): (progress: LoadProgress) => void {
  let said = -1
  return ({ done, total }) => {
    const line = `正在生成演示乡镇 / Making the demo township: ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`
    if (output.isTTY) {
      output.write(`\r${line}${done === total ? '\n' : ''}`)
      return
    }
    const step = Math.floor(done / total / STEP)
    if (step > said) output.write(`${line}\n`)
    said = step
  }
}
