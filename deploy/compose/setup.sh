#!/bin/sh
# What is done once before the servers of compose.yaml start, and again after each upgrade.
set -eu
tls=$VAR_DIR/tls
domain=${BASE_URL#https://}

python manage.py upgrade_database --verbosity 0
python manage.py set_address "$BASE_URL"
umask 022
python manage.py collectstatic --no-input --verbosity 0
mkdir -p "$tls" "$VAR_DIR/nginx"
if [ ! -e "$tls/certificate.pem" ]; then
    # For a trial; put your own pair in its place.
    (umask 077 && openssl req -x509 -newkey rsa:2048 -nodes -days 825 -subj "/CN=$domain" \
        -addext "subjectAltName=DNS:$domain" -keyout "$tls/key.pem" -out "$tls/certificate.pem")
fi
sh deploy/nginx/configure.sh "$domain" "$tls/certificate.pem" "$tls/key.pem" >"$VAR_DIR/nginx/healthsite.conf"
