/** Where the device is, if that is known and allowed; asked once and never waited for long. */
export function whereabouts(): Promise<{ takenLng: number; takenLat: number } | null> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ takenLng: coords.longitude, takenLat: coords.latitude }),
      () => resolve(null), // no fix, or not allowed: the photo gets the hint that says so
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}
