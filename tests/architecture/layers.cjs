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
  evidence: ['domain', 'geo'],
  documents: ['domain', 'geo'],
  data: ['evidence', 'planning', 'domain', 'geo'],
  map: ['domain', 'geo'],
  ui: ['domain', 'geo'],
  messages: ['evidence', 'documents', 'domain', 'planning'],
  stores: ['data', 'evidence', 'planning', 'domain', 'geo'],
  composables: ['stores', 'messages', 'ui', 'map', 'data', 'evidence', 'documents', 'domain', 'geo'],
  screens: [
    'composables',
    'stores',
    'messages',
    'ui',
    'map',
    'data',
    'evidence',
    'documents',
    'planning',
    'importing',
    'domain',
    'geo',
  ],
  app: [
    'screens',
    'composables',
    'stores',
    'messages',
    'ui',
    'map',
    'data',
    'evidence',
    'documents',
    'planning',
    'importing',
    'domain',
    'geo',
  ],
}
