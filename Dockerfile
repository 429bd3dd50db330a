# The site as an image: docker build -t healthsite .   (compose.yaml starts it with all that it needs)
FROM debian:bookworm-slim AS base
RUN apt-get update \
    && apt-get install -y -qq --no-install-recommends ca-certificates fonts-noto-cjk openssl postgresql-client python3 \
    && rm -rf /var/lib/apt/lists/*

FROM base AS libraries
# With "requirements.txt requirements-extras.txt": also what the optional settings need.
ARG LOCKS="requirements.txt"
RUN apt-get update && apt-get install -y -qq --no-install-recommends python3-venv
RUN python3 -m venv /opt/healthsite/venv
COPY requirements.txt requirements-extras.txt /opt/healthsite/locks/
RUN cd /opt/healthsite/locks && for lock in $LOCKS; do \
    /opt/healthsite/venv/bin/python -m pip install -q --no-cache-dir --disable-pip-version-check \
    --require-hashes --no-deps -r "$lock" || exit 1; done

FROM base
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/healthsite --no-create-home healthsite \
    && install -d -m 0711 -o healthsite -g healthsite /var/lib/healthsite \
    && install -d -m 0700 -o healthsite -g healthsite /var/backups/healthsite
COPY --from=libraries /opt/healthsite/venv /opt/healthsite/venv
COPY . /opt/healthsite/code
WORKDIR /opt/healthsite/code
RUN /opt/healthsite/venv/bin/python -m compileall -q .
ENV PATH=/opt/healthsite/venv/bin:/usr/bin:/bin \
    PYTHONUNBUFFERED=1 \
    MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072 \
    DJANGO_SETTINGS_MODULE=healthsite.settings.production \
    VAR_DIR=/var/lib/healthsite \
    BACKUP_FOLDER=/var/backups/healthsite \
    TASK_QUEUE=database
USER healthsite
VOLUME ["/var/lib/healthsite", "/var/backups/healthsite"]
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-m", "deploy.compose.health"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "3", "--respawn-failed-workers", "--workers-kill-timeout", "30", "--log-level", "error", "healthsite.wsgi:application"]
