#!/bin/sh
# Run once by the PostgreSQL image, on an empty data volume: makes the role that Roost works with. It owns nothing; migrations, which run
# as the owner, grant it what it may do, so that even a broken Roost cannot alter the journal.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$ROOST_APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role roost_app nologin;
create role roost_app_login login password :'password' in role roost_app;
revoke all on database roost from public;
grant connect, temporary on database roost to roost_app;
SQL
