import type { Geometry, Position } from 'geojson'

/**
 * Reads PostGIS' hexadecimal EWKB, the text form of a geometry column, as GeoJSON. PostgREST answers GeoJSON there.
 *
 * @param hex either byte order, with or without SRID, Z and M
 * @throws {Error} on a curve or another type that GeoJSON does not have
 */
export function ewkbToGeoJson(hex: string): Geometry {
  return new EwkbReader(Buffer.from(hex, 'hex')).geometry()
}

const HAS_Z = 0x80000000
const HAS_M = 0x40000000
const HAS_SRID = 0x20000000

class EwkbReader {
  private at = 0
  private littleEndian = true
  private dimensions = 2

  constructor(private readonly bytes: Buffer) {}

  geometry(): Geometry {
    this.littleEndian = this.bytes.readUInt8(this.at++) === 1
    const type = this.uint32()
    if (type & HAS_SRID) this.uint32()
    this.dimensions = 2 + Number((type & HAS_Z) !== 0) + Number((type & HAS_M) !== 0)
    switch (type & 0xff) {
      case 1:
        return { type: 'Point', coordinates: this.point() }
      case 2:
        return { type: 'LineString', coordinates: this.line() }
      case 3:
        return { type: 'Polygon', coordinates: this.polygon() }
      case 4:
        return { type: 'MultiPoint', coordinates: this.parts((part) => part.point()) }
      case 5:
        return { type: 'MultiLineString', coordinates: this.parts((part) => part.line()) }
      case 6:
        return { type: 'MultiPolygon', coordinates: this.parts((part) => part.polygon()) }
      case 7:
        return { type: 'GeometryCollection', geometries: this.list(() => this.geometry()) }
      default:
        throw new Error(`GeoJSON has no geometry of EWKB type ${type & 0xff}`)
    }
  }

  /** An empty point is all NaN; GeoJSON writes it as no coordinates. */
  private point(): Position {
    const position = Array.from({ length: this.dimensions }, () => this.double())
    return position.every(Number.isNaN) ? [] : position
  }

  private line(): Position[] {
    return this.list(() => this.point())
  }

  private polygon(): Position[][] {
    return this.list(() => this.line())
  }

  /** The parts of a multi-geometry are whole geometries, each with its own header. */
  private parts<T>(read: (part: this) => T): T[] {
    return this.list(() => {
      this.littleEndian = this.bytes.readUInt8(this.at++) === 1
      this.uint32()
      return read(this)
    })
  }

  private list<T>(read: () => T): T[] {
    return Array.from({ length: this.uint32() }, read)
  }

  private uint32(): number {
    const value = this.littleEndian ? this.bytes.readUInt32LE(this.at) : this.bytes.readUInt32BE(this.at)
    this.at += 4
    return value
  }

  private double(): number {
    const value = this.littleEndian ? this.bytes.readDoubleLE(this.at) : this.bytes.readDoubleBE(this.at)
    this.at += 8
    return value
  }
}
