#!/usr/bin/env bash
# Installs healthsite on Debian 12 (or newer), or upgrades it: run it again from the newer code.
#
#   sudo DOMAIN=www.example.org CERTBOT_EMAIL=you@example.org deploy/install.sh
#
# What it reads from the environment:
#   DOMAIN            the name of the site; needed the first time
#   CERTBOT_EMAIL     fetch a certificate from Let's Encrypt, which writes to this address before it ends
#   CERTIFICATE, CERTIFICATE_KEY   files of a certificate of your own instead
#                     With neither, a self-signed one is made: good for a trial, browsers warn.
#   DATABASE_URL      a PostgreSQL elsewhere; without it one is installed here
#   EMAIL_URL, DEFAULT_FROM_EMAIL, SITE_NAME, TIME_ZONE   put into the settings the first time
#   EXTRAS=yes        also what the optional settings need (S3, Prometheus, Sentry, OpenSearch)
#
# It changes nothing that you changed: settings are written once, nginx's file only where it is as we left it.
set -euo pipefail

readonly APP=/opt/healthsite CODE=/opt/healthsite/code VENV=/opt/healthsite/venv
readonly DATA=/var/lib/healthsite BACKUPS=/var/backups/healthsite
readonly SETTINGS=/etc/healthsite/healthsite.env
readonly NGINX=/etc/nginx/sites-available/healthsite.conf ACME=/var/lib/healthsite-acme
SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly SOURCE

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\nNot installed: %s\n' "$*" >&2; exit 1; }
has_systemd() { [ -d /run/systemd/system ]; }

# Starts a service of Debian's; without systemd (a container) by its own script.
start() {
    if has_systemd; then systemctl start "$1"; else service "$1" status >/dev/null 2>&1 || service "$1" start; fi
}

as_site() { (cd "$CODE" && runuser -u healthsite -- env DJANGO_SETTINGS_MODULE=healthsite.settings.production \
    ENV_FILE="$SETTINGS" "$@"); }
manage() { as_site "$VENV/bin/python" manage.py "$@"; }
setting() { sed -n "s/^$1=//p" "$SETTINGS" | tail -n 1; }

check_machine() {
    [ "$(id -u)" = 0 ] || fail "it must run as root: sudo deploy/install.sh"
    command -v apt-get >/dev/null || fail "this is no Debian. docs/deploying.md says what to do by hand."
    if [ ! -e "$SETTINGS" ]; then
        [ -n "${DOMAIN:-}" ] || fail "say what the site is called: sudo DOMAIN=www.example.org deploy/install.sh"
        [[ $DOMAIN =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$ ]] || fail "$DOMAIN is no host name."
    fi
    if [ -n "${CERTIFICATE:-}${CERTIFICATE_KEY:-}" ]; then
        if [ ! -r "${CERTIFICATE:-}" ] || [ ! -r "${CERTIFICATE_KEY:-}" ]; then
            fail "CERTIFICATE and CERTIFICATE_KEY must both name files."
        fi
    fi
}

install_packages() {
    say "Packages"
    local packages=(ca-certificates fonts-noto-cjk nginx openssl postgresql-client python3 python3-venv rsync)
    [ -n "${DATABASE_URL:-}" ] || packages+=(postgresql)
    [ -z "${CERTBOT_EMAIL:-}" ] || packages+=(certbot)
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${packages[@]}"
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed."
}

make_user() {
    say "User and folders"
    getent passwd healthsite >/dev/null ||
        useradd --system --user-group --home-dir "$DATA" --no-create-home --shell /usr/sbin/nologin healthsite
    install -d -m 0755 "$APP" "$CODE" /var/cache/nginx "$ACME"
    # nginx passes through to the folder static in it, and can list nothing.
    install -d -m 0711 -o healthsite -g healthsite "$DATA"
    install -d -m 0750 -o root -g healthsite /etc/healthsite
    install -d -m 0700 -o healthsite -g healthsite "$BACKUPS"
}

