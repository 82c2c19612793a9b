/**
 * The layers of src, lowest first: what stands behind a name is all that it may import besides itself.
 *
 * @type {Record<string, string[]>}
 */
module.exports = {
  geo: [],
  domain: ['geo'],
  importing: ['domain', 'geo'],
  planning: ['domain', 'geo'],
  data: ['planning', 'domain', 'geo'],
  map: ['domain', 'geo'],
  ui: ['domain', 'geo'],
  messages: ['domain', 'planning'],
  stores: ['data', 'planning', 'domain', 'geo'],
  composables: ['stores', 'messages', 'ui', 'map', 'data', 'domain', 'geo'],
  screens: ['composables', 'stores', 'messages', 'ui', 'map', 'data', 'planning', 'importing', 'domain', 'geo'],
  app: ['screens', 'composables', 'stores', 'messages', 'ui', 'map', 'data', 'planning', 'importing', 'domain', 'geo'],
}
