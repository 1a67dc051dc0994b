# The action's image. Actions demands root and neither USER nor WORKDIR; there is no git and nothing
# goes through a shell once it is built. A runner passes no build arguments, so users get the digest.
ARG PYTHON_IMAGE=python:3.13-slim-trixie@sha256:9662417aace5ae7b8e2609cce472b72a8958e134ba372808abe9cc1a0c0125e6

# hadolint ignore=DL3006
FROM ${PYTHON_IMAGE} AS build
COPY requirements/build.txt requirements/run.txt /src/requirements/
RUN python3 -m venv /build \
 && /build/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r /src/requirements/build.txt \
 && python3 -m venv --without-pip /opt/listlint \
 && /build/bin/pip --python /opt/listlint/bin/python install --no-cache-dir --require-hashes --only-binary :all: \
      -r /src/requirements/run.txt
COPY pyproject.toml hatch_build.py README.md LICENSE /src/
COPY rules /src/rules
COPY src /src/src
RUN PATH=/build/bin:$PATH /build/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels /src \
 && /build/bin/pip --python /opt/listlint/bin/python install --no-cache-dir --no-deps /wheels/*.whl

# hadolint ignore=DL3006
FROM ${PYTHON_IMAGE}
COPY --from=build /opt/listlint /opt/listlint
# -I: the host's PYTHON* variables come along, and so does somebody's home
ENTRYPOINT ["/opt/listlint/bin/python", "-I", "-m", "listlint"]
CMD ["review"]
