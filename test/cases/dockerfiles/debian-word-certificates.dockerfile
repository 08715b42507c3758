FROM debian:trixie-slim AS fetch
RUN apt-get update && apt-get install -y \
      ca-certificates \
      curl \
    && rm -rf /var/lib/apt/lists/*
RUN curl -o /tool https://example.com/tool
FROM scratch
COPY --from=fetch /tool /tool
ENTRYPOINT ["/tool"]
