import { startSteps, type StartStep } from '../engine/start-step.ts'

/** Tells on the console what a start does: one line a step, with the seconds since the program began. */
export function saySteps(output: NodeJS.WriteStream = process.stdout): (step: StartStep) => void {
  return (step) => {
    const { zh, en } = startSteps[step]
    output.write(`${process.uptime().toFixed(1).padStart(6)} s  ${zh} / ${en}\n`)
  }
}
