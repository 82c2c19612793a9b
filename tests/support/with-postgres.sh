#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL set to a PostgreSQL cluster of its own: made in a temporary folder, reachable from
# this machine only, gone when the command ends. As root it runs as the user postgres, which Debian's package makes.
#
#   tests/support/with-postgres.sh npx vitest run --project db
set -euo pipefail

version=${POSTGRES_VERSION:-15}
bin=${POSTGRES_BIN:-/usr/lib/postgresql/$version/bin}
if [ ! -x "$bin/initdb" ]; then
    echo "PostgreSQL $version is not at $bin: install postgresql-$version and postgresql-$version-postgis-3, or set POSTGRES_BIN." >&2
    exit 1
fi

folder=$(mktemp -d)
as_owner=()
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_owner=(runuser -u postgres --)
fi
cd "$folder"

stop() {
    local status=$?
    trap - EXIT
    if [ -f "$folder/data/postmaster.pid" ]; then
        "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null || true
    fi
    rm -rf "$folder"
    exit "$status"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" >"$folder/password"
chmod 644 "$folder/password"
"${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U postgres --pwfile="$folder/password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
rm "$folder/password"

# Nothing here has to outlive a power cut.
cat >>"$folder/data/postgresql.conf" <<EOF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
fsync = off
full_page_writes = off
synchronous_commit = off
shared_buffers = 256MB
max_connections = 60
EOF

started=
for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -o "-p $port" -l "$folder/log" -w start >/dev/null; then
        started=yes
        break
    fi
done
if [ -z "$started" ]; then
    cat "$folder/log" >&2
    echo "PostgreSQL did not start." >&2
    exit 1
fi

cd "$OLDPWD"
export TEST_DATABASE_URL="postgres://postgres:$password@127.0.0.1:$port/postgres"
"$@"
