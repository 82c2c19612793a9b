import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { repositoryRoot } from './schema-files.ts'

/** Two files that nobody here made, and what was counted in them without this product. */
export type RealFiles = {
  /** Which files these are, for the name of a test. */
  title: string
  areas: string
  hotspots: string
  facts: {
    areas: number
    rows: number
    located: number
    inArea: number
    closed: number
    cancelled: number
    referredOut: number
    closedBeforeReported: number
  }
}

const folder = resolve(repositoryRoot, process.env.REAL_DATA_DIR ?? '../shared/real')
const isThere = existsSync(join(folder, 'la311_2018.csv'))
const from = isThere ? folder : join(import.meta.dirname, 'excerpt')

/** The files in REAL_DATA_DIR (`../shared/real` unless set), or where they are missing an excerpt, whose title says so. */
export const realFiles: RealFiles = {
  title: isThere ? 'the real files' : `an excerpt of the real files, because ${folder} has none`,
  areas: join(from, 'la_neighborhood_councils.geojson'),
  hotspots: join(from, 'la311_2018.csv'),
  facts: isThere
    ? {
        areas: 99,
        rows: 10_000,
        located: 8898,
        inArea: 8764,
        closed: 8610,
        cancelled: 279,
        referredOut: 9,
        closedBeforeReported: 13,
      }
    : {
        areas: 3,
        rows: 60,
        located: 51,
        inArea: 27,
        closed: 43,
        cancelled: 6,
        referredOut: 2,
        closedBeforeReported: 3,
      },
}

/** The mappings that the files are imported with. */
export const realMappings = {
  areas: join(import.meta.dirname, 'la-councils.mapping.json'),
  hotspots: join(import.meta.dirname, 'la311.mapping.json'),
}
