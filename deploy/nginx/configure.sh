#!/bin/sh
# Prints healthsite.conf for one site: configure.sh DOMAIN CERTIFICATE KEY
# with its name, its certificate, and everything that comes without TLS sent on to https.
set -eu
domain=$1 certificate=$2 key=$3

sed -e "s/www\.example\.org/$domain/" -e "/^    listen 80;/c\\
    listen 443 ssl http2;\\
    listen [::]:443 ssl http2;\\
    ssl_certificate $certificate;\\
    ssl_certificate_key $key;\\
    ssl_protocols TLSv1.2 TLSv1.3;\\
    ssl_session_cache shared:healthsite_tls:5m;" "$(dirname "$0")/healthsite.conf"
cat <<END

server {
    listen 80;
    listen [::]:80;
    server_name $domain;
    # Where certbot lays what Let's Encrypt asks for.
    location /.well-known/acme-challenge/ { root /var/lib/healthsite-acme; }
    location / { return 301 https://\$host\$request_uri; }
}
END
