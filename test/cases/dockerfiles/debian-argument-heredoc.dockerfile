ARG BASE=debian:bookworm-slim
FROM ${BASE}
RUN apt-get update && apt-get install -y curl ca-certificates && rm -rf /var/lib/apt/lists/*
RUN <<EOF
echo hi
EOF
COPY --link app /usr/local/bin/app
USER 1000
CMD exec app --x "a b" $Y
