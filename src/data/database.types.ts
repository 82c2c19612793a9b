// Written by `npm run types` from the migrated database: change a migration, not this file.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
      area_boundaries: {
        Row: {
          area_id: number
          boundary: unknown
        }
        Insert: {
          area_id: number
          boundary: unknown
        }
        Update: {
          area_id?: number
          boundary?: unknown
        }
        Relationships: [
          {
            foreignKeyName: 'area_boundaries_area_id_fkey'
            columns: ['area_id']
            isOneToOne: true
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      area_reassignments: {
        Row: {
          changed: number
          last_no: number
          next_no: number
          root_id: number
          started_at: string
        }
        Insert: {
          changed?: number
          last_no: number
          next_no?: number
          root_id: number
          started_at?: string
        }
        Update: {
          changed?: number
          last_no?: number
          next_no?: number
          root_id?: number
          started_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'area_reassignments_root_id_fkey'
            columns: ['root_id']
            isOneToOne: true
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      areas: {
        Row: {
          bbox: number[] | null
          center_lat: number | null
          center_lng: number | null
          created_at: string
          id: number
          level: string
          name: string
          name_en: string | null
          parent_id: number | null
          path: string
          root_id: number
          size_m2: number | null
          source: string | null
          source_key: string | null
        }
        Insert: {
          bbox?: number[] | null
          center_lat?: number | null
          center_lng?: number | null
          created_at?: string
          id?: never
          level: string
          name: string
          name_en?: string | null
          parent_id?: number | null
          path: string
          root_id: number
          size_m2?: number | null
          source?: string | null
          source_key?: string | null
        }
        Update: {
          bbox?: number[] | null
          center_lat?: number | null
          center_lng?: number | null
          created_at?: string
          id?: never
          level?: string
          name?: string
          name_en?: string | null
          parent_id?: number | null
          path?: string
          root_id?: number
          size_m2?: number | null
          source?: string | null
          source_key?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'areas_parent_id_fkey'
            columns: ['parent_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'areas_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_catalogue: {
        Row: {
          measure: string
          measure_unit: string | null
          name: string
          name_en: string
          position: number
          slug: string
        }
        Insert: {
          measure: string
          measure_unit?: string | null
          name: string
          name_en: string
          position: number
          slug: string
        }
        Update: {
          measure?: string
          measure_unit?: string | null
          name?: string
          name_en?: string
          position?: number
          slug?: string
        }
        Relationships: []
      }
      campaign_categories: {
        Row: {
          campaign_id: number
          category_id: number
        }
        Insert: {
          campaign_id: number
          category_id: number
        }
        Update: {
          campaign_id?: number
          category_id?: number
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_categories_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_categories_category_id_fkey'
            columns: ['category_id']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_measures: {
        Row: {
          campaign_id: number
          id: number
          is_headline: boolean
          measure: string
          unit: string | null
        }
        Insert: {
          campaign_id: number
          id?: never
          is_headline?: boolean
          measure: string
          unit?: string | null
        }
        Update: {
          campaign_id?: number
          id?: never
          is_headline?: boolean
          measure?: string
          unit?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_measures_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_phases: {
        Row: {
          campaign_id: number
          ends_on: string
          name: string
          name_en: string | null
          position: number
          starts_on: string
        }
        Insert: {
          campaign_id: number
          ends_on: string
          name: string
          name_en?: string | null
          position: number
          starts_on: string
        }
        Update: {
          campaign_id?: number
          ends_on?: string
          name?: string
          name_en?: string | null
          position?: number
          starts_on?: string
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_phases_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_targets: {
        Row: {
          area_id: number
          baseline: number
          measure_id: number
          target: number
        }
        Insert: {
          area_id: number
          baseline?: number
          measure_id: number
          target: number
        }
        Update: {
          area_id?: number
          baseline?: number
          measure_id?: number
          target?: number
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_targets_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_targets_measure_id_fkey'
            columns: ['measure_id']
            isOneToOne: false
            referencedRelation: 'campaign_measures'
            referencedColumns: ['id']
          },
        ]
      }
      campaigns: {
        Row: {
          created_at: string
          ends_on: string | null
          id: number
          lead_unit_id: number | null
          name: string
          name_en: string | null
          root_id: number
          slug: string
          starts_on: string | null
        }
        Insert: {
          created_at?: string
          ends_on?: string | null
          id?: never
          lead_unit_id?: number | null
          name: string
          name_en?: string | null
          root_id: number
          slug: string
          starts_on?: string | null
        }
        Update: {
          created_at?: string
          ends_on?: string | null
          id?: never
          lead_unit_id?: number | null
          name?: string
          name_en?: string | null
          root_id?: number
          slug?: string
          starts_on?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'campaigns_lead_unit_id_fkey'
            columns: ['lead_unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaigns_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      case_views: {
        Row: {
          created_at: string
          id: number
          name: string
          query: string
          root_id: number
          user_id: string
        }
        Insert: {
          created_at?: string
          id?: never
          name: string
          query: string
          root_id: number
          user_id?: string
        }
        Update: {
          created_at?: string
          id?: never
          name?: string
          query?: string
          root_id?: number
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'case_views_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      categories: {
        Row: {
          code: string
          code_system: string
          created_at: string
          group_code: string | null
          group_name: string | null
          group_name_en: string | null
          id: number
          kind: string
          name: string
          name_en: string | null
          parent_id: number | null
          root_id: number | null
          urgent: boolean
          valid_from: string
          valid_to: string | null
        }
        Insert: {
          code: string
          code_system: string
          created_at?: string
          group_code?: string | null
          group_name?: string | null
          group_name_en?: string | null
          id?: never
          kind?: string
          name: string
          name_en?: string | null
          parent_id?: number | null
          root_id?: number | null
          urgent?: boolean
          valid_from: string
          valid_to?: string | null
        }
        Update: {
          code?: string
          code_system?: string
          created_at?: string
          group_code?: string | null
          group_name?: string | null
          group_name_en?: string | null
          id?: never
          kind?: string
          name?: string
          name_en?: string | null
          parent_id?: number | null
          root_id?: number | null
          urgent?: boolean
          valid_from?: string
          valid_to?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'categories_parent_id_fkey'
            columns: ['parent_id']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'categories_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      category_routes: {
        Row: {
          area_id: number | null
          category_id: number | null
          created_at: string
          id: number
          root_id: number
          unit_id: number
        }
        Insert: {
          area_id?: number | null
          category_id?: number | null
          created_at?: string
          id?: never
          root_id: number
          unit_id: number
        }
        Update: {
          area_id?: number | null
          category_id?: number | null
          created_at?: string
          id?: never
          root_id?: number
          unit_id?: number
        }
        Relationships: [
          {
            foreignKeyName: 'category_routes_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'category_routes_category_id_fkey'
            columns: ['category_id']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'category_routes_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'category_routes_unit_id_fkey'
            columns: ['unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
        ]
      }
      hotspot_counters: {
        Row: {
          area_id: number
          campaign_id: number
          cell: number
          level: number
          n: number
          root_id: number
          state: number
        }
        Insert: {
          area_id: number
          campaign_id: number
          cell: number
          level: number
          n: number
          root_id: number
          state: number
        }
        Update: {
          area_id?: number
          campaign_id?: number
          cell?: number
          level?: number
          n?: number
          root_id?: number
          state?: number
        }
        Relationships: []
      }
      hotspot_events: {
        Row: {
          actor_id: string | null
          actor_role: string | null
          actor_unit_id: number | null
          at: string
          detail: Json
          from_status: string | null
          hotspot_id: string
          id: number
          note: string | null
          reason: string | null
          step: string
          to_status: string
          version: number
        }
        Insert: {
          actor_id?: string | null
          actor_role?: string | null
          actor_unit_id?: number | null
          at?: string
          detail?: Json
          from_status?: string | null
          hotspot_id: string
          id?: never
          note?: string | null
          reason?: string | null
          step: string
          to_status: string
          version: number
        }
        Update: {
          actor_id?: string | null
          actor_role?: string | null
          actor_unit_id?: number | null
          at?: string
          detail?: Json
          from_status?: string | null
          hotspot_id?: string
          id?: never
          note?: string | null
          reason?: string | null
          step?: string
          to_status?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'hotspot_events_actor_unit_id_fkey'
            columns: ['actor_unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspot_events_hotspot_id_fkey'
            columns: ['hotspot_id']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
        ]
      }
      hotspot_reporters: {
        Row: {
          created_at: string
          hotspot_id: string
          name: string | null
          phone: string | null
        }
        Insert: {
          created_at?: string
          hotspot_id: string
          name?: string | null
          phone?: string | null
        }
        Update: {
          created_at?: string
          hotspot_id?: string
          name?: string | null
          phone?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'hotspot_reporters_hotspot_id_fkey'
            columns: ['hotspot_id']
            isOneToOne: true
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
        ]
      }
      hotspot_sources: {
        Row: {
          fields: Json
          hotspot_id: string
          imported_at: string
          raw: Json
          root_id: number
          source: string
          source_key: string
        }
        Insert: {
          fields: Json
          hotspot_id: string
          imported_at?: string
          raw?: Json
          root_id: number
          source: string
          source_key: string
        }
        Update: {
          fields?: Json
          hotspot_id?: string
          imported_at?: string
          raw?: Json
          root_id?: number
          source?: string
          source_key?: string
        }
        Relationships: [
          {
            foreignKeyName: 'hotspot_sources_hotspot_id_fkey'
            columns: ['hotspot_id']
            isOneToOne: true
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspot_sources_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      hotspots: {
        Row: {
          address: string | null
          area_id: number | null
          campaign_id: number | null
          category_id: number
          clock_left: number | null
          closed_at: string | null
          closed_by_source: boolean
          closed_precision: string | null
          created_at: string
          description: string | null
          due_at: string | null
          duplicate_of: string | null
          end_reason: string | null
          extended_count: number
          extension_days: number | null
          first_due_at: string | null
          handed_in_at: string | null
          id: string
          key: number
          lat: number
          limit_amount: number | null
          limit_unit: string | null
          lng: number
          no: number
          place_id: number | null
          proposed_unit_id: number | null
          quantity: number | null
          quantity_unit: string | null
          quantity_verified: number | null
          relapse_of: string | null
          reported_at: string
          reported_precision: string
          returned_count: number
          reworked_count: number
          root_id: number
          shape: unknown
          source: string
          state: number
          status: string
          suspended_from: string | null
          title: string | null
          transferred_to: string | null
          unit_id: number | null
          updated_at: string
          urged_at: string | null
          urged_count: number
          urgent: boolean
          version: number
        }
        Insert: {
          address?: string | null
          area_id?: number | null
          campaign_id?: number | null
          category_id: number
          clock_left?: number | null
          closed_at?: string | null
          closed_by_source?: boolean
          closed_precision?: string | null
          created_at?: string
          description?: string | null
          due_at?: string | null
          duplicate_of?: string | null
          end_reason?: string | null
          extended_count?: number
          extension_days?: number | null
          first_due_at?: string | null
          handed_in_at?: string | null
          id: string
          key?: never
          lat: number
          limit_amount?: number | null
          limit_unit?: string | null
          lng: number
          no?: never
          place_id?: number | null
          proposed_unit_id?: number | null
          quantity?: number | null
          quantity_unit?: string | null
          quantity_verified?: number | null
          relapse_of?: string | null
          reported_at: string
          reported_precision?: string
          returned_count?: number
          reworked_count?: number
          root_id: number
          shape?: unknown
          source: string
          state?: never
          status?: string
          suspended_from?: string | null
          title?: string | null
          transferred_to?: string | null
          unit_id?: number | null
          updated_at?: string
          urged_at?: string | null
          urged_count?: number
          urgent?: boolean
          version?: number
        }
        Update: {
          address?: string | null
          area_id?: number | null
          campaign_id?: number | null
          category_id?: number
          clock_left?: number | null
          closed_at?: string | null
          closed_by_source?: boolean
          closed_precision?: string | null
          created_at?: string
          description?: string | null
          due_at?: string | null
          duplicate_of?: string | null
          end_reason?: string | null
          extended_count?: number
          extension_days?: number | null
          first_due_at?: string | null
          handed_in_at?: string | null
          id?: string
          key?: never
          lat?: number
          limit_amount?: number | null
          limit_unit?: string | null
          lng?: number
          no?: never
          place_id?: number | null
          proposed_unit_id?: number | null
          quantity?: number | null
          quantity_unit?: string | null
          quantity_verified?: number | null
          relapse_of?: string | null
          reported_at?: string
          reported_precision?: string
          returned_count?: number
          reworked_count?: number
          root_id?: number
          shape?: unknown
          source?: string
          state?: never
          status?: string
          suspended_from?: string | null
          title?: string | null
          transferred_to?: string | null
          unit_id?: number | null
          updated_at?: string
          urged_at?: string | null
          urged_count?: number
          urgent?: boolean
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'hotspots_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_category_id_fkey'
            columns: ['category_id']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_duplicate_of_fkey'
            columns: ['duplicate_of']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_place_id_fkey'
            columns: ['place_id']
            isOneToOne: false
            referencedRelation: 'places'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_proposed_unit_id_fkey'
            columns: ['proposed_unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_relapse_of_fkey'
            columns: ['relapse_of']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'hotspots_unit_id_fkey'
            columns: ['unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
        ]
      }
      members: {
        Row: {
          area_id: number
          created_at: string
          display_name: string
          id: number
          is_leader: boolean
          role: string
          unit_id: number | null
          user_id: string
        }
        Insert: {
          area_id: number
          created_at?: string
          display_name: string
          id?: never
          is_leader?: boolean
          role: string
          unit_id?: number | null
          user_id: string
        }
        Update: {
          area_id?: number
          created_at?: string
          display_name?: string
          id?: never
          is_leader?: boolean
          role?: string
          unit_id?: number | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'members_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'members_unit_id_fkey'
            columns: ['unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
        ]
      }
      notice_marks: {
        Row: {
          root_id: number
          seen_at: string
          user_id: string
        }
        Insert: {
          root_id: number
          seen_at?: string
          user_id?: string
        }
        Update: {
          root_id?: number
          seen_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'notice_marks_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      order_addressees: {
        Row: {
          order_id: string
          received_at: string | null
          received_by: string | null
          replied_at: string | null
          replied_by: string | null
          reply: string | null
          unit_id: number
        }
        Insert: {
          order_id: string
          received_at?: string | null
          received_by?: string | null
          replied_at?: string | null
          replied_by?: string | null
          reply?: string | null
          unit_id: number
        }
        Update: {
          order_id?: string
          received_at?: string | null
          received_by?: string | null
          replied_at?: string | null
          replied_by?: string | null
          reply?: string | null
          unit_id?: number
        }
        Relationships: [
          {
            foreignKeyName: 'order_addressees_order_id_fkey'
            columns: ['order_id']
            isOneToOne: false
            referencedRelation: 'orders'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'order_addressees_unit_id_fkey'
            columns: ['unit_id']
            isOneToOne: false
            referencedRelation: 'units'
            referencedColumns: ['id']
          },
        ]
      }
      order_items: {
        Row: {
          hotspot_id: string
          note: string | null
          order_id: string
          position: number
        }
        Insert: {
          hotspot_id: string
          note?: string | null
          order_id: string
          position: number
        }
        Update: {
          hotspot_id?: string
          note?: string | null
          order_id?: string
          position?: number
        }
        Relationships: [
          {
            foreignKeyName: 'order_items_hotspot_id_fkey'
            columns: ['hotspot_id']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'order_items_order_id_fkey'
            columns: ['order_id']
            isOneToOne: false
            referencedRelation: 'orders'
            referencedColumns: ['id']
          },
        ]
      }
      orders: {
        Row: {
          area_id: number
          body: string
          created_at: string
          created_by: string
          deadline_at: string | null
          id: string
          is_oral: boolean
          issued_at: string | null
          issued_by: string | null
          kind: string
          no: string | null
          root_id: number
          serial: number | null
          snapshot: Json
          status: string
          title: string
          told_at: string | null
          told_by: string | null
          told_to: string | null
          updated_at: string
          version: number
          withdraw_reason: string | null
          withdrawn_at: string | null
          withdrawn_by: string | null
          year: number | null
        }
        Insert: {
          area_id: number
          body?: string
          created_at?: string
          created_by: string
          deadline_at?: string | null
          id: string
          is_oral?: boolean
          issued_at?: string | null
          issued_by?: string | null
          kind: string
          no?: string | null
          root_id: number
          serial?: number | null
          snapshot?: Json
          status?: string
          title: string
          told_at?: string | null
          told_by?: string | null
          told_to?: string | null
          updated_at?: string
          version?: number
          withdraw_reason?: string | null
          withdrawn_at?: string | null
          withdrawn_by?: string | null
          year?: number | null
        }
        Update: {
          area_id?: number
          body?: string
          created_at?: string
          created_by?: string
          deadline_at?: string | null
          id?: string
          is_oral?: boolean
          issued_at?: string | null
          issued_by?: string | null
          kind?: string
          no?: string | null
          root_id?: number
          serial?: number | null
          snapshot?: Json
          status?: string
          title?: string
          told_at?: string | null
          told_by?: string | null
          told_to?: string | null
          updated_at?: string
          version?: number
          withdraw_reason?: string | null
          withdrawn_at?: string | null
          withdrawn_by?: string | null
          year?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'orders_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'orders_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      photos: {
        Row: {
          bytes: number
          created_at: string
          dhash: number
          event_id: number | null
          height: number
          hints: string[]
          hotspot_id: string
          id: string
          kind: string
          path: string
          root_id: number
          seen_in: string | null
          sha256: string
          source: string
          taken_at: string | null
          taken_lat: number | null
          taken_lng: number | null
          thumb_path: string
          uploaded_by: string
          width: number
        }
        Insert: {
          bytes: number
          created_at?: string
          dhash: number
          event_id?: number | null
          height: number
          hints?: string[]
          hotspot_id: string
          id: string
          kind: string
          path: string
          root_id: number
          seen_in?: string | null
          sha256: string
          source: string
          taken_at?: string | null
          taken_lat?: number | null
          taken_lng?: number | null
          thumb_path: string
          uploaded_by: string
          width: number
        }
        Update: {
          bytes?: number
          created_at?: string
          dhash?: number
          event_id?: number | null
          height?: number
          hints?: string[]
          hotspot_id?: string
          id?: string
          kind?: string
          path?: string
          root_id?: number
          seen_in?: string | null
          sha256?: string
          source?: string
          taken_at?: string | null
          taken_lat?: number | null
          taken_lng?: number | null
          thumb_path?: string
          uploaded_by?: string
          width?: number
        }
        Relationships: [
          {
            foreignKeyName: 'photos_event_id_fkey'
            columns: ['event_id']
            isOneToOne: false
            referencedRelation: 'hotspot_events'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'photos_hotspot_id_fkey'
            columns: ['hotspot_id']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'photos_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'photos_seen_in_fkey'
            columns: ['seen_in']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
        ]
      }
      places: {
        Row: {
          area_id: number | null
          created_at: string
          id: number
          kind: string
          lat: number
          lng: number
          name: string
          name_en: string | null
          root_id: number
          source: string | null
          source_key: string | null
        }
        Insert: {
          area_id?: number | null
          created_at?: string
          id?: never
          kind: string
          lat: number
          lng: number
          name: string
          name_en?: string | null
          root_id: number
          source?: string | null
          source_key?: string | null
        }
        Update: {
          area_id?: number | null
          created_at?: string
          id?: never
          kind?: string
          lat?: number
          lng?: number
          name?: string
          name_en?: string | null
          root_id?: number
          source?: string | null
          source_key?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'places_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'places_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      revisits: {
        Row: {
          created_at: string
          done_at: string | null
          due_on: string
          event_id: number | null
          hotspot_id: string
          id: number
          passed: boolean | null
          root_id: number
        }
        Insert: {
          created_at?: string
          done_at?: string | null
          due_on: string
          event_id?: number | null
          hotspot_id: string
          id?: never
          passed?: boolean | null
          root_id: number
        }
        Update: {
          created_at?: string
          done_at?: string | null
          due_on?: string
          event_id?: number | null
          hotspot_id?: string
          id?: never
          passed?: boolean | null
          root_id?: number
        }
        Relationships: [
          {
            foreignKeyName: 'revisits_event_id_fkey'
            columns: ['event_id']
            isOneToOne: false
            referencedRelation: 'hotspot_events'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'revisits_hotspot_id_fkey'
            columns: ['hotspot_id']
            isOneToOne: false
            referencedRelation: 'hotspots'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'revisits_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      settings: {
        Row: {
          area_id: number
          key: string
          updated_at: string
          value: Json
        }
        Insert: {
          area_id: number
          key: string
          updated_at?: string
          value: Json
        }
        Update: {
          area_id?: number
          key?: string
          updated_at?: string
          value?: Json
        }
        Relationships: [
          {
            foreignKeyName: 'settings_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      time_limits: {
        Row: {
          amount: number
          category_id: number | null
          created_at: string
          id: number
          root_id: number | null
          unit: string
          urgent: boolean
        }
        Insert: {
          amount: number
          category_id?: number | null
          created_at?: string
          id?: never
          root_id?: number | null
          unit: string
          urgent: boolean
        }
        Update: {
          amount?: number
          category_id?: number | null
          created_at?: string
          id?: never
          root_id?: number | null
          unit?: string
          urgent?: boolean
        }
        Relationships: [
          {
            foreignKeyName: 'time_limits_category_id_fkey'
            columns: ['category_id']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'time_limits_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      units: {
        Row: {
          area_id: number | null
          created_at: string
          id: number
          kind: string
          name: string
          name_en: string | null
          root_id: number
        }
        Insert: {
          area_id?: number | null
          created_at?: string
          id?: never
          kind?: string
          name: string
          name_en?: string | null
          root_id: number
        }
        Update: {
          area_id?: number | null
          created_at?: string
          id?: never
          kind?: string
          name?: string
          name_en?: string | null
          root_id?: number
        }
        Relationships: [
          {
            foreignKeyName: 'units_area_id_fkey'
            columns: ['area_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'units_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
      work_calendar_days: {
        Row: {
          created_at: string
          day: string
          id: number
          is_working: boolean
          name: string
          name_en: string | null
          root_id: number | null
        }
        Insert: {
          created_at?: string
          day: string
          id?: never
          is_working: boolean
          name: string
          name_en?: string | null
          root_id?: number | null
        }
        Update: {
          created_at?: string
          day?: string
          id?: never
          is_working?: boolean
          name?: string
          name_en?: string | null
          root_id?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'work_calendar_days_root_id_fkey'
            columns: ['root_id']
            isOneToOne: false
            referencedRelation: 'areas'
            referencedColumns: ['id']
          },
        ]
      }
    }
    Views: { [_ in never]: never }
    Functions: {
      advance_hotspot: {
        Args: {
          p_id: string | null
          p_step: string | null
          p_version?: number | null
          p_input?: Json
        }
        Returns: Json
      }
      advance_hotspots: {
        Args: {
          p_steps: Json
        }
        Returns: Json
      }
      area_features: {
        Args: {
          p_root: number | null
        }
        Returns: Json
      }
      case_counts: {
        Args: {
          p_filter: Json
        }
        Returns: Json
      }
      case_page: {
        Args: {
          p_filter: Json
          p_sort?: string | null
          p_descending?: boolean | null
          p_after?: Json
          p_limit?: number | null
        }
        Returns: Json
      }
      create_root_area: {
        Args: {
          p_name: string | null
          p_name_en: string | null
          p_level: string | null
          p_time_zone: string | null
        }
        Returns: Json
      }
      discard_order: {
        Args: {
          p_id: string | null
          p_version: number | null
        }
        Returns: undefined
      }
      hotspot_counts: {
        Args: {
          filter: Json
        }
        Returns: Json
      }
      hotspot_detail: {
        Args: {
          p_no: number | null
        }
        Returns: Json
      }
      hotspot_tile: {
        Args: {
          z: number | null
          x: number | null
          y: number | null
          filter: Json
        }
        Returns: Json
      }
      hotspots_in_tile: {
        Args: {
          p_z: number | null
          p_x: number | null
          p_y: number | null
          p_filter: Json
          p_after?: number | null
          p_limit?: number | null
        }
        Returns: Json
      }
      hotspots_in_view: {
        Args: {
          p_bbox: number[] | null
          p_filter: Json
          p_before?: number | null
          p_limit?: number | null
        }
        Returns: Json
      }
      hotspots_near: {
        Args: {
          p_root: number | null
          p_lng: number | null
          p_lat: number | null
          p_radius_m: number | null
        }
        Returns: Json
      }
      import_areas: {
        Args: {
          p_source: string | null
          p_parent: number | null
          p_level: string | null
          p_rows: Json
          p_dry_run?: boolean | null
        }
        Returns: Json
      }
      import_categories: {
        Args: {
          p_root: number | null
          p_code_system: string | null
          p_rows: Json
        }
        Returns: Json
      }
      import_hotspots: {
        Args: {
          p_root: number | null
          p_source: string | null
          p_rows: Json
          p_dry_run?: boolean | null
        }
        Returns: Json
      }
      issue_order: {
        Args: {
          p_id: string | null
          p_version: number | null
        }
        Returns: Json
      }
      log_oral_order: {
        Args: {
          p_id: string | null
          p_input: Json
        }
        Returns: Json
      }
      my_account: {
        Args: never
        Returns: Json
      }
      my_notices: {
        Args: {
          p_root: number | null
        }
        Returns: Json
      }
      nearby_open_cases: {
        Args: {
          p_root: number | null
          p_lng: number | null
          p_lat: number | null
          p_category?: number | null
          p_radius_m?: number | null
        }
        Returns: Json
      }
      order_counts: {
        Args: {
          p_root: number | null
        }
        Returns: Json
      }
      order_deadlines: {
        Args: {
          p_root: number | null
          p_days?: number[] | null
        }
        Returns: Json
      }
      order_detail: {
        Args: {
          p_id: string | null
        }
        Returns: Json
      }
      order_list: {
        Args: {
          p_filter: Json
          p_after?: Json
          p_limit?: number | null
        }
        Returns: Json
      }
      overdue_count: {
        Args: {
          p_filter: Json
        }
        Returns: Json
      }
      place_features: {
        Args: {
          p_root: number | null
        }
        Returns: Json
      }
      progress_by_area: {
        Args: {
          p_parent: number | null
          p_campaign?: number | null
        }
        Returns: Json
      }
      reassign_areas: {
        Args: {
          p_root: number | null
          p_limit?: number | null
        }
        Returns: Json
      }
      receive_order: {
        Args: {
          p_id: string | null
        }
        Returns: Json
      }
      relapse_by_area: {
        Args: {
          p_parent: number | null
          p_campaign?: number | null
        }
        Returns: Json
      }
      replay_chunk: {
        Args: {
          p_filter: Json
          p_days: Json
          p_from: number | null
          p_to: number | null
          p_level?: number | null
          p_by_area?: boolean | null
        }
        Returns: Json
      }
      replay_chunks: {
        Args: {
          p_filter: Json
          p_ranges: Json
          p_rows?: number | null
        }
        Returns: Json
      }
      reply_order: {
        Args: {
          p_id: string | null
          p_reply: string | null
        }
        Returns: Json
      }
      save_order: {
        Args: {
          p_id: string | null
          p_version?: number | null
          p_input?: Json
        }
        Returns: Json
      }
      search_hotspots: {
        Args: {
          p_root: number | null
          p_text: string | null
          p_limit?: number | null
        }
        Returns: Json
      }
      see_notices: {
        Args: {
          p_root: number | null
        }
        Returns: string
      }
      steps_in_common: {
        Args: {
          p_nos: number[] | null
        }
        Returns: Json
      }
      who_answers: {
        Args: {
          p_root: number | null
          p_lng: number | null
          p_lat: number | null
          p_campaign?: number | null
          p_category?: number | null
        }
        Returns: Json
      }
      withdraw_order: {
        Args: {
          p_id: string | null
          p_reason: string | null
        }
        Returns: Json
      }
      work_calendar_years: {
        Args: {
          p_root: number | null
        }
        Returns: Json
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
