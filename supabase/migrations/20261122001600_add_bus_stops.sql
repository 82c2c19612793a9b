-- Bus stops: small ads gather there, and people find their way by them.

alter table public.places drop constraint places_kind_is_known;
alter table public.places add constraint places_kind_is_known check (coalesce(kind, '') in (
    'village_seat', 'market', 'school', 'government', 'service_station', 'park', 'inspection_site', 'clinic', 'waste_station', 'bus_stop', 'other'
));