install_code() {
    say "Code and libraries"
    if [ "$SOURCE" != "$CODE" ]; then
        rsync -a --delete --chown=root:root --chmod=D755,u+rw,go+r,go-w --exclude=/.git --exclude=/.venv \
            --exclude=/var --exclude=/reports --exclude=/.env --exclude='__pycache__' "$SOURCE/" "$CODE/"
    fi
    [ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
    local locks=(-r "$CODE/requirements.txt")
    [ "${EXTRAS:-}" != yes ] || locks+=(-r "$CODE/requirements-extras.txt")
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --require-hashes --no-deps "${locks[@]}"
    "$VENV/bin/python" -m compileall -q "$CODE" || true
}

write_settings() {
    [ ! -e "$SETTINGS" ] || return 0
    say "Settings: $SETTINGS"
    local key
    key=$(python3 -c 'import secrets; print(secrets.token_urlsafe(60))')
    install -m 0640 -o root -g healthsite /dev/null "$SETTINGS"
    cat >"$SETTINGS" <<END
# What each line means is in docs/deploying.md. After a change: systemctl restart 'healthsite-*'
SECRET_KEY=$key
ALLOWED_HOSTS=$DOMAIN
BASE_URL=https://$DOMAIN
CSRF_TRUSTED_ORIGINS=https://$DOMAIN
SITE_NAME=${SITE_NAME:-Healthsite}
TIME_ZONE=${TIME_ZONE:-UTC}
DATABASE_URL=${DATABASE_URL:-postgresql:///healthsite}
VAR_DIR=$DATA
BACKUP_FOLDER=$BACKUPS
TASK_QUEUE=database
BEHIND_TLS_PROXY=true
COMMENTS_TRUSTED_PROXIES=1
END
    if [ -n "${EMAIL_URL:-}" ]; then echo "EMAIL_URL=$EMAIL_URL" >>"$SETTINGS"; fi
    if [ -n "${DEFAULT_FROM_EMAIL:-}" ]; then echo "DEFAULT_FROM_EMAIL=$DEFAULT_FROM_EMAIL" >>"$SETTINGS"; fi
}

write_command() {
    cat >/usr/local/bin/healthsite <<END
#!/bin/sh
# manage.py with the settings and the rights of the site: healthsite doctor
cd $CODE && exec runuser -u healthsite -- env DJANGO_SETTINGS_MODULE=healthsite.settings.production \\
    ENV_FILE=$SETTINGS $VENV/bin/python manage.py "\$@"
END
    chmod 0755 /usr/local/bin/healthsite
}

# The role has no password: PostgreSQL lets the system's user of the same name in through its socket.
make_database() {
    [[ $(setting DATABASE_URL) == postgresql:///healthsite ]] || return 0
    say "Database"
    start postgresql
    local i
    for i in $(seq 30); do runuser -u postgres -- psql -qc 'SELECT 1' >/dev/null 2>&1 && break; sleep 1; done
    [ "$i" -lt 30 ] || fail "PostgreSQL does not answer."
    local ask=(runuser -u postgres -- psql -tAqc)
    [ "$("${ask[@]}" "SELECT 1 FROM pg_roles WHERE rolname = 'healthsite'")" = 1 ] ||
        runuser -u postgres -- createuser healthsite
    [ "$("${ask[@]}" "SELECT 1 FROM pg_database WHERE datname = 'healthsite'")" = 1 ] ||
        runuser -u postgres -- createdb --owner=healthsite --encoding=UTF8 --template=template0 \
            --locale=C.UTF-8 healthsite
}

upgrade_database() {
    say "Tables, style sheets and scripts"
    # What goes wrong with an upgrade can be undone with the backup of a moment before.
    if [ -e "$DATA/installed" ]; then manage run_job backup; fi
    manage check --deploy --fail-level ERROR
    manage upgrade_database --verbosity 0
    manage set_address "$(setting BASE_URL)"
    (umask 022 && manage collectstatic --no-input --verbosity 0)
    chmod -R a+rX "$DATA/static"
    runuser -u healthsite -- touch "$DATA/installed"
}

certificate_files() {
    local domain=$1
    if [ -n "${CERTIFICATE:-}" ]; then
        echo "$CERTIFICATE $CERTIFICATE_KEY"
    elif [ -e "/etc/letsencrypt/live/$domain/fullchain.pem" ]; then
        echo "/etc/letsencrypt/live/$domain/fullchain.pem /etc/letsencrypt/live/$domain/privkey.pem"
    else
        echo "/etc/healthsite/self-signed.pem /etc/healthsite/self-signed.key"
    fi
}

make_self_signed() {
    [ ! -e /etc/healthsite/self-signed.pem ] || return 0
    openssl req -x509 -newkey rsa:2048 -nodes -days 825 -subj "/CN=$1" -addext "subjectAltName=DNS:$1" \
        -keyout /etc/healthsite/self-signed.key -out /etc/healthsite/self-signed.pem 2>/dev/null
    chmod 0600 /etc/healthsite/self-signed.key
}

write_nginx() {
    local domain=$1 files
    read -r -a files <<<"$(certificate_files "$domain")"
    if [ -e "$NGINX" ] && ! sha256sum --quiet -c "$NGINX.sha256" >/dev/null 2>&1; then
        echo "$NGINX was changed by hand and stays as it is; compare it with $CODE/deploy/nginx/healthsite.conf."
    else
        {
            echo "# Written by deploy/install.sh, and written anew by it as long as nobody changes it."
            sh "$CODE/deploy/nginx/configure.sh" "$domain" "${files[@]}"
        } >"$NGINX"
        sha256sum "$NGINX" >"$NGINX.sha256"
    fi
    ln -sf "$NGINX" /etc/nginx/sites-enabled/healthsite.conf
    nginx -t -q || fail "nginx does not take $NGINX (see above)."
    start nginx
    if has_systemd; then systemctl reload nginx; else nginx -s reload; fi
}

set_up_nginx() {
    say "nginx and TLS"
    local domain
    domain=$(setting BASE_URL)
    domain=${domain#https://}
    make_self_signed "$domain"
    write_nginx "$domain"
    if [ -n "${CERTBOT_EMAIL:-}" ] && [ -z "${CERTIFICATE:-}" ]; then
        certbot certonly --webroot -w "$ACME" -d "$domain" --non-interactive --agree-tos -m "$CERTBOT_EMAIL" \
            --keep-until-expiring --deploy-hook "systemctl reload nginx" ||
            fail "Let's Encrypt gave no certificate (see above). Does $domain lead to this machine, with port 80 open? The rest is installed; run this again."
        write_nginx "$domain"
    fi
}

install_units() {
    say "Services"
    rm -f /etc/systemd/system/healthsite-*.service /etc/systemd/system/healthsite-*.timer
    install -d /etc/systemd/system/healthsite-.service.d
    install -m 0644 "$CODE"/deploy/systemd/*.service "$CODE"/deploy/systemd/*.timer /etc/systemd/system/
    install -m 0644 "$CODE"/deploy/systemd/healthsite-.service.d/common.conf \
        /etc/systemd/system/healthsite-.service.d/common.conf
    local timers=()
    local file
    for file in "$CODE"/deploy/systemd/*.timer; do timers+=("$(basename "$file")"); done
    if has_systemd; then
        systemctl daemon-reload
        systemctl enable -q --now healthsite-web healthsite-worker "${timers[@]}"
        # The web server takes new processes before it lets go of the old ones.
        systemctl reload healthsite-web
        systemctl restart healthsite-worker
    else
        echo "systemd does not run here. Start what stands behind ExecStart= in $CODE/deploy/systemd yourself."
    fi
}

make_first_superuser() {
    local count
    count=$(manage shell --no-imports -c 'from django.contrib.auth import get_user_model as model
print(model().objects.filter(is_superuser=True, is_active=True).count())' | tail -n 1)
    [ "$count" = 0 ] || return 0
    if [ -t 0 ]; then
        say "The first account, for you. Have an authenticator app at hand for the first sign-in."
        manage createsuperuser
    else
        say "Nobody can sign in yet. Make the first account: healthsite createsuperuser"
    fi
}

check_machine
install_packages
make_user
install_code
write_settings
write_command
make_database
upgrade_database
install_units
set_up_nginx
manage begin_site "${SITE_NAME:-$(setting ALLOWED_HOSTS | cut -d, -f1)}"
make_first_superuser
say "$(setting BASE_URL)/ is installed; sign in at $(setting BASE_URL)/admin/"
echo "What is still wrong or missing, by healthsite doctor:"
manage doctor || true
