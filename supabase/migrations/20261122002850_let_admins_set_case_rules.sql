-- Lets an admin write the settings of cases. The trigger that checks them runs as whoever writes, and reads the numbers among them with a function that clients
-- could not call: every one of these settings was refused to everybody but the owner of the database.

grant execute on function private.try_number(jsonb) to authenticated;
