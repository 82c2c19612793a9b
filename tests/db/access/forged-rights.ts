import type { Forgery } from './forgery.ts'
import type { Person } from './read-matrix.ts'
import type { Setting } from './setting.ts'

const NOT_ADMIN = ['planner', 'supervisor', 'handler', 'officer', 'viewer', 'leader'] as const

const oneself = (setting: Setting, person: Person) =>
  setting.userOf[person === 'admin of a village' ? 'village-admin' : person]!

/** Rights of one's own making. */
export const FORGED_RIGHTS: Forgery[] = [
  ...NOT_ADMIN.flatMap((who): Forgery[] => [
    {
      who,
      what: 'makes itself admin of the town',
      attempt: (door, setting) =>
        door.insert(who, 'members', {
          user_id: oneself(setting, who),
          role: 'admin',
          area_id: setting.town,
          display_name: 'x',
        }),
      ends: '42501',
    },
    {
      who,
      what: 'raises its own role',
      attempt: (door, setting) => door.update(who, 'members', { user_id: oneself(setting, who) }, { role: 'admin' }),
      ends: 'no row',
    },
    {
      who,
      what: 'takes the admin’s rights away',
      attempt: (door, setting) => door.remove(who, 'members', { user_id: setting.userOf.admin }),
      ends: 'no row',
    },
  ]),
  ...(['stranger', 'signed out', 'secret key'] as const).map((who): Forgery => ({
    who,
    what: 'makes somebody admin of the town',
    attempt: (door, setting) =>
      door.insert(who, 'members', {
        user_id: setting.userOf.stranger,
        role: 'admin',
        area_id: setting.town,
        display_name: 'x',
      }),
    ends: '42501',
  })),
  {
    who: 'admin',
    what: 'makes itself admin of the neighbour',
    attempt: (door, setting) =>
      door.insert('admin', 'members', {
        user_id: setting.userOf.admin,
        role: 'admin',
        area_id: setting.neighbour.root,
        display_name: 'x',
      }),
    ends: '42501',
  },
  {
    who: 'admin',
    what: 'moves its membership to the neighbour',
    attempt: (door, setting) =>
      door.update('admin', 'members', { user_id: setting.userOf.admin }, { area_id: setting.neighbour.root }),
    ends: '42501',
  },
  {
    who: 'admin',
    what: 'makes somebody else the owner of a membership',
    attempt: (door, setting) =>
      door.update('admin', 'members', { user_id: setting.userOf.viewer }, { user_id: setting.spareUser }),
    ends: '42501',
  },
  {
    who: 'admin',
    what: 'makes a handler of the neighbour’s unit',
    attempt: (door, setting) =>
      door.insert('admin', 'members', {
        user_id: setting.userOf.admin,
        role: 'handler',
        area_id: setting.town,
        unit_id: setting.neighbour.unit,
        display_name: 'x',
      }),
    ends: 'PT422 unit_unknown',
  },
  {
    who: 'admin of a village',
    what: 'makes itself admin of the town',
    attempt: (door, setting) =>
      door.insert('admin of a village', 'members', {
        user_id: setting.userOf['village-admin'],
        role: 'admin',
        area_id: setting.town,
        display_name: 'x',
      }),
    ends: '42501',
  },
  {
    who: 'admin of a village',
    what: 'moves its membership up to the town',
    attempt: (door, setting) =>
      door.update(
        'admin of a village',
        'members',
        { user_id: setting.userOf['village-admin'] },
        { area_id: setting.town },
      ),
    ends: '42501',
  },
  {
    who: 'admin of a village',
    what: 'makes itself handler of a unit of the whole town',
    attempt: (door, setting) =>
      door.insert('admin of a village', 'members', {
        user_id: setting.userOf['village-admin'],
        role: 'handler',
        area_id: setting.village,
        unit_id: setting.townUnit,
        display_name: 'x',
      }),
    ends: '42501',
  },
  {
    who: 'admin of a village',
    what: 'joins a unit of the whole town',
    attempt: (door, setting) =>
      door.update(
        'admin of a village',
        'members',
        { user_id: setting.userOf['village-admin'] },
        { unit_id: setting.townUnit },
      ),
    ends: '42501',
  },
]
